#include "paper/spreadsheet.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include <charconv>
#include <optional>

namespace paper
{

namespace
{

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_rows = 100'000, most_columns = 16'384, most_cells = 2'000'000;

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    for (const auto inner : node.children())
        if (local_name(inner.name()) == name) return inner;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (const auto attribute : node.attributes())
        if (local_name(attribute.name()) == name) return attribute.value();
    return {};
}

Result<pugi::xml_document> part(const ZipReader& zip, std::string_view name)
{
    const auto bytes = zip.read(name, NameCase::ignored);
    if (!bytes) return tl::unexpected(bytes.error());
    return parse_xml(*bytes);
}

std::string part_at(std::string_view target)
{
    return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

/// The runs of a shared or inline string.
std::string string_text(pugi::xml_node item)
{
    std::string text;
    for (const auto inner : item.children()) {
        if (local_name(inner.name()) == "t") text += text_of(inner);
        if (local_name(inner.name()) == "r") text += text_of(child(inner, "t"));
    }
    return text;
}

/// Where the first visible sheet and the shared strings lie.
struct Parts {
    std::string sheet, strings;
};

Result<Parts> find_parts(const ZipReader& zip)
{
    const auto relations = part(zip, "xl/_rels/workbook.xml.rels");
    if (!relations) return tl::unexpected(relations.error());
    const auto book = part(zip, "xl/workbook.xml");
    if (!book) return tl::unexpected(book.error());
    Parts parts;
    std::string wanted;
    for (const auto sheet : child(child(*book, "workbook"), "sheets").children()) {
        const auto state = attribute(sheet, "state");
        if (wanted.empty() || state.empty() || state == "visible") wanted = attribute(sheet, "id");
        if (state.empty() || state == "visible") break;
    }
    for (const auto relation : child(*relations, "Relationships").children()) {
        if (attribute(relation, "Id") == wanted) parts.sheet = part_at(attribute(relation, "Target"));
        if (attribute(relation, "Type").ends_with("/sharedStrings"))
            parts.strings = part_at(attribute(relation, "Target"));
    }
    if (parts.sheet.empty()) return problem(ProblemKind::bad_file, "the workbook has no sheet");
    return parts;
}

Result<std::vector<std::string>> read_strings(const ZipReader& zip, const std::string& name)
{
    std::vector<std::string> strings;
    if (name.empty()) return strings;
    const auto xml = part(zip, name);
    if (!xml) return tl::unexpected(xml.error());
    for (const auto item : child(*xml, "sst").children())
        if (local_name(item.name()) == "si") strings.push_back(string_text(item));
    return strings;
}

/// The column of a reference such as AB12, from 0.
std::optional<std::size_t> column_of(std::string_view reference)
{
    std::size_t column = 0, letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || ++letters > 3) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    if (letters == 0 || letters > 3) return std::nullopt;
    return column - 1;
}

std::size_t number_in(std::string_view text)
{
    std::size_t value = std::string_view::npos;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string cell_text(pugi::xml_node cell, const std::vector<std::string>& strings)
{
    const auto type = attribute(cell, "t");
    if (type == "inlineStr") return string_text(child(cell, "is"));
    auto value = text_of(child(cell, "v"));
    if (type == "s") {
        const auto at = number_in(value);
        return at < strings.size() ? strings[at] : std::string();
    }
    if (type == "b") return value == "1" ? "true" : "false";
    if (type == "e") return {};
    return value;
}

void trim(std::vector<std::string>& row)
{
    while (!row.empty() && row.back().empty()) row.pop_back();
}

}

Result<Rows> read_first_sheet(std::string bytes)
{
    const auto zip = ZipReader::open(std::move(bytes));
    if (!zip) return tl::unexpected(zip.error());
    const auto parts = find_parts(*zip);
    if (!parts) return tl::unexpected(parts.error());
    const auto strings = read_strings(*zip, parts->strings);
    if (!strings) return tl::unexpected(strings.error());
    const auto xml = part(*zip, parts->sheet);
    if (!xml) return tl::unexpected(xml.error());
    Rows rows;
    std::size_t cells = 0;
    for (const auto row : child(child(*xml, "worksheet"), "sheetData").children()) {
        const auto number = number_in(attribute(row, "r"));
        const auto at = number == std::string_view::npos || number == 0 ? rows.size() : number - 1;
        if (at >= most_rows) return problem(ProblemKind::too_large, "the sheet has too many rows");
        if (rows.size() <= at) rows.resize(at + 1);
        std::size_t next = 0;
        for (const auto cell : row.children()) {
            const auto column = column_of(attribute(cell, "r")).value_or(next);
            if (column >= most_columns) break;
            if (rows[at].size() <= column) rows[at].resize(column + 1);
            rows[at][column] = cell_text(cell, *strings);
            next = column + 1;
        }
        cells += rows[at].size();
        if (cells > most_cells) return problem(ProblemKind::too_large, "the sheet has too many cells");
        trim(rows[at]);
    }
    while (!rows.empty() && rows.back().empty()) rows.pop_back();
    return rows;
}

}
