#include "report_parts.h"
#include "coding/code.h"
#include "coding/coding.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "coding/network_figure.h"
#include "coding/object_ref.h"
#include "stats/indicator_table.h"
#include "workbench/document.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats::report
{

using namespace workbench;
using paper::Align;
using paper::Inlines;

std::string citation(const coding::QuotationRow& row)
{
    const auto who = row.study_case ? *row.study_case : row.speaker ? *row.speaker : row.document;
    return "(" + who + ", " + row.quotation.label() + ")";
}

paper::BlockQuotation quoted(const coding::QuotationRow& row)
{
    // Paragraphs of one quotation stay lines of one block.
    std::string text;
    for (const char c : row.text)
        if (c != '\n' || (!text.empty() && text.back() != '\n')) text += c;
    return {Inlines("«" + text + "»"), citation(row)};
}

namespace
{

std::string kind_in_words(const std::string& kind)
{
    if (kind == "interview") return say("interview");
    if (kind == "focus_group") return say("focus group");
    if (kind == "field_notes") return say("field notes");
    if (kind == "report") return say("report");
    if (kind == "survey") return say("survey answer");
    if (kind == "literature") return say("literature");
    return say("other document");
}

void add_documents(Making& making)
{
    paper::Table table;
    table.title = say("Documents of the study");
    table.columns = {{say("No."), Align::right},          {say("Document"), Align::left},
                     {say("Kind"), Align::left},          {say("Words"), Align::decimal},
                     {say("Quotations"), Align::decimal}, {say("Codings"), Align::decimal}};
    for (const auto& document : documents(making.reading)) {
        const auto count = [&](const char* sql) {
            return std::to_string(making.reading.row<std::int64_t>(sql, document.id).value_or(0));
        };
        table.rows.push_back(
            {Inlines(document.label()), Inlines(document.name), Inlines(kind_in_words(document.kind)),
             Inlines(std::to_string(document.words)),
             Inlines(count("SELECT count(*) FROM quotation WHERE document = ?")),
             Inlines(
                 count("SELECT count(*) FROM coding c JOIN quotation q ON q.id = c.quotation WHERE q.document = ?"))});
    }
    if (!table.rows.empty()) making.add(std::move(table));
}

/// Columns as wide as their longest word asks, and at most twice as wide for what can be broken.
void widen(paper::Table& table)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        std::size_t word = 0, whole = 0;
        const auto see = [&](const std::string& text) {
            whole = std::max(whole, text.size());
            for (std::size_t from = 0; from < text.size();) {
                const auto to = std::min(text.find(' ', from), text.size());
                word = std::max(word, to - from);
                from = to + 1;
            }
        };
        see(paper::plain(table.columns[column].head));
        for (const auto& row : table.rows)
            if (column < row.size()) see(paper::plain(row[column]));
        table.columns[column].characters = static_cast<double>(std::max(word + 2, std::min<std::size_t>(whole, 16)));
    }
}

void add_cases(Making& making)
{
    const auto all = cases(making.reading);
    const auto attributes = variables(making.reading);
    if (all.empty() || attributes.empty()) return;
    paper::Table table;
    table.title = say("Cases and their attributes");
    table.columns.push_back({say("Case"), Align::left});
    for (const auto& variable : attributes)
        table.columns.push_back(
            {Inlines(variable.name), variable.type == VariableType::integer || variable.type == VariableType::number
                                         ? Align::decimal
                                         : Align::left});
    for (const auto& one : all) {
        std::vector<Inlines> row{Inlines(one.name)};
        for (const auto& variable : attributes) {
            const auto value = one.values.find(variable.name);
            row.emplace_back(value == one.values.end() ? std::string("–") : value->second);
        }
        table.rows.push_back(std::move(row));
    }
    widen(table);
    making.add(std::move(table));
}

void add_tables_used(Making& making)
{
    paper::List list;
    for (const auto& table : indicator_tables(making.reading))
        list.items.push_back({{paper::bold(table.name),
                               paper::Text{say(": {} rows, {} columns. Source: {}.", table.rows, table.columns.size(),
                                               table.citation.value_or(say("not stated")))}}});
    if (list.items.empty()) return;
    making.paragraph(say("The numbers come from these tables, whose cells are kept as they were imported:"));
    making.add(std::move(list));
}

std::string origin_in_words(const coding::Code& code)
{
    if (!code.origin) return "–";
    const auto since = code.origin_at && *code.origin == coding::Origin::emergent
                           ? " (" + code.origin_at->substr(0, 10) + ")"
                           : std::string();
    return (*code.origin == coding::Origin::a_priori ? say("a priori") : say("emergent")) + since;
}

std::string memo_kind_in_words(const std::string& kind)
{
    if (kind == "theoretical") return say("theoretical memo");
    if (kind == "methodological") return say("methodological memo");
    if (kind == "analytic") return say("analytic memo");
    if (kind == "diary") return say("diary");
    if (kind == "annotation") return say("annotation");
    return say("memo");
}

}

