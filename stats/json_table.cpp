#include "sheet_table.h"
#include "table_formats.h"
#include "workbench/tr.h"
#include <map>
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

std::optional<SheetCell> cell_of(const ordered_json& value)
{
    using Kind = SheetCell::Kind;
    if (value.is_null()) return SheetCell{};
    if (value.is_string()) {
        auto text = value.get<std::string>();
        const auto kind = text.empty() ? Kind::empty : Kind::text;
        return SheetCell{kind, std::move(text)};
    }
    if (value.is_boolean()) return SheetCell{Kind::boolean, {}, value.get<bool>() ? 1.0 : 0.0};
    if (value.is_number()) return SheetCell{Kind::number, {}, value.get<double>()};
    return std::nullopt;
}

tl::unexpected<workbench::Error> no_table(const std::string& name)
{
    return fail(ErrorCode::bad_file, say("\"{}\" is not a table in JSON.", name),
                say("It should be {} or {}, with text, numbers, true, false and null as cells.",
                    R"([{"column": value}])", R"({"columns": ["name"], "rows": [[value]]})"));
}

/// Puts a row of cells; false when one of them is no cell.
bool put_row(SheetTable& table, const ordered_json& row)
{
    std::size_t column = 0;
    for (const auto& value : row) {
        auto cell = cell_of(value);
        if (!cell) return false;
        table.put(column++, std::move(*cell));
    }
    return true;
}

/// A list of objects as names and rows; a column for each key in the order in which they come up.
std::optional<ordered_json> as_rows(const ordered_json& objects)
{
    std::map<std::string, std::size_t> places;
    ordered_json names = ordered_json::array(), rows = ordered_json::array();
    for (const auto& object : objects) {
        if (!object.is_object()) return std::nullopt;
        ordered_json row = ordered_json::array();
        for (const auto& [key, value] : object.items()) {
            const auto [place, is_new] = places.try_emplace(key, places.size());
            if (is_new) names.push_back(key);
            while (row.size() <= place->second) row.push_back(nullptr);
            row[place->second] = value;
        }
        rows.push_back(std::move(row));
    }
    return ordered_json{{"columns", std::move(names)}, {"rows", std::move(rows)}};
}

}

// The table of formats has one signature for all readers; others keep the bytes.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
Result<TableRead> read_json_table(std::string bytes, const std::string& name, const ReadOptions& options)
{
    auto json = ordered_json::parse(bytes, nullptr, false);
    if (json.is_array()) json = as_rows(json).value_or(ordered_json());
    if (!json.is_object() || !json.contains("columns") || !json.contains("rows")) return no_table(name);
    if (!json["columns"].is_array() || !json["rows"].is_array()) return no_table(name);

    SheetTable table(options);
    if (!put_row(table, json["columns"])) return no_table(name);
    if (auto fits = table.end_row(); !fits) return fail(fits.error());
    for (const auto& row : json["rows"]) {
        if (!row.is_array() || !put_row(table, row)) return no_table(name);
        if (auto fits = table.end_row(); !fits) return fail(fits.error());
    }
    return table.finish(say("\"{}\"", name));
}

}
