#include "workbench/history.h"
#include "answer.h"
#include "call.h"
#include "coding/object_ref.h"
#include "commands/commands.h"
#include "workbench/merge.h"
#include "workbench/op.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

Outcome log(const Call& call, const Project& project)
{
    const auto limit = call.integer("limit");
    if (limit && *limit < 0) return fail(ErrorCode::bad_value, say("--limit cannot be negative."));
    std::optional<std::int64_t> object;
    if (call.has("object")) {
        const auto found = coding::find_object(project, call.text("object"));
        if (!found) return fail(found.error());
        object = found->id;
    }
    Json rows = Json::array();
    for (const auto& entry : workbench::history(project, object, limit))
        rows.push_back({{"seq", entry.seq},
                        {"at", entry.at},
                        {"coder", entry.coder},
                        {"op", entry.op},
                        {"subject", entry.subject},
                        {"undoes", entry.undoes ? Json(*entry.undoes) : Json()},
                        {"title", workbench::title_of(entry.op)},
                        {"suspended", entry.suspended}});
    return listing(rows,
                   {{"seq", tr("No.")},
                    {"at", tr("When")},
                    {"coder", tr("Who")},
                    {"title", tr("What")},
                    {"subject", tr("About")},
                    {"undoes", tr("Takes back")}},
                   say("Nothing has been changed yet."));
}

using Walk = workbench::Result<std::vector<std::int64_t>> (*)(Project&, int);

Outcome walk(const Call& call, Project& project, Walk step, const char* key)
{
    const auto steps = call.integer("steps").value_or(1);
    if (steps < 1) return fail(ErrorCode::bad_value, say("The number of steps must be at least 1."));
    const auto done = step(project, static_cast<int>(std::min<std::int64_t>(steps, 1'000'000'000)));
    if (!done) return fail(done.error());
    std::string sentence;
    for (const auto& entry : workbench::history(project))
        if (std::find(done->begin(), done->end(), entry.seq) != done->end())
            sentence += (sentence.empty() ? "" : "\n") + workbench::said_of(entry);
    return said({{key, *done}}, sentence);
}

Outcome undo(const Call& call, Project& project)
{
    return walk(call, project, workbench::undo, "undone");
}
Outcome redo(const Call& call, Project& project)
{
    return walk(call, project, workbench::redo, "redone");
}

Json json_of(const workbench::MergeReport& report)
{
    Json joined = Json::array(), conflicts = Json::array();
    for (const auto& join : report.joined)
        joined.push_back({{"object", join.object}, {"kept", join.kept}, {"from", join.from}});
    for (const auto& conflict : report.conflicts)
        conflicts.push_back({{"object", conflict.object},
                             {"ours", conflict.ours},
                             {"theirs", conflict.theirs},
                             {"kept", conflict.kept}});
    return {{"applied", report.applied},
            {"already_there", report.already_there},
            {"joined", joined},
            {"conflicts", conflicts},
            {"backup", report.backup.empty() ? Json() : Json(report.backup)}};
}

std::string sentence_of(const Json& report)
{
    const auto applied = report["applied"].get<std::int64_t>(), known = report["already_there"].get<std::int64_t>();
    auto text = say_n("{} new change", "{} new changes", applied, applied) + ", " +
                say_n("{} was here already", "{} were here already", known, known) + ".\n";
    if (!report["backup"].is_null())
        text += say("The project as it was: {}.", report["backup"].get<std::string>()) + "\n";
    if (!report["joined"].empty())
        text += listing(report["joined"],
                        {{"object", tr("Joined")}, {"kept", tr("Stays")}, {"from", tr("Went into it")}}, "")
                    .plain(report["joined"]);
    if (!report["conflicts"].empty())
        text +=
            listing(
                report["conflicts"],
                {{"object", tr("Conflict")}, {"ours", tr("Here")}, {"theirs", tr("There")}, {"kept", tr("Counts now")}},
                "")
                .plain(report["conflicts"]);
    return text;
}

Outcome merge(const Call& call, Project& project)
{
    const auto& others = call.all("other");
    const auto report = workbench::merge(project, {others.begin(), others.end()}, call.has("dry-run"));
    if (!report) return fail(report.error());
    return Answer{json_of(*report), sentence_of, report->conflicts.empty() ? 0 : something_to_look_at};
}

}

std::vector<Command> history_commands()
{
    return {
        {"log",
         {project()},
         {text_option("object", tr("REF"), tr("only what made, changed or removed this object, as in quotation:3:12")),
          integer("limit", tr("only the newest N changes"))},
         tr("Lists the changes of a project, the oldest first. An undo is a change too."),
         "quipu log tesis.quipu --limit 20",
         log},
        {"undo",
         {project(), whole("steps", "N", Count::maybe)},
         {},
         tr("Takes back the newest change, or the newest N: all or none. It is refused when later changes stand in the "
            "way."),
         "quipu undo tesis.quipu",
         nullptr,
         undo},
        {"redo",
         {project(), whole("steps", "N", Count::maybe)},
         {},
         tr("Makes again what the newest undo took back, or the newest N: all or none."),
         "quipu redo tesis.quipu 2",
         nullptr,
         redo},
        {"merge",
         {project(), path("other", tr("OTHER"), Count::some)},
         {flag("dry-run", tr("only say what would happen"))},
         tr("Brings the changes of copies of a project into it. A backup is made first. Ends with 3 when two copies "
            "said "
            "different things about one object."),
         "quipu merge tesis.quipu de-ana.quipu de-luis.quipu",
         nullptr,
         merge},
    };
}

}
