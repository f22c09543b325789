#include "answer.h"
#include "call.h"
#include "coding/saved_search.h"
#include "coding/search_fields.h"
#include "commands/commands.h"
#include "found_hits.h"
#include "json_keys.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

Outcome save(const Call& call, Project& project)
{
    const auto id = coding::save_search(project, call.text("name"), call.text("query"));
    if (!id) return fail(id.error());
    const auto saved = coding::find_search(project, "#" + std::to_string(id->value));
    if (!saved) return fail(saved.error());
    return said({{"search", saved->name}, {"id", id_json(*id)}, {"query", saved->query}},
                say("The search {} is saved.", saved->name));
}

Outcome list_searches(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& one : coding::saved_searches(project))
        rows.push_back({{"search", one.name},
                        {"id", id_json(one.id)},
                        {"query", one.query},
                        {"coder", one.coder},
                        {"at", one.at}});
    return listing(rows, {{"search", tr("Search")}, {"query", tr("Query")}, {"coder", tr("Coder")}},
                   say("No search is saved yet."));
}

Outcome remove(const Call& call, Project& project)
{
    const auto saved = coding::find_search(project, call.text("name"));
    if (!saved) return fail(saved.error());
    return changed(coding::delete_search(project, saved->id));
}

Outcome run(const Call& call, const Project& project)
{
    const search::Page page{call.integer("offset").value_or(0), call.integer("limit").value_or(20)};
    if (page.offset < 0 || page.limit < 0)
        return fail(workbench::ErrorCode::bad_value, say("--limit and --offset cannot be negative."));
    const auto saved = coding::find_search(project, call.text("name"));
    if (!saved) return fail(saved.error());
    const auto found = search::search_project(project, saved->query, page, coding::search_fields(project));
    if (!found) return fail(found.error());
    return hits_answer(*found);
}

}

std::vector<Command> saved_search_commands()
{
    const auto name = text("name", tr("NAME"));
    return {
        {"search save",
         {project(), name, text("query", tr("QUERY"))},
         {},
         tr("Keeps a query under a name; the query of a name that is taken is replaced."),
         "quipu search save tesis.quipu \"Papel y firma\" 'papel NEAR/5 firma'",
         nullptr,
         save},
        {"search list",
         {project()},
         {},
         tr("Lists the saved searches."),
         "quipu search list tesis.quipu",
         list_searches},
        {"search run",
         {project(), name},
         {integer("limit", tr("how many passages, the best first; default: 20")),
          integer("offset", tr("leave out the first N"))},
         tr("Finds the passages of a saved search, as search does."),
         "quipu search run tesis.quipu \"Papel y firma\"",
         run},
        {"search delete",
         {project(), name},
         {},
         tr("Deletes a saved search."),
         "quipu search delete tesis.quipu \"Papel y firma\"",
         nullptr,
         remove},
    };
}

}