Result<void> add_methods(Making& making)
{
    making.heading(1, say("Material and method"));
    const auto codes = coding::codes(making.reading);
    const auto emergent = std::count_if(codes.begin(), codes.end(),
                                        [](const auto& code) { return code.origin == coding::Origin::emergent; });
    const auto coders = making.reading.rows<std::string>(
        "SELECT DISTINCT k.name FROM coding c JOIN coder k ON k.id = c.coder ORDER BY k.name");
    const auto count = [&](const char* sql) { return making.reading.row<std::int64_t>(sql).value_or(0); };
    making.paragraph(say("The corpus has {} documents with {} words. {} quotations carry {} codings by {} coders ({}); "
                         "the codebook has {} codes, {} of them emergent.",
                         count("SELECT count(*) FROM document"),
                         count("SELECT ifnull(sum(words), 0) FROM document_facts"),
                         count("SELECT count(*) FROM quotation"), count("SELECT count(*) FROM coding"), coders.size(),
                         fmt::format("{}", fmt::join(coders, ", ")), codes.size(), emergent));
    add_documents(making);
    add_cases(making);
    add_tables_used(making);
    making.paragraph(
        say("A quotation is cited by participant, document number and quotation number, as in (DMPP5, 5:3)."));
    return {};
}

Result<void> add_networks(Making& making)
{
    const auto networks = coding::networks(making.reading);
    if (networks.empty()) return {};
    making.heading(1, say("Networks of codes"));
    making.progress.start(say("Drawing networks"), static_cast<std::int64_t>(networks.size()));
    for (const auto& network : networks) {
        const auto drawn = [&](coding::FigureFormat format) {
            return coding::network_figure(making.reading, network.id, format, making.progress,
                                          {.width = coding::page_width});
        };
        const auto png = drawn(coding::FigureFormat::png);
        if (!png) return fail(png.error());
        const auto svg = drawn(coding::FigureFormat::svg);
        if (!svg) return fail(svg.error());
        paper::Figure figure;
        figure.caption = network.caption.value_or(network.name);
        figure.png = *png;
        figure.svg = *svg;
        figure.source = say("Made by the authors with Quipu.");
        figure.alt =
            say("Network \"{}\" with {} nodes and {} links.", network.name, network.nodes.size(), network.links.size());
        making.add(std::move(figure));
        making.progress.step();
    }
    making.paragraph(say("In braces under each code: the quotations that carry it, and the links that it has."));
    return {};
}

Result<void> add_codebook(Making& making)
{
    const auto codes = coding::codes(making.reading);
    if (codes.empty()) return {};
    making.heading(1, say("Codebook"));
    paper::Table table;
    table.title = say("Codes with their definitions");
    table.columns = {{say("Code"), Align::left, 22},
                     {say("Definition, inclusion and exclusion"), Align::left, 48},
                     {say("Origin"), Align::left, 17},
                     {say("Quotations"), Align::right, 9},
                     {say("Documents"), Align::right, 9}};
    for (const auto& code : codes) {
        std::string indent;
        for (int i = 0; i < code.depth; ++i) indent += "\u2003";
        Inlines words;
        const auto part = [&](const std::optional<std::string>& text, const std::string& label) {
            if (!text || text->empty()) return;
            if (!words.empty()) words.parts.emplace_back(paper::Text{"\n"});
            if (!label.empty()) words.parts.emplace_back(paper::italic(label + " "));
            words.parts.emplace_back(paper::Text{*text});
        };
        part(code.definition, "");
        part(code.inclusion, say("Includes:"));
        part(code.exclusion, say("Excludes:"));
        table.rows.push_back({code.depth == 0 ? Inlines(paper::bold(code.name)) : Inlines(indent + code.name), words,
                              Inlines(origin_in_words(code)), Inlines(std::to_string(code.quotations)),
                              Inlines(std::to_string(code.documents))});
    }
    making.add(std::move(table));
    return {};
}

Result<void> add_quotations(Making& making)
{
    making.heading(1, say("Quotations by code"));
    coding::QuotationReader read(making.reading);
    std::string top;
    for (const auto& code : coding::codes(making.reading)) {
        const auto list = coding::quotations(making.reading, {.codes = {code.id}});
        if (list.empty()) continue;
        if (code.depth == 0 || code.path.substr(0, code.path.find('/')) != top) {
            top = code.path.substr(0, code.path.find('/'));
            making.heading(2, top);
        }
        if (code.path != top) making.add(paper::Heading{3, code.path.substr(top.size() + 1), false});
        for (const auto& quotation : list) making.add(quoted(read(quotation)));
        if (making.progress.cancelled()) return fail(ErrorCode::cancelled, say("Stopped."));
    }
    return {};
}

Result<void> add_memos(Making& making)
{
    const auto memos = coding::memos(making.reading);
    if (memos.empty()) return {};
    making.heading(1, say("Memos"));
    for (const auto& memo : memos) {
        making.add(paper::Heading{3, memo.title, false});
        std::string line = memo_kind_in_words(memo.kind) + " · " + memo.coder;
        for (const auto object : memo.on) line += " · " + coding::title_of(making.reading, object);
        making.paragraph(paper::italic(line));
        making.paragraph(memo.text);
    }
    return {};
}

}
