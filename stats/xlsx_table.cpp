#include "serial_date.h"
#include "sheet_table.h"
#include "table_formats.h"
#include "workbench/tr.h"
#include "workbook.h"
#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

namespace stats
{

using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

constexpr std::size_t most_columns = 16'384;

struct Sheet {
    std::string name, part;
    bool hidden = false;
};

/// What the parts beside the sheets say about all of them.
struct Workbook {
    std::vector<Sheet> sheets;
    std::vector<std::string> shared_strings;
    std::vector<DateParts> styles; ///< of each cell format
    bool from_1904 = false;
};

std::optional<double> number_in(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::size_t index_in(std::string_view text)
{
    std::size_t value = std::string_view::npos;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool is_yes(std::string_view text)
{
    return text == "1" || text == "true";
}

/// A part's place in the archive: relative to xl/ or, with a stroke before it, to the root.
std::string part_at(std::string_view target)
{
    return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

/// Of xl/_rels/workbook.xml.rels: id to part, and the parts of a kind under the last word of their type.
struct Relations {
    std::map<std::string, std::string, std::less<>> by_id, by_kind;
};
Result<Relations> read_relations(const paper::ZipReader& zip, const std::string& name)
{
    const auto xml = read_part(zip, "xl/_rels/workbook.xml.rels", name);
    if (!xml) return fail(xml.error());
    Relations relations;
    for (const auto relation : child(*xml, "Relationships").children()) {
        const auto part = part_at(attribute(relation, "Target"));
        const auto type = attribute(relation, "Type");
        relations.by_id.emplace(attribute(relation, "Id"), part);
        relations.by_kind.emplace(type.substr(type.rfind('/') + 1), part);
    }
    return relations;
}

Result<void> read_sheets(Workbook& book, const paper::ZipReader& zip, const Relations& relations,
                         const std::string& name)
{
    const auto xml = read_part(zip, "xl/workbook.xml", name);
    if (!xml) return fail(xml.error());
    const auto workbook = child(*xml, "workbook");
    book.from_1904 = is_yes(attribute(child(workbook, "workbookPr"), "date1904"));
    for (const auto sheet : child(workbook, "sheets").children()) {
        const auto part = relations.by_id.find(attribute(sheet, "id"));
        const auto state = attribute(sheet, "state");
        if (part == relations.by_id.end()) continue; // a sheet of charts, or none at all
        book.sheets.push_back(
            {std::string(attribute(sheet, "name")), part->second, !state.empty() && state != "visible"});
    }
    return {};
}

/// The text of a shared or inline string: its runs, without the phonetic guide of Japanese.
std::string string_text(pugi::xml_node item)
{
    std::string text;
    for (const auto part : item.children()) {
        if (is_called(part, "t")) text += paper::text_of(part);
        if (is_called(part, "r")) text += paper::text_of(child(part, "t"));
    }
    return text;
}

Result<void> read_strings(Workbook& book, const paper::ZipReader& zip, const Relations& relations,
                          const std::string& name)
{
    const auto part = relations.by_kind.find("sharedStrings");
    if (part == relations.by_kind.end()) return {};
    const auto xml = read_part(zip, part->second, name);
    if (!xml) return fail(xml.error());
    for (const auto item : child(*xml, "sst").children())
        if (is_called(item, "si")) book.shared_strings.push_back(string_text(item));
    return {};
}

Result<void> read_styles(Workbook& book, const paper::ZipReader& zip, const Relations& relations,
                         const std::string& name)
{
    const auto part = relations.by_kind.find("styles");
    if (part == relations.by_kind.end()) return {};
    const auto xml = read_part(zip, part->second, name);
    if (!xml) return fail(xml.error());
    const auto sheet = child(*xml, "styleSheet");
    std::map<std::size_t, DateParts> custom;
    for (const auto format : child(sheet, "numFmts").children())
        custom[index_in(attribute(format, "numFmtId"))] = date_parts(attribute(format, "formatCode"));
    for (const auto format : child(sheet, "cellXfs").children()) {
        const auto id = index_in(attribute(format, "numFmtId"));
        const auto own = custom.find(id);
        const int builtin = id < 1000 ? static_cast<int>(id) : 0;
        book.styles.push_back(own != custom.end() ? own->second : date_parts_of_builtin(builtin));
    }
    return {};
}

/// The column of a reference such as AB12, from 0; empty when it is none.
std::optional<std::size_t> column_of(std::string_view reference)
{
    std::size_t column = 0, letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (++letters > 3) return std::nullopt;
    }
    if (letters == 0 || column > most_columns) return std::nullopt;
    return column - 1;
}

SheetCell number_cell(const Workbook& book, std::string_view value, std::string_view style)
{
    const auto number = number_in(value);
    if (!number) return {SheetCell::Kind::text, std::string(value)};
    const auto format = style.empty() ? 0 : index_in(style);
    const auto parts = format < book.styles.size() ? book.styles[format] : DateParts::none;
    if (parts != DateParts::none)
        if (auto text = serial_text(*number, parts, book.from_1904); !text.empty())
            return {SheetCell::Kind::date, std::move(text)};
    return {SheetCell::Kind::number, {}, *number};
}

SheetCell cell_of(const Workbook& book, pugi::xml_node cell)
{
    const auto type = attribute(cell, "t");
    if (type == "inlineStr") return {SheetCell::Kind::text, string_text(child(cell, "is"))};
    const auto value_node = child(cell, "v");
    if (!value_node) return {};
    auto value = paper::text_of(value_node);
    if (type == "s") {
        const auto index = index_in(value);
        if (index >= book.shared_strings.size()) return {};
        return {SheetCell::Kind::text, book.shared_strings[index]};
    }
    if (type == "b") return {SheetCell::Kind::boolean, {}, is_yes(value) ? 1.0 : 0.0};
    if (type == "e") return {SheetCell::Kind::error, std::move(value)};
    if (type == "d") return {SheetCell::Kind::date, std::move(value)};
    if (type == "str") return {SheetCell::Kind::text, std::move(value)};
    return number_cell(book, value, attribute(cell, "s"));
}

Result<TableRead> read_sheet(const Workbook& book, const Sheet& sheet, const paper::ZipReader& zip,
                             const std::string& name, const ReadOptions& options)
{
    const auto xml = read_part(zip, sheet.part, name);
    if (!xml) return fail(xml.error());
    SheetTable table(options);
    for (const auto row : child(child(*xml, "worksheet"), "sheetData").children()) {
        std::size_t next = 0;
        for (const auto cell : row.children()) {
            const auto column = column_of(attribute(cell, "r")).value_or(next);
            if (column >= most_columns) break;
            table.put(column, cell_of(book, cell));
            next = column + 1;
        }
        if (auto fits = table.end_row(); !fits) return fail(fits.error());
    }
    auto read = table.finish(say("Sheet \"{}\" of \"{}\"", sheet.name, name));
    if (read) read->sheet = sheet.name;
    return read;
}

/// The sheet by its name; without one the first that is not hidden.
Result<const Sheet*> chosen(const Workbook& book, const std::string& wanted, const std::string& name)
{
    std::vector<std::string> names;
    for (const auto& sheet : book.sheets) {
        if (wanted.empty() ? !sheet.hidden : sheet.name == wanted) return &sheet;
        names.push_back(sheet.name);
    }
    if (wanted.empty() && !book.sheets.empty()) return &book.sheets.front();
    return no_such_sheet(name, wanted, names);
}

}

Result<TableRead> read_xlsx(std::string bytes, const std::string& name, const ReadOptions& options)
{
    const auto zip = open_workbook(std::move(bytes), name);
    if (!zip) return fail(zip.error());
    const auto relations = read_relations(*zip, name);
    if (!relations) return fail(relations.error());
    Workbook book;
    for (const auto read : {&read_sheets, &read_strings, &read_styles})
        if (const auto done = read(book, *zip, *relations, name); !done) return fail(done.error());
    const auto sheet = chosen(book, options.sheet, name);
    if (!sheet) return fail(sheet.error());
    return read_sheet(book, **sheet, *zip, name, options);
}

}
