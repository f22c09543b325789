#include "answer.h"
#include "call.h"
#include "coding/search_fields.h"
#include "commands/commands.h"
#include "found_hits.h"
#include "json_keys.h"
#include "query_help.h"
#include "search/archive.h"
#include "search/project_index.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

Outcome find(const Call& call, const Project& project)
{
    const search::Page page{call.integer("offset").value_or(0), call.integer("limit").value_or(20)};
    if (page.offset < 0 || page.limit < 0)
        return fail(ErrorCode::bad_value, say("--limit and --offset cannot be negative."));
    const auto found = search::search_project(project, call.text("query"), page, coding::search_fields(project));
    if (!found) return fail(found.error());
    auto archives = search::archives_of(project);
    if (archives.empty() || call.has("no-archives")) return hits_answer(*found);
    const auto elsewhere = search::ask_archives(archives, call.text("query"), page.limit, page.offset);
    if (!elsewhere) return fail(elsewhere.error());
    return hits_answer(*found, *elsewhere);
}

Outcome index(const Call& call, const Project& project)
{
    auto progress = call.progress();
    const auto report = search::bring_up_to_date(project, progress, call.has("rebuild"));
    if (!report) return fail(report.error());
    if (report->busy)
        return fail(ErrorCode::busy, say("Another process is writing the index of this project."),
                    say("Wait until it has finished and try again."));
    return record({{"passages", report->passages}, {"seconds", report->seconds}, {"bytes", report->bytes}},
                  {{"passages", tr("Passages")}, {"seconds", tr("Seconds")}, {"bytes", tr("Bytes")}});
}

}

std::vector<Command> search_commands()
{
    return {
        {"search",
         {project(), text("query", tr("QUERY"))},
         {integer("limit", tr("how many passages, the best first; default: 20")),
          integer("offset", tr("leave out the first N")),
          flag("no-archives", tr("ask this project alone, not the archives that its settings name"))},
         tr("Finds passages. Words without an operator must all be there; case and accents do not count, and other "
            "endings of a word are found too."),
         "quipu search tesis.quipu 'tramite NEAR/5 papel speaker:DMPP5'",
         find,
         nullptr,
         nullptr,
         {},
         {},
         false,
         {},
         query_help},
        {"index",
         {project()},
         {flag("rebuild", tr("from nothing"))},
         tr("Brings the search index up to date. It is a cache: deleting it loses nothing."),
         "quipu index tesis.quipu",
         index},
    };
}

}
