#include "paper/zip.h"
#include "stats/table_json.h"
#include "stats/table_reader.h"
#include "support/corpus.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace stats;
using testing::ElementsAre;
using testing::HasSubstr;
using workbench::ErrorCode;

namespace
{

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Parts& parts)
{
    paper::ZipWriter writer;
    for (const auto& [name, bytes] : parts) writer.add(name, bytes);
    return writer.finish().value();
}

constexpr auto relations = R"(<Relationships>
<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>
<Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>)";
constexpr auto strings = R"(<sst><si><t>zona</t></si><si><r><t>Ju</t></r><r><t>nín</t></r><rPh><t>x</t></rPh></si>
<si><t xml:space="preserve"> 1,234 </t></si></sst>)";
// formats: 0 General, 1 dd/mm/yyyy, 2 built-in date, 3 [h]:mm, 4 "day" 0.0, 5 date and time
constexpr auto styles = R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="[Red]&quot;day&quot; 0.0"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/>
</cellXfs></styleSheet>)";

/// A workbook with one sheet of the given rows.
std::string xlsx(const std::string& rows, const std::string& properties = "")
{
    return zipped(
        {{"xl/workbook.xml",
          "<workbook>" + properties + R"(<sheets><sheet name="Hoja 1" sheetId="1" r:id="r1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels", relations},
         {"xl/sharedStrings.xml", strings},
         {"xl/styles.xml", styles},
         {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

std::string ods(const std::string& rows)
{
    return zipped({{"content.xml", "<office:document-content><office:body><office:spreadsheet>"
                                   "<table:table table:name=\"Uno\">" +
                                       rows +
                                       "</table:table><table:table table:name=\"Dos\"/>"
                                       "</office:spreadsheet></office:body></office:document-content>"}});
}

TableRead read(const std::string& bytes, const std::string& name = "t.xlsx", const ReadOptions& options = {})
{
    auto result = read_table_bytes(bytes, name, options);
    EXPECT_TRUE(result) << (result ? "" : result.error().detail);
    return result ? std::move(*result) : TableRead{};
}

std::vector<std::string> texts(const TableRead& read, std::size_t column)
{
    std::vector<std::string> all;
    const auto& cells = read.table.columns().at(column);
    for (std::size_t row = 0; row < cells.size(); ++row)
        all.push_back((cells.is_missing(row) ? "!" : "") + std::string(cells.text(row)));
    return all;
}

std::vector<std::string> types(const TableRead& read)
{
    std::vector<std::string> names;
    for (const auto& column : read.table.columns()) names.emplace_back(name_of(column.info().type));
    return names;
}

TEST(Workbook, ReadsWhatAnotherProgramWrote)
{
    const auto t = read_table(support::data("tables") / "brechas.xlsx");
    ASSERT_TRUE(t);
    EXPECT_EQ(t->sheet, "Brechas"); // the first that is not hidden
    EXPECT_FALSE(t->encoding || t->separator);
    EXPECT_THAT(types(*t), ElementsAre("text", "number", "number", "date", "boolean", "number"));
    EXPECT_THAT(texts(*t, 0), ElementsAre("Agua", "Desag\u00fce", "Electricidad", "!"));
    EXPECT_THAT(texts(*t, 2), ElementsAre("5.65", "!", "1.66", "!"));
    EXPECT_THAT(texts(*t, 3), ElementsAre("2023-01-31", "2023-12-01", "2024-02-29", "!"));
    EXPECT_THAT(texts(*t, 4), ElementsAre("TRUE", "FALSE", "TRUE", "!"));

    ReadOptions options;
    options.sheet = "Notas";
    EXPECT_EQ(read_table(support::data("tables") / "brechas.xlsx", options)->table.rows(), 0u);
    options.sheet = "Otra";
    const auto none = read_table(support::data("tables") / "brechas.xlsx", options);
    EXPECT_EQ(none.error().code, ErrorCode::not_found);
    EXPECT_THAT(none.error().hint, HasSubstr("Brechas"));
}

TEST(Workbook, EveryKindOfCell)
{
    const auto t = read(xlsx(R"(<row><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>b</t></is></c>
        <c r="C1" t="str"><v>c</v></c><c r="D1"><v>2021</v></c></row><row/>
        <row><c r="A3" t="s"><v>1</v></c><c r="B3"><v>0.28999999999999998</v></c><c r="C3" t="b"><v>1</v></c>
             <c r="D3" t="e"><v>#N/A</v></c></row>
        <row><c r="B4"><v>1E-3</v></c><c r="C4" t="b"><v>0</v></c><c r="D4"><f>1+1</f><v>2</v></c></row>)"));
    EXPECT_THAT(types(t), ElementsAre("text", "number", "boolean", "integer"));
    EXPECT_EQ(t.table.columns()[3].name(), "2021");
    EXPECT_THAT(texts(t, 0), ElementsAre("Jun\u00edn", "!"));
    EXPECT_THAT(texts(t, 1), ElementsAre("0.29", "0.001"));
    EXPECT_THAT(texts(t, 3), ElementsAre("!#N/A", "2"));
    EXPECT_THAT(t.warnings, testing::Contains(HasSubstr("error of its formula")));
}

std::string dates(const std::string& properties)
{
    return xlsx(R"(<row><c r="A1" t="str"><v>f</v></c></row><row><c r="A2" s="1"><v>59</v></c></row>
        <row><c r="A3" s="2"><v>61</v></c></row><row><c r="A4" s="1"><v>45351</v></c></row>)",
                properties);
}

TEST(Workbook, DatesComeThroughTheTableOfStyles)
{
    EXPECT_THAT(texts(read(dates("")), 0), ElementsAre("1900-02-28", "1900-03-01", "2024-02-29"));
    EXPECT_THAT(texts(read(dates(R"(<workbookPr date1904="1"/>)")), 0),
                ElementsAre("1904-02-29", "1904-03-02", "2028-03-01"));
    const auto t = read(xlsx(R"(<row><c r="A1" t="str"><v>h</v></c><c r="B1" t="str"><v>n</v></c>
        <c r="C1" t="str"><v>t</v></c></row>
        <row><c r="A2" s="3"><v>1.5</v></c><c r="B2" s="4"><v>41</v></c><c r="C2" s="5"><v>45351.4375</v></c></row>)"));
    EXPECT_THAT(texts(t, 0), ElementsAre("36:00:00"));
    EXPECT_THAT(texts(t, 1), ElementsAre("41")); // "day" in quotes is not a day
    EXPECT_THAT(texts(t, 2), ElementsAre("2024-02-29T10:30:00"));
}

TEST(Workbook, TextThatMayBeTwoNumbersMustBeAsked)
{
    const auto file = xlsx(R"(<row><c r="A1" t="str"><v>monto</v></c></row><row><c r="A2" t="s"><v>2</v></c></row>
        <row><c r="A3"><v>0.5</v></c></row>)");
    const auto asks = read_table_bytes(file, "t.xlsx");
    ASSERT_FALSE(asks);
    EXPECT_EQ(asks.error().code, ErrorCode::bad_value);
    EXPECT_THAT(asks.error().detail, HasSubstr("monto"));
    ReadOptions options;
    options.decimal = ',';
    const auto told = read(file, "t.xlsx", options);
    EXPECT_THAT(told.table.columns()[0].values(), ElementsAre(1.234, 0.5));
}

TEST(Workbook, DamageIsRefused)
{
    EXPECT_EQ(read_table_bytes("PK\x03\x04", "t.xlsx").error().code, ErrorCode::bad_file);
    EXPECT_EQ(read_table_bytes(zipped({{"a", "b"}}), "t.xlsx").error().code, ErrorCode::bad_file);
    EXPECT_EQ(read_table_bytes(xlsx("<row>"), "t.xlsx").error().code, ErrorCode::bad_file);
    EXPECT_EQ(read_table_bytes(xlsx(""), "t.xlsx").error().code, ErrorCode::bad_file);
    EXPECT_EQ(read_table_bytes(zipped({{"content.xml", "<a/>"}}), "t.ods").error().code, ErrorCode::not_found);
    // a reference far outside, a string that is not there: no crash, no cell
    const auto t = read(xlsx(R"(<row><c r="A1" t="str"><v>a</v></c></row>
        <row><c r="A2" t="s"><v>99999</v></c><c r="ZZZZZ9"><v>5</v></c></row>)"));
    EXPECT_EQ(t.table.columns().size(), 2u);
}

TEST(Workbook, ReadsOpenDocumentSheets)
{
    const auto file = ods(R"(<table:table-header-rows><table:table-row>
        <table:table-cell office:value-type="string"><text:p>zona</text:p><office:annotation><text:p>no</text:p>
        </office:annotation></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>n</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>f</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="16381"/></table:table-row></table:table-header-rows>
        <table:table-row table:number-rows-repeated="2">
        <table:table-cell office:value-type="string"><text:p>Jun&#237;n</text:p></table:table-cell>
        <table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5 %</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2024-02-29"><text:p>29/02/24</text:p>
        </table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>)");
    const auto t = read(file, "t.ods");
    EXPECT_EQ(t.sheet, "Uno");
    EXPECT_THAT(types(t), ElementsAre("text", "number", "date"));
    EXPECT_EQ(t.table.columns()[0].name(), "zona");
    EXPECT_THAT(texts(t, 0), ElementsAre("Jun\u00edn", "Jun\u00edn"));
    EXPECT_THAT(texts(t, 1), ElementsAre("0.125", "0.125"));
    ReadOptions options;
    options.sheet = "Dos";
    EXPECT_EQ(read_table_bytes(file, "t.ods", options).error().code, ErrorCode::bad_file); // holds nothing
}

TEST(Workbook, ReadsJson)
{
    const auto list = read(R"([{"a":1.5,"b":"x"},{"b":null,"c":true},{"a":1.234}])", "t.json");
    EXPECT_THAT(types(list), ElementsAre("number", "text", "boolean"));
    EXPECT_THAT(texts(list, 0), ElementsAre("1.5", "!", "1.234"));
    const auto table = read(R"({"columns":["a","b"],"rows":[[1,"x"],[2,""]]})", "t.json");
    EXPECT_THAT(texts(table, 1), ElementsAre("x", "!"));
    for (const char* wrong : {"", "{", "7", "[1]", "{}", R"({"columns":["a"],"rows":[1]})", R"([{"a":[1]}])"})
        EXPECT_EQ(read_table_bytes(wrong, "t.json").error().code, ErrorCode::bad_file) << wrong;
}

TEST(Workbook, AProjectKeepsTheCellsAsWritten)
{
    const auto before = read("a;b\n0,5;\"x \"\"y\"\"\"\n;z\n", "t.csv");
    std::vector<ColumnInfo> infos;
    for (const auto& column : before.table.columns()) infos.push_back(column.info());
    const auto cells = cells_json(before.table);
    EXPECT_EQ(cells.dump(), R"({"columns":["a","b"],"rows":[["0,5","x \"y\""],["","z"]]})");
    const auto after = table_from_cells(cells, infos, before.notation);
    ASSERT_TRUE(after);
    EXPECT_EQ(cells_json(*after), cells);
    EXPECT_EQ(after->find("a")->values()[0], 0.5);
    infos.pop_back();
    EXPECT_EQ(table_from_cells(cells, infos, before.notation).error().code, ErrorCode::bad_value);
    EXPECT_EQ(table_from_cells({{"rows", 1}}, {}, {}).error().code, ErrorCode::bad_value);
}

TEST(Workbook, ATotalBelowTheTableIsToldOf)
{
    const auto t = read("zona;n\nA;1\nTotal general;1\n", "t.csv");
    EXPECT_THAT(t.warnings, ElementsAre(HasSubstr("looks like a total")));
}

}
