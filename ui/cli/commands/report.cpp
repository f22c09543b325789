#include "stats/report.h"
#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::tr;

namespace
{

std::set<stats::ReportPart> parts_of(const Call& call)
{
    std::set<stats::ReportPart> parts;
    for (const auto& word : call.all("what")) {
        if (const auto part = stats::report_part_named(word))
            parts.insert(*part);
        else
            return stats::all_report_parts(); // "all"
    }
    return parts.empty() ? stats::all_report_parts() : parts;
}

Outcome report(const Call& call, const Project& project)
{
    auto progress = call.progress();
    const auto written = stats::write_report(project, call.text("to"), parts_of(call), progress);
    if (!written) return fail(written.error());
    Json files = Json::array();
    std::string sentence;
    for (const auto& file : *written) {
        files.push_back(file.string());
        sentence += (sentence.empty() ? "" : "\n") + file.string();
    }
    return said({{"files", files}}, sentence);
}

}

std::vector<Command> report_commands()
{
    return {
        {"report",
         {project()},
         {required(path_option("to", tr("FILE"), tr("the file to write: .docx .odt .html .pdf .xlsx .md"))),
          list("what", {"all", "findings", "quotations", "codebook", "memos", "networks", "methods"},
               tr("what goes into it, with commas between; default: all"))},
         tr("Writes the project as a document: findings with their quotations, tables and figures, the codebook, the "
            "method."),
         "quipu report tesis.quipu --to resultados.docx --what findings,codebook",
         report},
    };
}

}
