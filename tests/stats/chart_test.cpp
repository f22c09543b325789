// Charts: what they count, when there is nothing to draw, and that they are the same each time.
#include "paper/canvas.h"
#include "stats/chart.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace stats;
using testing::HasSubstr;
using testing::StartsWith;

namespace
{

const NumberFormat plain('.');

Column column(ColumnInfo info, const std::vector<std::string>& cells)
{
    CellTexts texts;
    for (const auto& cell : cells) texts.append(cell);
    return {std::move(info), std::move(texts), {}};
}

Column words(const std::vector<std::string>& cells)
{
    return column({.name = "answer"}, cells);
}

Column numbers(const std::vector<std::string>& cells)
{
    return column({.name = "age", .type = ColumnType::number, .level = Level::ratio, .unit = "years"}, cells);
}

std::vector<std::string> one_to(int last)
{
    std::vector<std::string> cells;
    for (int i = 1; i <= last; ++i) cells.push_back(std::to_string(i * i));
    return cells;
}

/// It draws in each format, the same each time, and stays within a column.
void expect_drawn(const ChartPointer& chart)
{
    ASSERT_TRUE(chart);
    EXPECT_LE(chart->width(), Chart::column_width);
    EXPECT_GT(chart->height(), 40);
    EXPECT_THAT(chart_bytes(*chart, ChartFormat::pdf), StartsWith("%PDF"));
    EXPECT_THAT(chart_bytes(*chart, ChartFormat::svg), HasSubstr("<svg"));
    const auto png = chart_bytes(*chart, ChartFormat::png);
    EXPECT_THAT(png.substr(1), StartsWith("PNG"));
    EXPECT_EQ(png, chart_bytes(*chart, ChartFormat::png));
}

}

TEST(Chart, FrequenciesBeginWithTheLargestWhereCategoriesHaveNoOrder)
{
    const auto chart = frequency_chart(words({"no", "yes", "yes", "", "perhaps", "yes", "no"}), plain);
    expect_drawn(chart);
    EXPECT_EQ(chart->said(), "Bar chart of answer: yes 3, no 2, perhaps 1.");
}

TEST(Chart, FrequenciesKeepTheOrderOfNumbersAndShowTheirLabels)
{
    auto info = ColumnInfo{.name = "item", .type = ColumnType::integer, .level = Level::ordinal};
    info.value_labels = {{"1", "never"}, {"2", "often"}};
    const auto chart = frequency_chart(column(info, {"2", "1", "2", "2", "3"}), plain);
    expect_drawn(chart);
    EXPECT_EQ(chart->said(), "Bar chart of item: never 1, often 3, 3 1.");
}

TEST(Chart, RareCategoriesStandTogether)
{
    std::vector<std::string> cells;
    for (char letter = 'a'; letter < 'a' + 20; ++letter) cells.emplace_back(1, letter);
    cells.emplace_back("a");
    const auto chart = frequency_chart(words(cells), plain);
    expect_drawn(chart);
    EXPECT_THAT(chart->said(), StartsWith("Bar chart of answer: a 2, b 1"));
    EXPECT_THAT(chart->said(), HasSubstr("o 1, 5 others 5."));
}

TEST(Chart, ManyNumbersAreADistributionAlsoWhenTheirFrequencyIsAsked)
{
    const auto chart = frequency_chart(numbers(one_to(20)), plain);
    expect_drawn(chart);
    EXPECT_THAT(chart->said(), StartsWith("Distribution of age (years): from 1.00 to 400.00, median 110.50"));
}

TEST(Chart, FewValuesAreShownOneByOneAndManyAsAHistogram)
{
    const auto few = distribution_chart(numbers(one_to(11)), plain),
               many = distribution_chart(numbers(one_to(12)), plain);
    expect_drawn(few);
    expect_drawn(many);
    EXPECT_LT(few->height(), many->height());
    EXPECT_EQ(few->said(), "Distribution of age (years): from 1.00 to 121.00, median 36.00, mean 46.00, n = 11.");
}

TEST(Chart, EqualValuesNegativeOnesAndOneAloneAreDrawnToo)
{
    expect_drawn(distribution_chart(numbers({"7"}), plain));
    expect_drawn(distribution_chart(numbers(std::vector<std::string>(30, "2.5")), plain));
    expect_drawn(distribution_chart(numbers({"-3", "-2.5", "0", "1e9"}), plain));
    expect_drawn(distribution_chart(numbers(std::vector<std::string>(30, "1e300")), plain));
    expect_drawn(scatter_chart(numbers({"-1e17", "-1e17"}), numbers({"2", "3"}), nullptr, true, plain));
    expect_drawn(scatter_chart(numbers({"1", "1"}), numbers({"2", "3"}), nullptr, true, plain));
}

TEST(Chart, SharesCountPairsAndLeaveOutWhatMissesEither)
{
    const auto counts = counts_of(words({"a", "a", "b", "", "b"}), numbers({"1", "2", "1", "1", ""}));
    EXPECT_EQ(counts.rows, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(counts.columns, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(counts.cells, (std::vector<std::vector<double>>{{1, 1}, {1, 0}}));
    const auto chart = share_chart(counts, plain);
    expect_drawn(chart);
    EXPECT_EQ(chart->said(), "Bars of answer, parted by age (years).");
}

TEST(Chart, NothingIsDrawnOfNothingOrOfTooMuch)
{
    EXPECT_FALSE(frequency_chart(words({"", ""}), plain));
    EXPECT_FALSE(distribution_chart(numbers({"", ""}), plain));
    EXPECT_FALSE(scatter_chart(numbers({"1", ""}), numbers({"", "2"}), nullptr, false, plain));
    EXPECT_FALSE(share_chart({"", "", {"a"}, {"x", "y"}, {{0, 0}}}, plain));
    Counts wide{"", "", {"a"}, std::vector<std::string>(13, "x"), {std::vector<double>(13, 1)}};
    EXPECT_FALSE(share_chart(wide, plain));
}
