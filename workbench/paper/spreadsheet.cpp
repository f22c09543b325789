#include "paper/spreadsheet.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include "utf8.h"
#include <algorithm>
#include <cassert>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace paper
{

namespace
{

constexpr std::size_t most_characters = 32'767, most_rows = 1'048'576, most_columns = 16'384;
constexpr auto main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// 0 is A, 25 is Z, 26 is AA.
std::string column_name(std::size_t column)
{
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Excel reads "_x0041_" as "A"; who writes that means it, so its underscore is written in the same way.
std::string guard_escapes(const std::string& text)
{
    std::string guarded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escape = text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
                            std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                                        text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
        guarded += escape ? "_x005F_" : std::string(1, text[at]);
    }
    return guarded;
}

/// Length as Excel counts: UTF-16 units.
std::size_t excel_length(const std::string& text)
{
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto step = utf8_step(text, at);
        units += step.point > 0xFFFF ? 2 : 1;
        at += step.length;
    }
    return units;
}

std::string first_characters(const std::string& text, std::size_t most)
{
    std::size_t at = 0;
    for (std::size_t n = 0; at < text.size() && n < most; ++n) at += utf8_step(text, at).length;
    return text.substr(0, at);
}

/// What Excel accepts as a name: no []:*?/\ and no controls, 1 to 31 characters, no apostrophe at either end.
std::string clean_name(std::string name)
{
    name = valid_utf8(name);
    std::ranges::replace_if(
        name,
        [](char c) {
            return static_cast<unsigned char>(c) < 0x20 ||
                   std::string_view("[]:*?/\\").find(c) != std::string_view::npos;
        },
        ' ');
    name = first_characters(name, 31);
    const auto first = name.find_first_not_of(" '"), last = name.find_last_not_of(" '");
    return first == name.npos ? "1" : name.substr(first, last - first + 1);
}

std::string folded(std::string name)
{
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

std::vector<std::string> names_of(const std::vector<Sheet>& sheets)
{
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const auto& sheet : sheets) {
        const auto wanted = clean_name(sheet.name);
        auto name = wanted;
        for (int n = 2; !taken.insert(folded(name)).second; ++n) {
            const auto tail = fmt::format(" ({})", n);
            name = first_characters(wanted, 31 - tail.size()) + tail;
        }
        names.push_back(name);
    }
    return names;
}

std::optional<Problem> inspect(const Sheet& sheet)
{
    const auto large = [&](const std::string& what) {
        return Problem{ProblemKind::too_large, fmt::format("sheet {}: {}", sheet.name, what)};
    };
    if (sheet.rows.size() > most_rows) return large(fmt::format("{} rows", sheet.rows.size()));
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        if (sheet.rows[r].size() > most_columns) return large(fmt::format("{} columns", sheet.rows[r].size()));
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
            if (const auto* text = std::get_if<std::string>(&sheet.rows[r][c].value))
                if (text->size() > most_characters && excel_length(*text) > most_characters)
                    return large(
                        fmt::format("cell {}{} holds {} characters", column_name(c), r + 1, excel_length(*text)));
    }
    return std::nullopt;
}

std::vector<double> widths_of(const Sheet& sheet)
{
    auto widths = sheet.widths;
    std::size_t columns = 0;
    for (const auto& row : sheet.rows) columns = std::max(columns, row.size());
    const auto given = widths.size();
    widths.resize(std::max(columns, given), 8);
    for (const auto& row : sheet.rows) {
        if (row.size() < 2) continue; // a title runs over its neighbours
        for (std::size_t i = given; i < row.size(); ++i)
            if (const auto* text = std::get_if<std::string>(&row[i].value))
                widths[i] = std::clamp(static_cast<double>(utf8_length(*text)) + 2, widths[i], 60.0);
    }
    return widths;
}

void write_cell(XmlWriter& xml, const SheetCell& cell, const std::string& place)
{
    const auto style = std::to_string(static_cast<int>(cell.look));
    const auto* number = std::get_if<double>(&cell.value);
    if (const auto* text = std::get_if<std::string>(&cell.value); text && !text->empty()) {
        xml.open("c").attribute("r", place).attribute("s", style).attribute("t", "inlineStr").open("is").open("t");
        xml.attribute("xml:space", "preserve").text(guard_escapes(*text)).close().close().close();
    } else if (number && std::isfinite(*number)) {
        xml.open("c").attribute("r", place).attribute("s", style).leaf("v", fmt::format("{}", *number)).close();
    } else if (cell.look != CellLook::plain) {
        xml.open("c").attribute("r", place).attribute("s", style).close();
    }
}

void write_view(XmlWriter& xml, int frozen)
{
    xml.open("sheetViews").open("sheetView").attribute("workbookViewId", "0");
    if (frozen > 0) {
        xml.open("pane").attribute("ySplit", std::to_string(frozen));
        xml.attribute("topLeftCell", fmt::format("A{}", frozen + 1)).attribute("activePane", "bottomLeft");
        xml.attribute("state", "frozen").close();
    }
    xml.close().close();
}

