#include "stats/table_reader.h"
#include "support/corpus.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace stats;
using testing::ElementsAre;
using testing::HasSubstr;
using workbench::ErrorCode;

namespace
{

TableRead read(const std::string& bytes, const ReadOptions& options = {})
{
    auto result = read_table_bytes(bytes, "t.csv", options);
    EXPECT_TRUE(result) << (result ? "" : result.error().detail);
    return result ? std::move(*result) : TableRead{};
}

workbench::Error refusal(const std::string& bytes, const ReadOptions& options = {})
{
    const auto result = read_table_bytes(bytes, "t.csv", options);
    EXPECT_FALSE(result);
    return result ? workbench::Error{} : result.error();
}

std::vector<std::string> types(const TableRead& read)
{
    std::vector<std::string> names;
    for (const auto& column : read.table.columns()) names.emplace_back(name_of(column.info().type));
    return names;
}

std::vector<double> values(const TableRead& read, std::string_view name)
{
    const auto given = read.table.find(name)->values();
    return {given.begin(), given.end()};
}

TEST(TableReader, FindsTypesFromAllRows)
{
    const auto t = read("a,b,c,d,e,f\n1,1.5,x,2024-01-31,s\u00ed,007\n2,,\"y,z\",2024-02-01,no,12\n");
    EXPECT_THAT(types(t), ElementsAre("integer", "number", "text", "date", "boolean", "text"));
    EXPECT_EQ(t.separator, ',');
    EXPECT_EQ(t.notation.decimal, '.');
    EXPECT_EQ(t.encoding, "UTF-8");
    EXPECT_TRUE(t.table.find("b")->is_missing(1));
    EXPECT_EQ(t.table.find("c")->text(1), "y,z");
    EXPECT_EQ(t.table.find("f")->text(0), "007");
    EXPECT_EQ(t.table.find("F"), nullptr);
    EXPECT_EQ(t.sha256.size(), 64u);
    EXPECT_THAT(t.warnings, ElementsAre(HasSubstr("begin with 0")));
}

TEST(TableReader, ADecimalCommaIsSeenFromTheWholeFile)
{
    const auto t = read("zona;brecha;monto\nA;0,435;1.234\nB;12,5;2.500\n");
    EXPECT_EQ(t.separator, ';');
    EXPECT_EQ(t.notation.decimal, ',');
    EXPECT_THAT(values(t, "brecha"), ElementsAre(0.435, 12.5));
    EXPECT_THAT(values(t, "monto"), ElementsAre(1234, 2500));
    EXPECT_EQ(t.table.find("monto")->text(0), "1.234"); // as it was written
}

TEST(TableReader, ADecimalPointIsSeenFromTheWholeFile)
{
    const auto t = read("x\ty\n1,234\t0.5\n2,000,000\t7\n");
    EXPECT_EQ(t.separator, '\t');
    EXPECT_THAT(values(t, "x"), ElementsAre(1234, 2000000));
    EXPECT_EQ(t.table.find("x")->info().type, ColumnType::number);
}

TEST(TableReader, OneRowDecidesEvenTheLast)
{
    std::string file = "x;y\n";
    for (int i = 0; i < 5000; ++i) file += "1,234;1\n";
    const auto asks = refusal(file);
    EXPECT_EQ(asks.code, ErrorCode::bad_value);
    EXPECT_THAT(values(read(file + "0,5;1\n"), "x"), testing::Contains(1.234));
    EXPECT_THAT(values(read(file + "1,234,567;1\n"), "x"), testing::Contains(1234));
}

TEST(TableReader, OneThousandTwoHundredOrOnePointTwoMustBeAsked)
{
    for (const char* file : {"name;value\nA;1,234\nB;2,345\n", "value\n1,234\n", "name,value\nA,\"1,234\"\n",
                             "name\tvalue\nA\t1.234\n", "name;value\nA;1.234\n"}) {
        const auto error = refusal(file);
        EXPECT_EQ(error.code, ErrorCode::bad_value) << file;
        EXPECT_THAT(error.detail, HasSubstr("value")) << file;
        EXPECT_THAT(error.hint, HasSubstr("--decimal")) << file;
    }
    ReadOptions options;
    options.decimal = ',';
    EXPECT_THAT(values(read("name;value\nA;1,234\n", options), "value"), ElementsAre(1.234));
    options.decimal = '.';
    EXPECT_THAT(values(read("name;value\nA;1,234\n", options), "value"), ElementsAre(1234));
    EXPECT_THAT(values(read("value\n1,234\n", options), "value"), ElementsAre(1234));
}

TEST(TableReader, ThreeDecimalsBetweenCommasAreDecimals)
{
    EXPECT_THAT(values(read("x,y\n2.620,3\n3.215,4\n"), "x"), ElementsAre(2.62, 3.215));
}

TEST(TableReader, TwoNotationsInOneFileAreRefused)
{
    const auto error = refusal("a;b\n1,5;2.5\n");
    EXPECT_EQ(error.code, ErrorCode::bad_value);
    EXPECT_THAT(error.detail, testing::AllOf(HasSubstr("\"a\""), HasSubstr("\"b\"")));
    ReadOptions options;
    options.decimal = ',';
    const auto t = read("a;b\n1,5;2.5\n", options);
    EXPECT_THAT(types(t), ElementsAre("number", "text"));
    EXPECT_THAT(t.warnings, ElementsAre(HasSubstr("decimal sign")));
}

TEST(TableReader, DatesNeedARowThatTellsTheDay)
{
    EXPECT_THAT(types(read("f;x\n03/04/2024;1\n25/04/2024;2\n")), ElementsAre("date", "integer"));
    EXPECT_THAT(types(read("f;x\n03/04/2024;1\n04/25/2024;2\n")), ElementsAre("date", "integer"));
    const auto unclear = read("f;x\n03/04/2024;1\n05/04/2024;2\n");
    EXPECT_THAT(types(unclear), ElementsAre("text", "integer"));
    EXPECT_THAT(unclear.warnings, ElementsAre(HasSubstr("which number")));
}

TEST(TableReader, MissingIsTheEmptyCellOrWhatTheUserSays)
{
    const std::string file = "x,y\n1,1\n2,1\n3,1\n4,1\nN/A,1\n5,1\n";
    const auto plain = read(file);
    EXPECT_THAT(types(plain), ElementsAre("text", "integer"));
    EXPECT_THAT(plain.warnings, ElementsAre(testing::AllOf(HasSubstr("N/A"), HasSubstr("--missing"))));
    ReadOptions options;
    options.missing = {"N/A"};
    const auto told = read(file, options);
    EXPECT_THAT(types(told), ElementsAre("integer", "integer"));
    EXPECT_TRUE(told.table.find("x")->is_missing(4));
    EXPECT_EQ(told.table.find("x")->text(4), "N/A");
}

TEST(TableReader, QuotedCellsHoldAnything)
{
    const auto t = read("a,b\n\"uno\ndos\",\"dice \"\"s\u00ed\"\", creo\"\n\"\",x\"y\n");
    EXPECT_EQ(t.table.find("a")->text(0), "uno\ndos");
    EXPECT_EQ(t.table.find("b")->text(0), "dice \"s\u00ed\", creo");
    EXPECT_TRUE(t.table.find("a")->is_missing(1));
    EXPECT_EQ(t.table.find("b")->text(1), "x\"y");
}

TEST(TableReader, RowsThatDoNotFitAreToldOrRefused)
{
    const auto t = read("a,b,c\n1,2,3\n4\n5,6,7,,\n\n8,9,10\n");
    EXPECT_EQ(t.table.rows(), 4u);
    EXPECT_TRUE(t.table.find("c")->is_missing(1));
    EXPECT_THAT(t.warnings, ElementsAre(HasSubstr("line 3")));
    ReadOptions commas;
    commas.separator = ',';
    const auto error = refusal("a,b\n1,2\n3,4,5\n", commas);
    EXPECT_EQ(error.code, ErrorCode::bad_file);
    EXPECT_THAT(error.detail, HasSubstr("Line 3"));
    EXPECT_EQ(refusal("a,b\n1,\"2\n3,4\n", commas).code, ErrorCode::bad_file);
    EXPECT_THAT(refusal("a,b\n1,2\n1,\"2\n3,4\n", commas).detail, HasSubstr("line 3"));
}

TEST(TableReader, OneColumnHasNoSeparatorAndItsEmptyLinesAreMissing)
{
    const auto t = read("x\n1\n\n3\n\n\n");
    EXPECT_FALSE(t.separator);
    EXPECT_EQ(t.table.rows(), 3u);
    EXPECT_TRUE(t.table.find("x")->is_missing(1));
    const auto text = read("nota\nbueno, pero caro\nmalo\n");
    EXPECT_EQ(text.table.find("nota")->text(0), "bueno, pero caro");
}

TEST(TableReader, NamesAreMadeUnique)
{
    const auto t = read("x,x,,x_2\n1,2,3,4\n");
    std::vector<std::string> names;
    for (const auto& column : t.table.columns()) names.push_back(column.name());
    EXPECT_THAT(names, ElementsAre("x", "x_3", "V3", "x_2"));
    EXPECT_EQ(t.warnings.size(), 2u);
}

TEST(TableReader, HeaderAloneIsATableWithoutRows)
{
    const auto t = read("a,b\n");
    EXPECT_EQ(t.table.rows(), 0u);
    EXPECT_EQ(t.table.columns().size(), 2u);
}

TEST(TableReader, EncodingsAreFound)
{
    EXPECT_EQ(read("\xef\xbb\xbf"
                   "a,b\n1,2\n")
                  .table.columns()[0]
                  .name(),
              "a");
    const auto latin = read("regi\xf3n,a\xf1o\nJun\xedn,2024\nAncash,2023\n");
    EXPECT_EQ(latin.table.columns()[0].name(), "regi\u00f3n");
    EXPECT_NE(latin.encoding, "UTF-8");
    const std::string text = "a\tb\r\n1\t2\r\n";
    std::string wide = "\xff\xfe";
    for (const char c : text) wide += {c, '\0'};
    const auto utf16 = read(wide);
    EXPECT_EQ(utf16.encoding, "UTF-16LE");
    EXPECT_EQ(utf16.separator, '\t');
    EXPECT_THAT(values(utf16, "b"), ElementsAre(2));
}

TEST(TableReader, HostileFilesAreRefused)
{
    EXPECT_EQ(refusal("").code, ErrorCode::bad_file);
    EXPECT_EQ(refusal("\n\n\n").code, ErrorCode::bad_file);
    EXPECT_EQ(refusal("a,b\n1,2\n3,4\n5,6\n7,8\n" + std::string(3, '\0') + "\n9,10\n").code, ErrorCode::bad_file);
    EXPECT_EQ(refusal("PK\x03\x04 a workbook with the wrong name").code, ErrorCode::bad_file);
    EXPECT_EQ(refusal(std::string(20'000, ',').append("x\n")).code, ErrorCode::too_large);
    EXPECT_EQ(refusal("\"").code, ErrorCode::bad_file);
    EXPECT_EQ(read_table_bytes("x", "t.doc").error().code, ErrorCode::unsupported);
    EXPECT_EQ(read_table("/no/such/file.csv").error().code, ErrorCode::not_found);
}

TEST(TableReader, ReadsTheTableOfTheBudgetStudy)
{
    const auto t = read_table(support::data("oracles") / "data/puno_tabla2.csv");
    ASSERT_TRUE(t);
    EXPECT_EQ(t->table.rows(), 10u);
    EXPECT_EQ(t->table.columns()[1].info().level, Level::ratio);
}

}
