#include "answer.h"
#include "call.h"
#include "coding/code.h"
#include "coding/code_group.h"
#include "coding/code_tree.h"
#include "commands/commands.h"
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

Outcome add_group(const Call& call, Project& project)
{
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    const auto id = coding::add_group(project, call.text("group"), *codes);
    if (!id) return fail(id.error());
    return said({{"group", call.text("group")}, {"id", id_json(*id)}}, say("Added the group {}.", call.text("group")));
}

Outcome list_groups(const Call&, const Project& project)
{
    const coding::CodeTree tree(project);
    Json rows = Json::array();
    for (const auto& group : coding::code_groups(project)) {
        Json codes = Json::array();
        for (const auto code : group.codes) codes.push_back(tree.path_of(code));
        rows.push_back(
            {{"group", group.name}, {"codes", codes}, {"comment", or_null(group.comment)}, {"id", id_json(group.id)}});
    }
    return listing(rows, {{"group", tr("Group")}, {"codes", tr("Codes")}}, say("There are no groups of codes yet."));
}

Outcome delete_group(const Call& call, Project& project)
{
    const auto group = coding::find_group(project, call.text("group"));
    if (!group) return fail(group.error());
    return changed(coding::delete_group(project, *group));
}

} // namespace

std::vector<Command> group_commands()
{
    return {
        {"group add",
         {project(), text("group", tr("NAME"))},
         {required(repeated(text_option("code", tr("PATH"), tr("a code of the group"))))},
         tr("Makes a group of codes. A code may be in many groups."),
         "quipu group add tesis.quipu Objetivo1 --code \"Cero papel\" --code "
         "Transparencia",
         nullptr,
         add_group},
        {"group list", {project()}, {}, tr("Lists the groups of codes."), "quipu group list tesis.quipu", list_groups},
        {"group delete",
         {project(), text("group", tr("NAME"))},
         {},
         tr("Deletes a group. Its codes stay."),
         "quipu group delete tesis.quipu Objetivo1",
         nullptr,
         delete_group},
    };
}

} // namespace cli
