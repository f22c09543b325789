#include "answer.h"
#include "call.h"
#include "coding/code.h"
#include "coding/code_tree.h"
#include "coding/coding.h"
#include "coding/object_ref.h"
#include "coding/quotation.h"
#include "coding/quotation_export.h"
#include "coding/quotation_list.h"
#include "coding/search_fields.h"
#include "coding/smart_code.h"
#include "commands/commands.h"
#include "csv.h"
#include "json_keys.h"
#include "workbench/document.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>

namespace cli
{

using coding::QuotationId;
using workbench::CoderId;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::Result;
using workbench::say;
using workbench::Span;
using workbench::tr;

namespace
{

/// A whole number that fits an int; what is beyond is beyond for the rooms too.
int clamped(std::int64_t value)
{
    return static_cast<int>(std::clamp<std::int64_t>(value, -1'000'000'000, 1'000'000'000));
}

Result<Span> place_in(const Call& call, const Reading& reading, workbench::DocumentId document)
{
    if (const auto at = call.span("at")) return *at;
    std::optional<int> nth;
    if (const auto given = call.integer("nth")) nth = clamped(*given);
    if (nth && *nth < 1) return fail(ErrorCode::bad_value, say("--nth counts from 1."));
    return coding::find_text(reading, document, call.text("quote"), nth);
}

Outcome mark(const Call& call, Project& project)
{
    if (call.has("nth") && !call.has("quote")) return usage(say("--nth goes with --quote."));
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    const auto span = place_in(call, project, document->id);
    if (!span) return fail(span.error());
    coding::MarkOptions options;
    if (const auto weight = call.integer("weight")) options.weight = clamped(*weight);
    options.comment = call.maybe("comment");
    const auto marked = coding::mark(project, document->id, *span, *codes, options);
    if (!marked) return fail(marked.error());
    return said({{"quotation", marked->label}, {"id", id_json(marked->quotation)}, {"created", marked->created}},
                workbench::say_n("Quotation {}: {} new coding.", "Quotation {}: {} new codings.", marked->created,
                                 marked->label, marked->created));
}

Outcome unmark(const Call& call, Project& project)
{
    const auto quotation = coding::find_quotation(project, call.text("quotation"));
    if (!quotation) return fail(quotation.error());
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    return changed(coding::unmark(project, *quotation, *codes));
}

Outcome set_quotation(const Call& call, Project& project)
{
    if (!call.has("name") && !call.has("comment"))
        return usage(say("At least one of these is needed: {}.", "--name, --comment"));
    const auto quotation = coding::find_quotation(project, call.text("quotation"));
    if (!quotation) return fail(quotation.error());
    return changed(coding::set_quotation(project, *quotation, {call.maybe("name"), call.maybe("comment")}));
}

Outcome resize_quotation(const Call& call, Project& project)
{
    const auto quotation = coding::find_quotation(project, call.text("quotation"));
    if (!quotation) return fail(quotation.error());
    return changed(coding::resize_quotation(project, *quotation, *call.span("at")));
}

Outcome delete_quotation(const Call& call, Project& project)
{
    const auto quotation = coding::find_quotation(project, call.text("quotation"));
    if (!quotation) return fail(quotation.error());
    return changed(coding::delete_quotation(project, *quotation));
}

Outcome delete_document(const Call& call, Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    return changed(coding::delete_document(project, document->id));
}

Result<CoderId> find_coder(const Reading& reading, const std::string& name)
{
    if (const auto coder = coding::coder_named(reading, name)) return *coder;
    const auto near = workbench::nearest(name, reading.rows<std::string>("SELECT name FROM coder ORDER BY id"));
    std::string line;
    for (const auto& each : near) line += (line.empty() ? "" : ", ") + each;
    return fail(ErrorCode::not_found, say("No coder is called \"{}\".", name),
                line.empty() ? "" : say("Near it: {}.", line));
}

/// The quotations that share a character with a passage that the query finds.
Result<std::vector<QuotationId>> found_by(const std::string& query, const Project& project)
{
    const auto hits = search::search_project(project, query, {0, -1}, coding::search_fields(project));
    if (!hits) return fail(hits.error());
    std::set<QuotationId> found;
    for (const auto& row : hits->rows)
        for (const auto id : project.rows<QuotationId>(
                 "SELECT quotation FROM quotation_place WHERE document = ? AND begin < ? AND \"end\" > ?",
                 row.document.id, row.hit.where.end, row.hit.where.begin))
            found.insert(id);
    return std::vector(found.begin(), found.end());
}

Result<coding::QuotationFilter> filter_of(const Call& call, const Project& project)
{
    coding::QuotationFilter filter;
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    filter.codes = *codes;
    filter.children = call.has("children");
    if (call.has("document")) {
        const auto document = workbench::find_document(project, call.text("document"));
        if (!document) return fail(document.error());
        filter.document = document->id;
    }
    filter.speaker = call.maybe("speaker");
    if (call.has("where")) {
        const auto condition = coding::condition_in(project, call.text("where"));
        if (!condition) return fail(condition.error());
        filter.where = *condition;
    }
    if (call.has("coder")) {
        const auto coder = find_coder(project, call.text("coder"));
        if (!coder) return fail(coder.error());
        filter.coder = *coder;
    }
    if (call.has("query")) {
        const auto found = found_by(call.text("query"), project);
        if (!found) return fail(found.error());
        filter.among = *found;
    }
    return filter;
}

Json span_edge(const std::optional<Span>& span, std::int64_t Span::*edge)
{
    return span ? Json((*span).*edge) : Json();
}

Json quotation_json(const coding::QuotationRow& row)
{
    const auto& quotation = row.quotation;
    return {{"quotation", quotation.label()},
            {"id", id_json(quotation.id)},
            {"number", quotation.number},
            {"document", row.document},
            {"document_number", quotation.document_number},
            {"copy", copy_json(quotation.copy)},
            {"begin", span_edge(quotation.span, &Span::begin)},
            {"end", span_edge(quotation.span, &Span::end)},
            {"paragraph", row.paragraph > 0 ? Json(row.paragraph) : Json()},
            {"speaker", or_null(row.speaker)},
            {"case", or_null(row.study_case)},
            {"codes", row.codes},
            {"coders", row.coders},
            {"text", row.text},
            {"name", or_null(quotation.name)},
            {"comment", or_null(quotation.comment)},
            {"virtual", false}};
}

/// What a smart code finds, narrowed as the call says: the conditions are put into its query.
std::string narrowed(std::string query, const Call& call)
{
    query = "(" + query + ")";
    const auto add = [&](const std::string& field, const std::string& value) {
        query += " AND " + field + ":\"" + value + "\"";
    };
    if (call.has("document")) add("doc", call.text("document"));
    if (call.has("speaker")) add("speaker", call.text("speaker"));
    if (call.has("where")) {
        const auto& condition = call.text("where");
        const auto equals = condition.find('=');
        add(condition.substr(0, equals), condition.substr(equals + 1));
    }
    if (call.has("query")) query += " AND (" + call.text("query") + ")";
    return query;
}

Json virtual_json(const search::ProjectHits::Row& row, const std::string& path, const Project& project)
{
    const auto& where = row.hit.where;
    const auto speaker = where.speaker.empty() ? std::nullopt : std::optional(where.speaker);
    const auto owner = workbench::case_of(project, row.document.id, speaker);
    Json json{{"quotation", Json()}, {"id", Json()}, {"number", Json()}};
    put_document(json, row.document);
    json.update(Json{{"begin", where.begin},
                     {"end", where.end},
                     {"paragraph", row.paragraph},
                     {"speaker", or_null(speaker)},
                     {"case", owner ? Json(coding::title_of(project, owner->value)) : Json()},
                     {"codes", {path}},
                     {"coders", Json::array()},
                     {"text", where.text},
                     {"name", Json()},
                     {"comment", Json()},
                     {"virtual", true}});
    return json;
}

/// The passages of the smart codes that are asked for. They have no coder and no number.
workbench::Result<void> add_virtual(Json& rows, const Call& call, const Project& project,
                                    const coding::QuotationFilter& filter)
{
    if (filter.codes.empty() || filter.coder) return {};
    const coding::CodeTree tree(project);
    const auto real = rows.size();
    for (const auto code : filter.children ? tree.with_descendants(filter.codes) : filter.codes) {
        auto smart = coding::smart_code(project, code);
        if (!smart) continue;
        smart->query = narrowed(smart->query, call);
        const auto found = coding::passages_of(project, *smart);
        if (!found) return fail(found.error());
        for (const auto& row : found->rows) rows.push_back(virtual_json(row, tree.path_of(code), project));
    }
    if (rows.size() == real) return {};
    std::ranges::stable_sort(rows.get_ref<Json::array_t&>(), {}, [](const Json& row) {
        const auto at = [&](const char* key) { return row[key].is_null() ? INT64_MAX : row[key].get<std::int64_t>(); };
        return std::tuple(at("document_number"), at("begin"), at("end"));
    });
    return {};
}

/// The filters as they were written: what a file of quotations says of itself.
std::string filters_in_words(const Call& call)
{
    std::string words;
    const auto add = [&](const std::string& what, const std::string& value) {
        words += (words.empty() ? "" : "; ") + what + ": " + value;
    };
    for (const auto& code : call.all("code")) add(say("code"), code);
    if (call.has("document")) add(say("document"), call.text("document"));
    if (call.has("speaker")) add(say("speaker"), call.text("speaker"));
    if (call.has("where")) add(say("case"), call.text("where"));
    if (call.has("coder")) add(say("coder"), call.text("coder"));
    if (call.has("query")) add(say("search"), call.text("query"));
    return words;
}

Outcome write_quotations(const Call& call, const Project& project, const coding::QuotationFilter& filter)
{
    const auto found = coding::quotations(project, filter);
    const auto& file = call.text("to");
    const auto written = coding::export_quotations(project, found, file, {{}, filters_in_words(call)});
    if (!written) return fail(written.error());
    const auto count = std::ssize(found);
    return said({{"files", Json::array({file})}, {"quotations", count}},
                workbench::say_n("{} quotation written to {}.", "{} quotations written to {}.", count, count, file));
}

Outcome list_quotations(const Call& call, const Project& project)
{
    const auto filter = filter_of(call, project);
    if (!filter) return fail(filter.error());
    if (call.has("to")) return write_quotations(call, project, *filter);
    Json rows = Json::array();
    for (const auto& row : coding::quotation_rows(project, *filter)) rows.push_back(quotation_json(row));
    if (const auto added = add_virtual(rows, call, project, *filter); !added) return fail(added.error());
    return listing(rows,
                   {{"quotation", tr("Quotation")},
                    {"document", tr("Document")},
                    {"speaker", tr("Speaker")},
                    {"codes", tr("Codes")},
                    {"text", tr("Text")}},
                   say("No quotation is like that."));
}

Json coding_json(const coding::Coding& coding)
{
    return {{"quotation", coding.quotation ? Json(coding.label) : Json()},
            {"document", coding.document_name},
            {"document_number", coding.document_number},
            {"copy", copy_json(coding.document_copy)},
            {"begin", span_edge(coding.span, &Span::begin)},
            {"end", span_edge(coding.span, &Span::end)},
            {"code", coding.code},
            {"coder", coding.coder},
            {"at", coding.at},
            {"weight", or_null(coding.weight)},
            {"comment", or_null(coding.comment)},
            {"id", id_json(coding.id)}};
}

Outcome list_codings(const Call& call, const Project& project)
{
    if (call.has("csv") && call.json()) return usage(say("--csv and --json cannot both be had."));
    Json rows = Json::array();
    for (const auto& coding : coding::codings(project)) rows.push_back(coding_json(coding));
    if (call.has("csv"))
        return csv_of(rows,
                      {"quotation", "document", "document_number", "begin", "end", "code", "coder", "at", "weight"});
    return listing(rows,
                   {{"quotation", tr("Quotation")},
                    {"document", tr("Document")},
                    {"begin", tr("Begin")},
                    {"end", tr("End")},
                    {"code", tr("Code")},
                    {"coder", tr("Coder")},
                    {"weight", tr("Weight")}},
                   say("Nothing is coded yet."));
}

std::vector<Option> mark_options()
{
    return {
        span("at", tr("the characters from B to before E, counted from 0")),
        text_option("quote", tr("TEXT"), tr("the place where the document says this")),
        repeated(text_option("code", tr("PATH"), tr("a code to put on it; without one it is a plain quotation"))),
        integer("nth", tr("which of several places that say the same, counted from 1")),
        integer("weight", tr("a weight from 0 to 100")),
        text_option("comment", tr("TEXT"), tr("a note on the quotation")),
    };
}

std::vector<Option> filters()
{
    return {
        repeated(text_option("code", tr("PATH"), tr("with this code; several mean any of them"))),
        flag("children", tr("also with the codes below them")),
        text_option("document", tr("DOCUMENT"), tr("in this document")),
        text_option("speaker", tr("NAME"), tr("said by this speaker")),
        text_option("where", tr("VARIABLE=VALUE"), tr("of cases or documents with this value")),
        text_option("coder", tr("NAME"), tr("coded by this coder")),
        text_option("query", tr("QUERY"), tr("in a passage that this search finds")),
        path_option("to", tr("FILE"), tr("writes them there: .docx .odt .html .pdf .md .xlsx .csv")),
    };
}

}

std::vector<Command> quotation_commands()
{
    const auto quotation = text("quotation", tr("QUOTATION"));
    return {
        {"mark",
         {project(), text("document", tr("DOCUMENT"))},
         mark_options(),
         tr("Puts codes on a passage of a document. Marking twice makes nothing new."),
         "quipu mark tesis.quipu DMPP5 --quote \"cero papel\" --code \"Motivaciones/Cero papel\"",
         nullptr,
         mark,
         nullptr,
         "",
         {"at", "quote"}},
        {"unmark",
         {project(), quotation},
         {repeated(text_option("code", tr("PATH"), tr("only this code; default: all of the coder")))},
         tr("Takes the codings of one coder off a quotation. The quotation stays."),
         "quipu unmark tesis.quipu 3:12 --code \"Cero papel\"",
         nullptr,
         unmark},
        {"quotation set",
         {project(), quotation},
         {text_option("name", tr("NAME"), tr("a name for it; empty takes it away")),
          text_option("comment", tr("TEXT"), tr("a note on it; empty takes it away"))},
         tr("Names a quotation or comments on it."),
         "quipu quotation set tesis.quipu 3:12 --comment \"Ironia\"",
         nullptr,
         set_quotation},
        {"quotation resize",
         {project(), quotation},
         {required(span("at", tr("its new characters, from B to before E")))},
         tr("Gives a quotation another begin and end. Its number and its codes stay."),
         "quipu quotation resize tesis.quipu 3:12 --at 120:171",
         nullptr,
         resize_quotation},
        {"quotation delete",
         {project(), quotation},
         {},
         tr("Deletes a quotation with its codings. Its number is not given again."),
         "quipu quotation delete tesis.quipu 3:12",
         nullptr,
         delete_quotation},
        {"quotations",
         {project()},
         filters(),
         tr("Lists quotations in document order, or writes them to a file."),
         "quipu quotations tesis.quipu --code Motivaciones --children --where Cargo=Jefe",
         list_quotations},
        {"codings",
         {project()},
         {flag("csv", tr("as comma-separated values"))},
         tr("Lists every coding: which code, where, by whom, when."),
         "quipu codings tesis.quipu --csv",
         list_codings},
        {"document delete",
         {project(), text("document", tr("DOCUMENT"))},
         {},
         tr("Deletes a document with its quotations. undo brings it back."),
         "quipu document delete tesis.quipu DMPP5",
         nullptr,
         delete_document},
    };
}

}
