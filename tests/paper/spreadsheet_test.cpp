#include "paper/spreadsheet.h"
#include "paper/writers.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include "sample.h"
#include <cmath>
#include <set>

using namespace paper;

namespace
{

std::string part(const std::string& bytes, const std::string& name)
{
    return ZipReader::open(bytes).value().read(name).value();
}

/// Cells by their place: text in quotes, numbers bare.
std::map<std::string, std::string> cells(const std::string& bytes, int sheet = 1)
{
    std::map<std::string, std::string> all;
    const auto tree = parse_xml(part(bytes, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml")).value();
    for (const auto& found : tree.select_nodes("//c")) {
        const auto cell = found.node();
        const bool text = cell.attribute("t");
        all[cell.attribute("r").value()] = text ? "'" + text_of(cell) + "'" : text_of(cell);
    }
    return all;
}

std::vector<std::string> sheet_names(const std::vector<std::string>& wanted)
{
    std::vector<Sheet> sheets;
    for (const auto& name : wanted) sheets.push_back({.name = name, .rows = {}});
    std::vector<std::string> names;
    const auto tree = parse_xml(part(write_spreadsheet(sheets).value(), "xl/workbook.xml")).value();
    for (const auto& found : tree.select_nodes("//sheet/@name")) names.emplace_back(found.attribute().value());
    return names;
}

}

TEST(Spreadsheet, NumbersAreNumbersAndTextIsText)
{
    const auto bytes = write_spreadsheet({{.name = "a",
                                           .rows = {{"=1+1", 1.5, {}, 0.1 + 0.2},
                                                    {"007", -3.0, std::nan(""), INFINITY},
                                                    {" a < b ", 1e300, 123456789.0}}}})
                           .value();
    EXPECT_EQ(cells(bytes), (std::map<std::string, std::string>{{"A1", "'=1+1'"},
                                                                {"B1", "1.5"},
                                                                {"D1", "0.30000000000000004"},
                                                                {"A2", "'007'"},
                                                                {"B2", "-3"},
                                                                {"A3", "' a < b '"},
                                                                {"B3", "1e+300"},
                                                                {"C3", "123456789"}}));
    EXPECT_EQ(bytes, write_spreadsheet({{.name = "a",
                                         .rows = {{"=1+1", 1.5, {}, 0.1 + 0.2},
                                                  {"007", -3.0, std::nan(""), INFINITY},
                                                  {" a < b ", 1e300, 123456789.0}}}})
                         .value());
}

TEST(Spreadsheet, ColumnsGoOnAfterZ)
{
    Sheet sheet{.name = "a", .rows = {std::vector<SheetCell>(703, 1.0)}};
    const auto all = cells(write_spreadsheet({sheet}).value());
    for (const auto place : {"A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"}) EXPECT_TRUE(all.contains(place)) << place;
    EXPECT_EQ(all.size(), 703u);
}

TEST(Spreadsheet, NamesAreWhatExcelAccepts)
{
    EXPECT_EQ(sheet_names({"Tabla 1", "tabla 1", "", "a/b:c?", "'x'", "['*"}),
              (std::vector<std::string>{"Tabla 1", "tabla 1 (2)", "1", "a b c", "x", "1 (2)"}));
    const auto longest =
        sheet_names({std::string(40, 'm'), std::string(50, 'm'), "ñandú ñandú ñandú ñandú ñandú ñandú"});
    EXPECT_EQ(longest[0], std::string(31, 'm'));
    EXPECT_EQ(longest[1], std::string(27, 'm') + " (2)");
    EXPECT_EQ(longest[2], "ñandú ñandú ñandú ñandú ñandú ñ");
}

TEST(Spreadsheet, ExcelsOwnEscapesAreGuarded)
{
    const auto all =
        cells(write_spreadsheet({{.name = "a", .rows = {{"_x0041_", "_x004_", "a_xFFfF_b", "_x"}}}}).value());
    EXPECT_EQ(all.at("A1"), "'_x005F_x0041_'");
    EXPECT_EQ(all.at("B1"), "'_x004_'");
    EXPECT_EQ(all.at("C1"), "'a_x005F_xFFfF_b'");
    EXPECT_EQ(all.at("D1"), "'_x'");
}

TEST(Spreadsheet, WhatTheFormatCannotHoldIsRefusedByPlace)
{
    EXPECT_TRUE(write_spreadsheet({{.name = "a", .rows = {{std::string(32'767, 'x')}}}}));
    const auto text = write_spreadsheet({{.name = "a", .rows = {{}, {"", std::string(32'768, 'x')}}}});
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind, ProblemKind::too_large);
    EXPECT_THAT(text.error().what, testing::HasSubstr("B2"));
    EXPECT_FALSE(write_spreadsheet({{.name = "a", .rows = {std::vector<SheetCell>(16'385)}}}));
    EXPECT_FALSE(write_spreadsheet({{.name = "a", .rows = std::vector<std::vector<SheetCell>>(1'048'577)}}));
}

TEST(Spreadsheet, RelationsAndTypesAreComplete)
{
    const auto bytes =
        write_spreadsheet({{.name = "a", .rows = {}}, {.name = "b", .rows = {{"x"}}, .frozen_rows = 1}}).value();
    const auto zip = ZipReader::open(bytes).value();
    for (const auto& entry : zip.entries()) EXPECT_TRUE(parse_xml(zip.read(entry.name).value())) << entry.name;
    const auto relations = parse_xml(part(bytes, "xl/_rels/workbook.xml.rels")).value();
    for (const auto& found : relations.select_nodes("//@Target"))
        EXPECT_TRUE(zip.has("xl/" + std::string(found.attribute().value())));
    const auto types = parse_xml(part(bytes, "[Content_Types].xml")).value();
    for (const auto& found : types.select_nodes("//@PartName")) EXPECT_TRUE(zip.has(found.attribute().value() + 1));
    const auto book = parse_xml(part(bytes, "xl/workbook.xml")).value();
    for (const auto& found : book.select_nodes("//sheet/@r:id"))
        EXPECT_TRUE(
            relations.select_node(("//Relationship[@Id='" + std::string(found.attribute().value()) + "']").c_str()));
}

TEST(Xlsx, TablesBecomeSheetsWithNumbers)
{
    const auto bytes = write_xlsx(sample()).value();
    const auto all = cells(bytes);
    EXPECT_EQ(all.at("A1"), "'Tabla 1'");
    EXPECT_EQ(all.at("A2"), "'Correlación entre brecha y atención, por año'");
    EXPECT_EQ(all.at("A4"), "'2019'") << "a label, for its column is set to the left";
    EXPECT_EQ(all.at("B4"), "10");
    EXPECT_EQ(all.at("C4"), "-0.265");
    EXPECT_EQ(all.at("C5"), "'.71*'") << "the star is no number";
    EXPECT_EQ(all.at("D6"), "1");
    EXPECT_EQ(all.at("A7"), "'Nota. Rho de Spearman, prueba bilateral. * p < .05.'");
    EXPECT_EQ(cells(bytes, 2).at("C43"), "120");
}

TEST(Xlsx, OnlyPlainNumbersAreNumbers)
{
    Table table{.title = "t", .columns = {{"n", Align::decimal}}};
    const std::pair<std::string, std::string> rows[]{
        {"1,5", "1.5"},   {",5", "0.5"},       {"-3", "-3"},     {"\u22123", "-3"},    {"0", "0"},
        {"0,25", "0.25"}, {"007", "'007'"},    {"1.5", "'1.5'"}, {"1,2,3", "'1,2,3'"}, {"", ""},
        {"-", "'-'"},     {"1e5", "'1e5'"},    {"inf", "'inf'"}, {"12 %", "'12 %'"},   {"1-2", "'1-2'"},
        {",", "','"},     {"1 234", "'1 234'"}};
    for (const auto& [text, expected] : rows) table.rows.push_back({text});
    const auto all = cells(write_xlsx({.title = "t", .decimal_sign = ',', .blocks = {table}}).value());
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const auto found = all.find("A" + std::to_string(i + 4));
        EXPECT_EQ(found == all.end() ? "" : found->second, rows[i].second) << rows[i].first;
    }
}

TEST(Xlsx, DocumentWithoutTablesSaysItsTitle)
{
    EXPECT_EQ(cells(write_xlsx({.title = "Informe"}).value()).at("A1"), "'Informe'");
    EXPECT_TRUE(write_xlsx({}));
}

TEST(SpreadsheetReader, ReadsBackWhatWasWritten)
{
    const auto bytes =
        write_spreadsheet({{.name = "a", .rows = {{"head", "caf\u00e9 <&>"}, {}, {SheetCell(), 2.5, "=1+1"}}},
                           {.name = "b", .rows = {{"other"}}}})
            .value();
    const auto rows = read_first_sheet(bytes).value();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"head", "caf\u00e9 <&>"}));
    EXPECT_TRUE(rows[1].empty());
    EXPECT_EQ(rows[2], (std::vector<std::string>{"", "2.5", "=1+1"}));
}

TEST(SpreadsheetReader, RefusesWhatIsNoWorkbook)
{
    EXPECT_EQ(read_first_sheet("PK").error().kind, ProblemKind::bad_file);
    ZipWriter zip;
    zip.add("a.txt", "x");
    EXPECT_EQ(read_first_sheet(zip.finish().value()).error().kind, ProblemKind::bad_file);
    const auto whole = write_spreadsheet({{.name = "a", .rows = {{"x"}}}}).value();
    for (std::size_t cut = 0; cut < whole.size(); cut += 97)
        EXPECT_FALSE(read_first_sheet(whole.substr(0, cut))) << cut;
}

TEST(SpreadsheetReader, TakesTheFirstSheetThatIsShown)
{
    const auto book = [](const std::string& cells) {
        ZipWriter zip;
        zip.add("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"t/worksheet\" Target=\"worksheets/one.xml\"/>"
                "<Relationship Id=\"r2\" Type=\"t/worksheet\" Target=\"/xl/worksheets/two.xml\"/></Relationships>");
        zip.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"h\" state=\"hidden\" r:id=\"r1\"/>"
                                   "<sheet name=\"v\" r:id=\"r2\"/></sheets></workbook>");
        zip.add("xl/worksheets/one.xml", "<worksheet/>");
        zip.add("xl/worksheets/two.xml", "<worksheet><sheetData>" + cells + "</sheetData></worksheet>");
        return read_first_sheet(zip.finish().value());
    };
    const auto rows =
        book("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>b</t></is></c><c t=\"b\"><v>1</v></c></row>");
    ASSERT_TRUE(rows) << rows.error().what;
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ((*rows)[1], (std::vector<std::string>{"", "b", "true"}));
    EXPECT_EQ(book("<row r=\"999999\"><c><v>1</v></c></row>").error().kind, ProblemKind::too_large);
}
