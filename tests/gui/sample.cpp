#include "sample.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "support/corpus.h"
#include "workbench/document.h"
#include "workbench/study_case.h"
#include "workbench/turns.h"
#include <map>
#include <nlohmann/json.hpp>

namespace gui_test
{

using nlohmann::json;
using workbench::DocumentId;
using workbench::Project;

DocumentId add_interview(Project& project, const std::string& name, const std::string& text, const std::string& kind,
                         const std::string& comment)
{
    workbench::NewDocument document;
    document.name = name;
    document.kind = kind;
    document.text = text;
    document.text_sha256 = project.keep(text).value();
    if (!comment.empty()) document.comment = comment;
    if (kind == "interview") document.turns = workbench::find_turns(text, {}).value().turns;
    return project
        .change(workbench::Op::import_documents,
                [&](workbench::Change& change) -> workbench::Result<DocumentId> {
                    change.about(name);
                    return workbench::add_document(change, document);
                })
        .value();
}

DocumentId document(const Project& project, const std::string& name)
{
    return workbench::find_document(project, name).value().id;
}

coding::CodeId code(const Project& project, const std::string& path)
{
    return coding::find_code(project, path).value();
}

workbench::Span place(const Project& project, const std::string& name, const std::string& quote)
{
    return coding::find_text(project, document(project, name), quote).value();
}

void mark(Project& project, const std::string& name, const std::string& quote, const std::string& path)
{
    (void)coding::mark(project, document(project, name), place(project, name, quote), {code(project, path)}).value();
}

void fill_with_sample(Project& project)
{
    add_interview(project, "E1",
                  "ENTREVISTADORA: \u00BFQu\u00E9 motivo tuvo la municipalidad?\n\n"
                  "ANA: El tema del papel. Se perd\u00EDan los expedientes y nadie respond\u00EDa.\n\n"
                  "ENTREVISTADORA: \u00BFY despu\u00E9s?\n\n"
                  "ANA: Despu\u00E9s vino el sistema \u00FAnico y el vecino ya no hac\u00EDa cola.\n");
    add_interview(project, "E2",
                  "ENTREVISTADORA: \u00BFC\u00F3mo empezaron?\n\n"
                  "LUIS: Con capacitaci\u00F3n. Sin capacitaci\u00F3n nadie usa el sistema.\n");
    add_interview(project, "Informe", "El papel cuesta noventa mil soles al a\u00F1o.\nLa cola dura dos horas.\n",
                  "report");
    for (const auto* path :
         {"Motivaciones/Cero papel", "Motivaciones/Sistema \u00FAnico", "Estrategias/Capacitaci\u00F3n"})
        (void)coding::add_code(project, {.path = path}).value();
    mark(project, "E1", "El tema del papel.", "Motivaciones/Cero papel");
    mark(project, "E1", "Se perd\u00EDan los expedientes", "Motivaciones/Sistema \u00FAnico");
    mark(project, "E1", "vino el sistema \u00FAnico", "Motivaciones/Sistema \u00FAnico");
    mark(project, "E2", "Con capacitaci\u00F3n.", "Estrategias/Capacitaci\u00F3n");
}

namespace
{

json read(const std::string& name)
{
    return json::parse(support::read_file(support::corpus("puno") / name));
}

std::optional<std::string> text(const json& row, const char* key)
{
    return row.contains(key) ? std::optional(row.at(key).get<std::string>()) : std::nullopt;
}

void add_codes(Project& project)
{
    for (const auto& row : read("codes.json")) {
        coding::NewCode code{.path = row.at("path").get<std::string>()};
        code.color = text(row, "color");
        code.definition = text(row, "definition");
        code.origin = coding::origin_named(row.at("origin").get<std::string>());
        (void)coding::add_code(project, code).value();
    }
}

std::map<std::string, coding::QuotationId> add_quotations(Project& project)
{
    std::map<std::string, coding::QuotationId> found;
    for (const auto& row : read("quotations.json")) {
        const auto where = workbench::find_document(project, row.at("document").get<std::string>());
        if (!where) continue;
        std::vector<coding::CodeId> codes;
        for (const auto& one : row.at("codings")) codes.push_back(code(project, one.at("code").get<std::string>()));
        const auto span = coding::find_text(project, where->id, row.at("quote").get<std::string>()).value();
        found[row.at("q")] = coding::mark(project, where->id, span, codes).value().quotation;
    }
    return found;
}

}

void fill_with_study(Project& project, std::size_t most)
{
    for (const auto& row : read("documents.json")) {
        if (workbench::documents(project).size() >= most) break;
        const auto file = support::corpus("puno") / row.at("file").get<std::string>();
        add_interview(project, row.at("document"), support::read_file(file), row.at("kind"),
                      text(row, "comment").value_or(""));
    }
    add_codes(project);
    const auto quotations = add_quotations(project);
    for (const auto& row : read("cases.json")) (void)workbench::set_case(project, row.at("case"), {});
    for (const auto& row : read("links.json")) {
        coding::NewLink link;
        link.origin = coding::find_object(project, row.at("from").get<std::string>()).value().id;
        link.target = coding::find_object(project, row.at("to").get<std::string>()).value().id;
        link.relation = coding::find_relation(project, row.at("relation").get<std::string>()).value();
        for (const auto& key : row.at("quotations"))
            if (quotations.contains(key)) link.quotations.push_back(quotations.at(key));
        (void)coding::add_link(project, link).value();
    }
    for (const auto& row : read("memos.json"))
        (void)coding::add_memo(project, {.title = row.at("title"), .text = row.at("text"), .kind = row.at("kind")})
            .value();
}

}
