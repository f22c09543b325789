#include "outline.h"
#include "paper/spreadsheet.h"
#include "paper/writers.h"
#include "table_setting.h"
#include <algorithm>
#include <charconv>
#include <optional>

namespace paper
{

namespace
{

/// The number that a cell shows: ".459", "-12.5", "1623". Anything else, a leading zero of a code among it, stays text.
std::optional<double> number_of(std::string text, char sign)
{
    constexpr std::string_view minus = "\u2212";
    if (text.starts_with(minus)) text.replace(0, minus.size(), "-");
    const auto digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
    if (digits.empty() || (digits.size() > 1 && digits[0] == '0' && digits[1] != sign)) return std::nullopt;
    int signs = 0;
    for (auto& c : text) {
        if (c == sign) {
            c = '.';
            ++signs;
        } else if (!(c >= '0' && c <= '9') && !(c == '-' && &c == text.data())) {
            return std::nullopt;
        }
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (signs > 1 || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

SheetCell cell_of(const Inlines& cell, Align align, char sign)
{
    const auto text = plain(cell);
    if (is_numeric(align))
        if (const auto number = number_of(text, sign)) return *number;
    return text;
}

Sheet sheet_of(const Table& table, const Mark& mark, const Document& document)
{
    Sheet sheet{.name = mark.name, .rows = {}, .frozen_rows = 3};
    sheet.rows.push_back({{mark.name, CellLook::strong}});
    sheet.rows.push_back({{table.title, CellLook::quiet}});
    auto& heads = sheet.rows.emplace_back();
    for (const auto& column : table.columns) heads.emplace_back(plain(column.head), CellLook::head);
    for (const auto& row : table.rows) {
        auto& cells = sheet.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(cell_of(row[i], table.columns[i].align, document.decimal_sign));
    }
    if (!table.note.empty()) sheet.rows.push_back({{document.words.note + ". " + plain(table.note), CellLook::quiet}});
    return sheet;
}

}

Result<std::string> write_xlsx(const Document& document)
{
    const auto outline = Outline::of(document);
    if (!outline) return tl::unexpected(outline.error());
    std::vector<Sheet> sheets;
    for (std::size_t i = 0; i < document.blocks.size(); ++i)
        if (const auto* table = std::get_if<Table>(&document.blocks[i]))
            sheets.push_back(sheet_of(*table, outline->at(i), document));
    if (sheets.empty()) sheets.push_back({.name = document.title, .rows = {{{document.title, CellLook::strong}}}});
    return write_spreadsheet(sheets, {document.title, document.author_line, created(document)});
}

}