std::string sheet_part(const Sheet& sheet)
{
    XmlWriter xml;
    xml.open("worksheet").attribute("xmlns", main_namespace);
    write_view(xml, sheet.frozen_rows);
    const auto widths = widths_of(sheet);
    if (!widths.empty()) xml.open("cols");
    for (std::size_t i = 0; i < widths.size(); ++i) {
        xml.open("col").attribute("min", std::to_string(i + 1)).attribute("max", std::to_string(i + 1));
        xml.attribute("width", fmt::format("{:.1f}", widths[i])).attribute("customWidth", "1").close();
    }
    if (!widths.empty()) xml.close();
    xml.open("sheetData");
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        xml.open("row").attribute("r", std::to_string(r + 1));
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
            write_cell(xml, sheet.rows[r][c], column_name(c) + std::to_string(r + 1));
        xml.close();
    }
    xml.close().close();
    return xml.finish();
}

/// The formats stand in the order of CellLook.
std::string styles_part()
{
    XmlWriter xml;
    xml.open("styleSheet").attribute("xmlns", main_namespace);
    constexpr auto name = R"(<sz val="11"/><name val="Calibri"/><family val="2"/>)";
    xml.raw(fmt::format(R"(<fonts count="3"><font>{0}</font><font><b/>{0}</font><font><i/>{0}</font></fonts>)", name));
    xml.raw(
        R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>)"
        R"(</fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/>)"
        R"(<right/><top/><bottom style="thin"><color rgb="FF000000"/></bottom><diagonal/></border></borders>)"
        R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
        R"(<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">)"
        R"(<alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" )"
        R"(applyFont="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="0" fontId="1" )"
        R"(fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" )"
        R"(xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>)"
        R"(</cellStyles>)");
    xml.close();
    return xml.finish();
}

std::string workbook_part(const std::vector<std::string>& names)
{
    XmlWriter xml;
    xml.open("workbook").attribute("xmlns", main_namespace).attribute("xmlns:r", relation_types);
    xml.open("bookViews").leaf("workbookView").close().open("sheets");
    for (std::size_t i = 0; i < names.size(); ++i) {
        xml.open("sheet").attribute("name", names[i]).attribute("sheetId", std::to_string(i + 1));
        xml.attribute("r:id", fmt::format("sheet{}", i + 1)).close();
    }
    xml.close().close();
    return xml.finish();
}

struct Relation {
    std::string id, type, target;
};

std::string relations_part(const std::vector<Relation>& relations)
{
    XmlWriter xml;
    xml.open("Relationships").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    for (const auto& [id, type, target] : relations)
        xml.open("Relationship").attribute("Id", id).attribute("Type", type).attribute("Target", target).close();
    xml.close();
    return xml.finish();
}

std::string content_types(std::size_t sheets)
{
    constexpr auto spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    XmlWriter xml;
    xml.open("Types").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    xml.raw(R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
            R"(<Default Extension="xml" ContentType="application/xml"/>)");
    const auto part = [&](const std::string& name, const std::string& type) {
        xml.open("Override").attribute("PartName", name).attribute("ContentType", type).close();
    };
    part("/xl/workbook.xml", std::string(spreadsheet) + "sheet.main+xml");
    part("/xl/styles.xml", std::string(spreadsheet) + "styles+xml");
    for (std::size_t i = 1; i <= sheets; ++i)
        part(fmt::format("/xl/worksheets/sheet{}.xml", i), std::string(spreadsheet) + "worksheet+xml");
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    xml.close();
    return xml.finish();
}

std::string core_part(const SheetProperties& properties)
{
    XmlWriter xml;
    xml.open("cp:coreProperties");
    xml.attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attribute("xmlns:dcterms", "http://purl.org/dc/terms/");
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.leaf("dc:title", properties.title).leaf("dc:creator", properties.author);
    xml.open("dcterms:created").attribute("xsi:type", "dcterms:W3CDTF").text(properties.created).close().close();
    return xml.finish();
}

}

Result<std::string> write_spreadsheet(const std::vector<Sheet>& sheets, const SheetProperties& properties)
{
    assert(!sheets.empty());
    for (const auto& sheet : sheets)
        if (auto trouble = inspect(sheet)) return tl::unexpected(std::move(*trouble));
    const std::string types(relation_types);
    constexpr auto core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    std::vector<Relation> relations{{"styles", types + "/styles", "styles.xml"}};
    ZipWriter zip;
    zip.add("[Content_Types].xml", content_types(sheets.size()));
    zip.add("_rels/.rels", relations_part({{"workbook", types + "/officeDocument", "xl/workbook.xml"},
                                           {"core", core, "docProps/core.xml"}}));
    zip.add("docProps/core.xml", core_part(properties));
    zip.add("xl/workbook.xml", workbook_part(names_of(sheets)));
    zip.add("xl/styles.xml", styles_part());
    for (std::size_t i = 1; i <= sheets.size(); ++i) {
        const auto name = fmt::format("worksheets/sheet{}.xml", i);
        relations.push_back({fmt::format("sheet{}", i), types + "/worksheet", name});
        zip.add("xl/" + name, sheet_part(sheets[i - 1]));
    }
    zip.add("xl/_rels/workbook.xml.rels", relations_part(relations));
    return zip.finish();
}

}
