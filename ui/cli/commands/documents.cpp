#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "stats/coded_document.h"
#include "workbench/document.h"
#include "workbench/tr.h"
#include <map>

namespace cli
{

using workbench::DocumentId;
using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::say;
using workbench::tr;

namespace
{

std::map<DocumentId, std::int64_t> by_document(const Reading& reading, const char* sql)
{
    std::map<DocumentId, std::int64_t> counts;
    for (const auto& [document, count] : reading.rows<std::tuple<DocumentId, std::int64_t>>(sql))
        counts[document] += count;
    return counts;
}

Outcome documents(const Call&, const Project& project)
{
    auto quotations = by_document(project, "SELECT document, count(*) FROM quotation GROUP BY document");
    auto codings =
        by_document(project, "SELECT q.document, count(*) FROM coding c JOIN quotation q ON q.id = c.quotation "
                             "GROUP BY q.document UNION ALL SELECT document, count(*) FROM coding "
                             "WHERE document IS NOT NULL GROUP BY document");
    Json rows = Json::array();
    for (const auto& document : workbench::documents(project))
        rows.push_back({{"number", document.number},
                        {"copy", copy_json(document.copy)},
                        {"name", document.name},
                        {"kind", document.kind},
                        {"language", document.language},
                        {"characters", document.characters},
                        {"words", document.words},
                        {"paragraphs", document.paragraphs},
                        {"turns", document.turns},
                        {"quotations", quotations[document.id]},
                        {"codings", codings[document.id]},
                        {"version", document.version},
                        {"comment", or_null(document.comment)},
                        {"id", id_json(document.id)}});
    return listing(rows,
                   {{"number", tr("No.")},
                    {"name", tr("Document")},
                    {"kind", tr("Kind"), workbench::Words::document_kind},
                    {"language", tr("Language")},
                    {"characters", tr("Characters")},
                    {"words", tr("Words")},
                    {"turns", tr("Turns")},
                    {"quotations", tr("Quotations")},
                    {"codings", tr("Codings")}},
                   say("There are no documents yet. Bring some in with: quipu import"));
}

Outcome set_document(const Call& call, Project& project)
{
    if (!call.has("kind") && !call.has("language") && !call.has("comment"))
        return usage(say("At least one of these is needed: {}.", "--kind, --language, --comment"));
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    return changed(workbench::set_document(project, document->id,
                                           {call.maybe("kind"), call.maybe("language"), call.maybe("comment")}));
}

Outcome rename_document(const Call& call, Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    return changed(workbench::rename_document(project, document->id, call.text("name")));
}

Outcome export_document(const Call& call, const Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    const auto written = stats::write_coded_document(project, document->id, call.text("to"), call.has("codes"));
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

std::vector<Command> document_commands()
{
    const auto document = text("document", tr("DOCUMENT"));
    return {
        {"documents",
         {project()},
         {},
         tr("Lists the documents with their length and what is coded in them."),
         "quipu documents tesis.quipu",
         documents},
        {"document set",
         {project(), document},
         {choice("kind", {std::begin(workbench::document_kinds), std::end(workbench::document_kinds)},
                 tr("what kind of source it is")),
          text_option("language", tr("LANGUAGE"), tr("its language, as in es or en")),
          text_option("comment", tr("TEXT"), tr("a note on it; empty removes the note"))},
         tr("Changes what is known about a document."),
         "quipu document set tesis.quipu DMPP5 --kind interview --language es",
         nullptr,
         set_document},
        {"document export",
         {project(), document},
         {required(path_option("to", tr("FILE"), tr("the file to write: .pdf .docx .odt .html .md"))),
          flag("codes", tr("with quotations, codes and comments in the margin"))},
         tr("Writes a document to be read on paper, its paragraphs numbered."),
         "quipu document export tesis.quipu DMPP5 --to DMPP5.pdf --codes",
         export_document},
        {"document rename",
         {project(), document, text("name", tr("NAME"))},
         {},
         tr("Gives a document another name. Its number stays."),
         "quipu document rename tesis.quipu 3 \"DMPP5 Jefe de la OTI\"",
         nullptr,
         rename_document},
    };
}

}
