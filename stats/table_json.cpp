#include "stats/table_json.h"
#include "workbench/tr.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace stats
{

using nlohmann::ordered_json;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

bool is_row(const ordered_json& row, std::size_t width)
{
    return row.is_array() && row.size() == width &&
           std::ranges::all_of(row, [](const auto& c) { return c.is_string(); });
}

bool is_table(const ordered_json& cells, std::size_t width)
{
    if (!cells.is_object() || !cells.contains("columns") || !cells.contains("rows")) return false;
    if (!is_row(cells["columns"], width) || !cells["rows"].is_array()) return false;
    return std::ranges::all_of(cells["rows"], [&](const auto& row) { return is_row(row, width); });
}

}

ordered_json cells_json(const TableData& table)
{
    ordered_json names = ordered_json::array(), rows = ordered_json::array();
    for (const auto& column : table.columns()) names.push_back(column.name());
    for (std::size_t i = 0; i < table.rows(); ++i) {
        ordered_json row = ordered_json::array();
        for (const auto& column : table.columns()) row.push_back(std::string(column.text(i)));
        rows.push_back(std::move(row));
    }
    return {{"columns", std::move(names)}, {"rows", std::move(rows)}};
}

Result<TableData> table_from_cells(const ordered_json& cells, std::vector<ColumnInfo> infos, Notation notation)
{
    if (!is_table(cells, infos.size()))
        return fail(ErrorCode::bad_value, say("The stored cells are not a table of {} columns.", infos.size()),
                    say("Check the project for damage."));
    std::vector<Column> columns;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        CellTexts texts;
        for (const auto& row : cells["rows"]) texts.append(row[i].get_ref<const std::string&>());
        columns.emplace_back(std::move(infos[i]), std::move(texts), notation);
    }
    return TableData(std::move(columns));
}

}
