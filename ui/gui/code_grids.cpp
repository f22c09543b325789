#include "code_grids.h"
#include "coding/co_occurrence.h"
#include "coding/crosstab.h"
#include "shown.h"
#include "stats/indicator_table.h"
#include "workbench/spoken.h"
#include "workbench/tr.h"
#include <algorithm>
#include <memory>

namespace gui
{

using workbench::say_n;
using workbench::tr;

namespace
{

std::string indented(int depth)
{
    std::string blanks;
    for (int i = 0; i < depth * 4; ++i) blanks += "\u00A0"; // lists cut ordinary blanks off
    return blanks;
}

/// The names as the tree shows them: set in by their depth.
std::vector<std::string> tree_names(Session& session, const std::vector<coding::CodeId>& codes)
{
    std::vector<std::string> names;
    for (const auto id : codes) {
        const auto* code = session.code(id);
        names.push_back(code ? indented(code->depth) + code->name : std::string());
    }
    return names;
}

}

std::optional<Grid> co_occurrence_grid(Session& session)
{
    coding::CoOccurrenceOptions options;
    for (const auto& code : session.codes())
        if (code.quotations > 0) options.codes.push_back(code.id);
    if (options.codes.empty()) return Grid{tr("Co-occurrence of codes"), tr("No code is used yet."), {}, 0, {}};
    const auto table =
        std::make_shared<coding::CoOccurrence>(coding::co_occurrence(session.reading(), session.codings(), options));
    Grid grid{tr("Co-occurrence of codes"),
              tr("Pairs of quotations that share at least one character; on the diagonal the quotations of the code."),
              {{tr("Code"), false}},
              static_cast<std::int64_t>(table->codes.size()),
              {}};
    for (const auto id : table->codes) {
        const auto* code = session.code(id);
        grid.columns.push_back({code ? code->name : std::string(), true});
    }
    grid.cell = [table, names = tree_names(session, table->codes)](std::int64_t row, std::size_t column) {
        const auto at = static_cast<std::size_t>(row);
        if (column == 0) return names[at];
        const auto count = table->counts[at][column - 1];
        return count == 0 ? std::string() : std::to_string(count);
    };
    return grid;
}

std::optional<Grid> crosstab_grid(Session& session, const std::string& by)
{
    auto read = coding::crosstab(session.reading(), by);
    if (!read) return std::nullopt;
    const auto table = std::make_shared<coding::Crosstab>(std::move(*read));
    Grid grid{by == "case" ? tr("Codes by case") : tr("Codes by document"),
              tr("Codings; a category counts itself only."),
              {{tr("Code"), false}},
              static_cast<std::int64_t>(table->rows.size()),
              {}};
    for (const auto& column : table->columns) grid.columns.push_back({column, true});
    if (table->outside > 0)
        grid.about += " " + say_n("{} coding belongs to none of these.", "{} codings belong to none of these.",
                                  table->outside, table->outside);
    grid.cell = [table, names = tree_names(session, table->codes)](std::int64_t row, std::size_t column) {
        const auto at = static_cast<std::size_t>(row);
        if (column == 0) return names[at];
        const auto count = table->cells[at][column - 1];
        return count == 0 ? std::string() : std::to_string(count);
    };
    return grid;
}

std::optional<Grid> indicator_grid(Session& session, std::int64_t id)
{
    const auto table = stats::find_table(session.reading(), "#" + std::to_string(id));
    if (!table) return std::nullopt;
    const auto data = stats::table_data(session.reading(), *table);
    if (!data) return std::nullopt;
    const auto rows = static_cast<std::int64_t>(data->data->rows());
    Grid grid{table->name, say_n("{} row", "{} rows", rows, utf8(grouped(rows))), {}, rows, {}};
    if (table->citation) grid.about += " \u00B7 " + *table->citation;
    for (const auto& column : data->data->columns()) {
        auto head = column.info().unit.empty() ? column.name() : column.name() + " (" + column.info().unit + ")";
        head += " \u00B7 " + workbench::spoken(workbench::Words::level, stats::name_of(column.info().level));
        grid.columns.push_back({std::move(head), column.is_numeric()});
    }
    grid.cell = [cells = data->data](std::int64_t row, std::size_t column) {
        return std::string(cells->columns()[column].text(static_cast<std::size_t>(row)));
    };
    return grid;
}

}
