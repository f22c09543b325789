#include "sheet_table.h"
#include "table_formats.h"
#include "workbench/tr.h"
#include "workbook.h"
#include <charconv>

namespace stats
{

using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

constexpr std::size_t most_columns = 16'384;

/// How often a cell or row stands there; empty ones are often repeated to the end of the sheet.
std::size_t repeated(pugi::xml_node node, std::string_view name)
{
    const auto text = attribute(node, name);
    std::size_t times = 1;
    std::from_chars(text.data(), text.data() + text.size(), times);
    return times;
}

/// The paragraphs of a cell, a line for each; comments on the cell are not part of it.
std::string paragraphs(pugi::xml_node cell)
{
    std::string text;
    for (const auto part : cell.children())
        if (is_called(part, "p")) text += (text.empty() ? "" : "\n") + paper::text_of(part);
    return text;
}

std::optional<double> value_of(pugi::xml_node cell)
{
    const auto text = attribute(cell, "value");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || text.empty()) return std::nullopt;
    return value;
}

SheetCell cell_of(pugi::xml_node cell)
{
    const auto type = attribute(cell, "value-type");
    if (type == "float" || type == "percentage" || type == "currency")
        if (const auto value = value_of(cell)) return {SheetCell::Kind::number, {}, *value};
    if (type == "date") return {SheetCell::Kind::date, std::string(attribute(cell, "date-value"))};
    if (type == "boolean")
        return {SheetCell::Kind::boolean, {}, attribute(cell, "boolean-value") == "true" ? 1.0 : 0.0};
    auto text = paragraphs(cell);
    if (text.empty()) return {};
    const bool error = attribute(cell, "formula").size() > 0 && (text.starts_with('#') || text.starts_with("Err:"));
    return {error ? SheetCell::Kind::error : SheetCell::Kind::text, std::move(text)};
}

Result<void> read_row(SheetTable& table, pugi::xml_node row)
{
    const auto times = repeated(row, "number-rows-repeated");
    bool empty = true;
    for (std::size_t time = 0; time < times; ++time) {
        std::size_t column = 0;
        for (const auto cell : row.children()) {
            if (!is_called(cell, "table-cell") && !is_called(cell, "covered-table-cell")) continue;
            const auto content = cell_of(cell);
            const auto end = column + repeated(cell, "number-columns-repeated");
            if (content.kind != SheetCell::Kind::empty)
                for (empty = false; column < end && column < most_columns; ++column) table.put(column, content);
            column = end;
        }
        if (empty) return {};
        if (auto fits = table.end_row(); !fits) return fits;
    }
    return {};
}

/// Rows may lie in groups and in the head that is printed again on each page.
Result<void> read_rows(SheetTable& table, pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        Result<void> done;
        if (is_called(inner, "table-row")) done = read_row(table, inner);
        if (is_called(inner, "table-row-group") || is_called(inner, "table-header-rows") ||
            is_called(inner, "table-rows"))
            done = read_rows(table, inner);
        if (!done) return done;
    }
    return {};
}

}

Result<TableRead> read_ods(std::string bytes, const std::string& name, const ReadOptions& options)
{
    const auto zip = open_workbook(std::move(bytes), name);
    if (!zip) return fail(zip.error());
    const auto xml = read_part(*zip, "content.xml", name);
    if (!xml) return fail(xml.error());

    std::vector<std::string> sheets;
    for (const auto sheet : child(child(child(*xml, "document-content"), "body"), "spreadsheet").children()) {
        if (!is_called(sheet, "table")) continue;
        sheets.emplace_back(attribute(sheet, "name"));
        if (!options.sheet.empty() && sheets.back() != options.sheet) continue;
        SheetTable table(options);
        if (auto done = read_rows(table, sheet); !done) return fail(done.error());
        auto read = table.finish(say("Sheet \"{}\" of \"{}\"", sheets.back(), name));
        if (read) read->sheet = sheets.back();
        return read;
    }
    return no_such_sheet(name, options.sheet, sheets);
}

}
