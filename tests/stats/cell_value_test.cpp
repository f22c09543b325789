#include "stats/table_data.h"
#include <gtest/gtest.h>

using namespace stats;

namespace
{

/// The value of one cell in a column of the given type; empty when it cannot be read.
std::optional<double> value(const std::string& cell, ColumnType type, Notation notation = {})
{
    CellTexts cells;
    cells.append(cell);
    const Column column({"x", type}, cells, notation);
    if (column.is_missing(0)) return std::nullopt;
    return column.values()[0];
}

struct Row {
    const char* cell;
    std::optional<double> with_point, with_comma;
};

TEST(CellValue, NumbersFollowTheDecimalSign)
{
    for (const auto& [cell, with_point, with_comma] : {
             Row{"12", 12, 12},
             Row{"-12", -12, -12},
             Row{"\u221212", -12, -12},
             Row{"+12", 12, 12},
             Row{" 12 ", 12, 12},
             Row{"\u00a012\u202f", 12, 12},
             Row{"0.435", 0.435, {}},
             Row{"0,435", {}, 0.435},
             Row{"1.234", 1.234, 1234},
             Row{"1,234", 1234, 1.234},
             Row{"1234.567", 1234.567, {}},
             Row{"1.234,5", {}, 1234.5},
             Row{"1,234.5", 1234.5, {}},
             Row{"1.234.567", {}, 1234567},
             Row{"1,234,567.25", 1234567.25, {}},
             Row{"1 234 567,25", {}, 1234567.25},
             Row{"1\u00a0234.5", 1234.5, {}},
             Row{".5", 0.5, {}},
             Row{",034", {}, 0.034},
             Row{"5.", 5, {}},
             Row{"1e+06", 1e6, 1e6},
             Row{"-8.954e-13", -8.954e-13, {}},
             Row{"-8,954E-13", {}, -8.954e-13},
             Row{"12,34,567", {}, {}},
             Row{"1.2.3", {}, {}},
             Row{"1,23.456", {}, {}},
             Row{"1.234,567.8", {}, {}},
             Row{".", {}, {}},
             Row{"-", {}, {}},
             Row{"e5", {}, {}},
             Row{"1e", {}, {}},
             Row{"1e999", {}, {}},
             Row{"inf", {}, {}},
             Row{"NaN", {}, {}},
             Row{"0x1F", {}, {}},
             Row{"12 %", {}, {}},
             Row{"1 2", {}, {}},
             Row{"N/A", {}, {}},
             Row{"1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", {}, {}},
         }) {
        EXPECT_EQ(value(cell, ColumnType::number, {'.'}), with_point) << cell;
        EXPECT_EQ(value(cell, ColumnType::number, {','}), with_comma) << cell;
    }
}

TEST(CellValue, DatesAreDays)
{
    const auto date = ColumnType::date;
    EXPECT_EQ(value("1970-01-02", date), 1);
    EXPECT_EQ(value("2024-02-29", date), 19782);
    EXPECT_FALSE(value("2023-02-29", date));
    EXPECT_FALSE(value("2024-13-01", date));
    EXPECT_FALSE(value("03/04/2024", date)); // which is the day?
    EXPECT_EQ(value("03/04/2024", date, {'.', DayOrder::day_first}), value("2024-04-03", date));
    EXPECT_EQ(value("3-4-2024", date, {'.', DayOrder::month_first}), value("2024-03-04", date));
    EXPECT_FALSE(value("31/02/2024", date, {'.', DayOrder::day_first}));
    EXPECT_FALSE(value("3/4/24", date, {'.', DayOrder::day_first}));
    EXPECT_FALSE(value("ayer", date));
    EXPECT_FALSE(value("99999-01-01", date));
}

TEST(CellValue, YesAndNo)
{
    for (const char* yes : {"true", "TRUE", "Verdadero", "s\u00ed", "S\u00cd", "si", "yes"})
        EXPECT_EQ(value(yes, ColumnType::boolean), 1) << yes;
    for (const char* no : {"false", "FALSO", "No"}) EXPECT_EQ(value(no, ColumnType::boolean), 0) << no;
    EXPECT_FALSE(value("quiz\u00e1s", ColumnType::boolean));
}

TEST(Column, ListsCellsThatAreNotOfItsType)
{
    CellTexts cells;
    for (const char* cell : {"1", "", "dos", "99", "4"}) cells.append(cell);
    ColumnInfo info{"x", ColumnType::integer};
    info.missing = {"99"};
    const Column column(info, cells, {});
    EXPECT_EQ(column.misfits(), std::vector<std::size_t>{2});
    EXPECT_EQ(column.missing_count(), 3u);
    EXPECT_TRUE(column.is_missing(3));
    EXPECT_EQ(column.text(3), "99");
    EXPECT_EQ(column.values()[4], 4);
}

TEST(CellTexts, KeepLongCellsAndManyRows)
{
    CellTexts cells;
    std::vector<std::string> written;
    for (int i = 0; i < 1000; ++i) written.push_back(std::string(static_cast<std::size_t>(i * i % 700), 'a' + i % 26));
    for (const auto& cell : written) cells.append(cell);
    ASSERT_EQ(cells.size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) ASSERT_EQ(cells[i], written[i]) << i;
    cells.for_each([&](std::size_t row, std::string_view cell) { ASSERT_EQ(cell, written[row]); });
    cells.drop_last();
    cells.append("z");
    EXPECT_EQ(cells[999], "z");
}

}
