#include "answer.h"
#include "call.h"
#include "coding/co_occurrence.h"
#include "coding/code.h"
#include "coding/crosstab.h"
#include "coding/saturation.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/document.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

Json matrix(const std::vector<std::vector<std::optional<double>>>& values)
{
    Json rows = Json::array();
    for (const auto& row : values) {
        Json cells = Json::array();
        for (const auto& value : row) cells.push_back(or_null(value));
        rows.push_back(cells);
    }
    return rows;
}

/// A table of counts with a head of its own.
std::string grid(const Json& rows, const Json& columns, const Json& cells, const char* corner)
{
    std::vector<std::vector<std::string>> lines{{corner}};
    for (const auto& column : columns) lines[0].push_back(cell(column));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        auto& line = lines.emplace_back(std::vector<std::string>{cell(rows[r])});
        for (const auto& value : cells[r]) line.push_back(cell(value));
    }
    return aligned(lines);
}

Outcome co_occurrence(const Call& call, const Project& project)
{
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    coding::CoOccurrenceOptions options;
    options.codes = *codes;
    if (call.has("unit")) options.unit = *coding::co_occurrence_unit_named(call.text("unit"));
    const auto table = coding::co_occurrence(project, options);
    Json json{
        {"codes", table.paths}, {"counts", table.counts}, {"c", matrix(table.c)}, {"jaccard", matrix(table.jaccard)}};
    return Answer{json,
                  [](const Json& found) { return grid(found["codes"], found["codes"], found["counts"], tr("Code")); }};
}

Outcome crosstab(const Call& call, const Project& project)
{
    const auto count =
        call.has("count") ? *coding::crosstab_count_named(call.text("count")) : coding::CrosstabCount::codings;
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    const auto table = coding::crosstab(project, call.text("by"), count, *codes);
    if (!table) return fail(table.error());
    Json json{{"rows", table->rows}, {"columns", table->columns}, {"cells", table->cells}, {"outside", table->outside}};
    return Answer{json,
                  [](const Json& found) { return grid(found["rows"], found["columns"], found["cells"], tr("Code")); }};
}

Outcome saturation(const Call& call, const Project& project)
{
    const auto order = coding::document_order(project, call.has("order") ? call.text("order") : "name");
    if (!order) return fail(order.error());
    Json rows = Json::array();
    for (const auto& step : coding::saturation(project, *order)) {
        Json row;
        put_document(row, *workbench::document(project, step.document));
        row["new_codes"] = step.new_codes;
        row["cumulative"] = step.cumulative;
        rows.push_back(row);
    }
    return listing(rows, {{"document", tr("Document")}, {"new_codes", tr("New codes")}, {"cumulative", tr("So far")}},
                   say("There are no documents yet."));
}

}

std::vector<Command> code_table_commands()
{
    return {
        {"cooccurrence",
         {project()},
         {repeated(text_option("code", tr("PATH"), tr("only these codes; default: all"))),
          choice("unit", {"overlap", "paragraph", "turn", "document"}, tr("where two codes must meet"))},
         tr("Counts how often codes meet: in overlapping quotations, or in one paragraph, turn or document."),
         "quipu cooccurrence tesis.quipu --unit paragraph",
         co_occurrence},
        {"crosstab",
         {project()},
         {required(text_option("by", tr("WHAT"), tr("document, case, speaker or the name of a variable"))),
          choice("count", {"codings", "quotations", "characters", "presence"}, tr("what a cell counts")),
          repeated(text_option("code", tr("PATH"), tr("only these codes; default: all")))},
         tr("Counts codes by document, case, speaker or the values of a variable."),
         "quipu crosstab tesis.quipu --by Cargo",
         crosstab},
        {"saturation",
         {project()},
         {text_option("order", tr("ORDER"), tr("name, date, or names of documents with commas between"))},
         tr("Shows how many new codes each document brings."),
         "quipu saturation tesis.quipu --order date",
         saturation},
    };
}

}
