#include "answer.h"
#include "call.h"
#include "coding/document_intake.h"
#include "commands/commands.h"
#include "import_answer.h"
#include "json_keys.h"
#include "workbench/document_import.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::CasesFrom;
using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::say_n;
using workbench::SpeakerMode;
using workbench::tr;

namespace
{

workbench::SpeakerRule speakers_of(const Call& call)
{
    const auto rule = call.maybe("speakers").value_or("auto");
    if (rule == "auto") return {};
    if (rule == "off") return {SpeakerMode::off, {}};
    return {SpeakerMode::pattern, rule};
}

/// What was guessed, but for the labels that the user calls speakers, or none.
workbench::SpeakerRule told_speakers_of(const Call& call)
{
    auto rule = speakers_of(call);
    for (const auto& label : call.all("speaker")) rule.told[label] = true;
    for (const auto& label : call.all("not-speaker")) rule.told[label] = false;
    return rule;
}

CasesFrom cases_of(const Call& call)
{
    const auto from = call.maybe("cases").value_or("speaker");
    return from == "document" ? CasesFrom::documents : from == "none" ? CasesFrom::nothing : CasesFrom::speakers;
}

workbench::ImportOptions options_of(const Call& call)
{
    workbench::ImportOptions options;
    if (call.has("kind")) options.kind = call.text("kind");
    options.language = call.maybe("language").value_or("");
    options.speakers = told_speakers_of(call);
    options.cases = cases_of(call);
    options.join_broken_lines = call.text("paragraphs") == "auto";
    options.encoding = call.maybe("encoding").value_or("");
    return options;
}

Json imported_json(const Reading& reading, const workbench::ImportedDocument& one)
{
    const auto document = *workbench::document(reading, one.id);
    return {{"document", document.name},
            {"number", document.number},
            {"document_number", document.number},
            {"copy", copy_json(document.copy)},
            {"name", document.name},
            {"file", one.file.string()},
            {"characters", document.characters},
            {"paragraphs", document.paragraphs},
            {"turns", document.turns},
            {"speakers", one.speakers},
            {"encoding", or_null(document.encoding)},
            {"warnings", one.warnings},
            {"remarks", one.remarks.size()},
            {"id", id_json(document.id)}};
}

Json report_json(const Reading& reading, const workbench::ImportReport& report)
{
    Json imported = Json::array(), refused = Json::array();
    for (const auto& one : report.imported) imported.push_back(imported_json(reading, one));
    for (const auto& [file, why] : report.refused)
        refused.push_back({{"file", file.string()},
                           {"why", why.hint.empty() ? why.detail : why.detail + " " + why.hint},
                           {"code", workbench::name_of(why.code)}});
    return {{"imported", imported}, {"refused", refused}};
}

std::string import_text(const Json& report)
{
    auto text = listing(report["imported"],
                        {{"number", tr("No.")},
                         {"document", tr("Document")},
                         {"characters", tr("Characters")},
                         {"paragraphs", tr("Paragraphs")},
                         {"turns", tr("Turns")},
                         {"speakers", tr("Speakers")},
                         {"encoding", tr("Encoding")}},
                        "")
                    .plain(report["imported"]);
    for (const auto& one : report["imported"])
        for (const auto& warning : one["warnings"]) text += cell(one["document"]) + ": " + cell(warning) + "\n";
    const auto refused = report["refused"].size();
    if (refused > 0)
        text +=
            say_n("{} file was refused:", "{} files were refused:", static_cast<long long>(refused), refused) + "\n";
    for (const auto& one : report["refused"]) text += "  " + cell(one["file"]) + ": " + cell(one["why"]) + "\n";
    if (report.contains("quotations"))
        text += say_n("{} quotation was made of comments and highlights.",
                      "{} quotations were made of comments and highlights.", report["quotations"].get<long long>(),
                      report["quotations"].get<long long>()) +
                "\n";
    return text;
}

/// The same import, with a quotation for each comment and highlight.
Outcome import_with_remarks(const Call& call, Project& project)
{
    const auto& paths = call.all("path");
    auto progress = call.progress();
    auto read = workbench::read_drafts({paths.begin(), paths.end()}, options_of(call), progress);
    if (!read) return fail(read.error());
    auto intake = coding::import_with_remarks(project, std::move(read->drafts), progress);
    if (!intake) return fail(intake.error());
    auto& refused = intake->report.refused;
    refused.insert(refused.begin(), read->refused.begin(), read->refused.end());
    auto json = report_json(project, intake->report);
    json["quotations"] = intake->quotations;
    return Answer{json, import_text};
}

Outcome import(const Call& call, Project& project)
{
    if (call.text("word-comments") == "quotations") return import_with_remarks(call, project);
    const auto& paths = call.all("path");
    auto progress = call.progress();
    const auto report = workbench::import_documents(project, {paths.begin(), paths.end()}, options_of(call), progress);
    if (!report) return fail(report.error());
    return import_answer(project, *report);
}

}

Answer import_answer(const Reading& reading, const workbench::ImportReport& report)
{
    return {report_json(reading, report), import_text};
}

std::vector<Command> import_commands()
{
    return {
        {"import",
         {project(), path("path", tr("PATH"), Count::some)},
         {choice("kind", {std::begin(workbench::document_kinds), std::end(workbench::document_kinds)},
                 tr("what kind of source they are")),
          text_option("speakers", tr("auto/off/REGEX"),
                      tr("how turns are found: by their labels, not at all, or by a pattern at "
                         "the beginning of a line")),
          repeated(text_option("speaker", tr("LABEL"), tr("a label that is a speaker, whatever is guessed"))),
          repeated(text_option("not-speaker", tr("LABEL"), tr("a label that is none, as in Nota:"))),
          choice("cases", {"speaker", "document", "none"},
                 tr("what becomes a case: every speaker but those who ask, every "
                    "document, or nothing")),
          choice("paragraphs", {"line", "auto"}, tr("a paragraph is a line, or a run of lines that a page has broken")),
          text_option("encoding", tr("ENCODING"), tr("of plain text, as in windows-1252; default: found out")),
          choice("word-comments", {"none", "quotations"},
                 tr("what becomes of the comments and highlights of a Word file")),
          text_option("language", tr("LANGUAGE"), tr("their language, as in es or en; default: the project's"))},
         tr("Brings documents into a project; folders are walked. TXT, Markdown, DOCX, ODT, RTF, HTML, PDF, SRT, VTT "
            "and EPUB are "
            "read. What cannot be read is refused, and the rest comes in."),
         "quipu import tesis.quipu entrevistas/ --kind interview",
         nullptr,
         import},
    };
}

}
