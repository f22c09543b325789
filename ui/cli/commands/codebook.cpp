#include "coding/codebook.h"
#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::say_n;
using workbench::tr;

namespace
{

std::string codebook_text(const Json& report)
{
    const auto codes = report["codes"].get<long long>(), groups = report["groups"].get<long long>();
    auto text =
        say_n("{} code", "{} codes", codes, codes) + ", " + say_n("{} group", "{} groups", groups, groups) + ".\n";
    if (report["lost"].empty()) return text;
    return text + tr("Lost on the way:") + "\n" +
           listing(report["lost"],
                   {{"what", tr("What")}, {"where", tr("Where")}, {"count", tr("How many")}, {"why", tr("Why")}}, "")
               .plain(report["lost"]);
}

Answer answer_of(const coding::CodebookReport& report)
{
    Json lost = Json::array();
    for (const auto& each : report.lost)
        lost.push_back({{"what", each.what}, {"where", each.where}, {"count", each.count}, {"why", each.why}});
    return {{{"codes", report.codes}, {"groups", report.groups}, {"lost", lost}},
            codebook_text,
            lost.empty() ? 0 : something_to_look_at};
}

Outcome import_codebook(const Call& call, Project& project)
{
    const auto report = coding::import_codebook(project, call.text("file"));
    if (!report) return fail(report.error());
    return answer_of(*report);
}

Outcome export_codebook(const Call& call, const Project& project)
{
    const auto report = coding::export_codebook(project, call.text("file"));
    if (!report) return fail(report.error());
    return answer_of(*report);
}

}

std::vector<Command> codebook_commands()
{
    const auto file = path("file", tr("FILE"));
    return {
        {"codebook import",
         {project(), file},
         {},
         tr("Reads codes and groups from a file: .qdc (REFI-QDA), .csv, .xlsx or .json. Codes that are there take over "
            "what the file says. Ends with 3 when something was lost."),
         "quipu codebook import tesis.quipu codigos.qdc",
         nullptr,
         import_codebook},
        {"codebook export",
         {project(), file},
         {},
         tr("Writes codes and groups to a file: .qdc (REFI-QDA), .csv, .xlsx or .json. Ends with 3 when the format has "
            "no place for something."),
         "quipu codebook export tesis.quipu codigos.qdc",
         export_codebook},
    };
}

}
