#include "numbers/frequencies.h"
#include "numbers/order.h"
#include "numbers/quantiles.h"
#include <gtest/gtest.h>

using namespace numbers;
using Values = std::vector<double>;

namespace
{

struct Row {
    double p, type2, type6, type7;
};

// by hand, for 10 20 30 40: type 6 at 5 p, type 7 at 1 + 3 p, type 2 at the steps of 4 p
TEST(Quantiles, FollowTheirDefinitions)
{
    const Values values{10, 20, 30, 40};
    for (const auto& [p, type2, type6, type7] : {
             Row{0, 10, 10, 10},
             Row{0.1, 10, 10, 13},
             Row{0.25, 15, 12.5, 17.5},
             Row{0.3, 20, 15, 19},
             Row{0.5, 25, 25, 25},
             Row{0.75, 35, 37.5, 32.5},
             Row{1, 40, 40, 40},
         }) {
        EXPECT_DOUBLE_EQ(quantile(values, p, QuantileType::averaged_steps), type2) << p;
        EXPECT_DOUBLE_EQ(quantile(values, p, QuantileType::weibull), type6) << p;
        EXPECT_DOUBLE_EQ(quantile(values, p, QuantileType::gumbel), type7) << p;
    }
}

TEST(Quantiles, OfOneValueAreThatValue)
{
    for (const double p : {0.0, 0.05, 0.5, 1.0})
        for (const auto type : {QuantileType::averaged_steps, QuantileType::weibull, QuantileType::gumbel})
            EXPECT_EQ(quantile(Values{3.25}, p, type), 3.25);
}

TEST(Order, RanksShareTheirMean)
{
    const auto ranks = ranks_of(Values{5, 1, 5, 9, 5});
    EXPECT_EQ(ranks.ranks, (Values{3, 1, 3, 5, 3}));
    EXPECT_TRUE(ranks.ties);
    EXPECT_FALSE(ranks_of(Values{2, 1}).ties);
    EXPECT_TRUE(ranks_of(Values{-0.0, 0.0}).ties); // one value
    EXPECT_TRUE(ranks_of({}).ranks.empty());
}

TEST(Frequencies, OfNothingAreEmpty)
{
    const auto table = frequencies({}, 3);
    EXPECT_EQ(table.total, 3u);
    EXPECT_EQ(table.valid, 0u);
    EXPECT_TRUE(table.valid_percent.empty());
}

TEST(Frequencies, CountAndCumulate)
{
    const auto found = distinct(Values{3, 1, 3, 2, 3});
    EXPECT_EQ(found.values, (Values{1, 2, 3}));
    EXPECT_EQ(found.counts, (std::vector<std::size_t>{1, 1, 3}));
    const auto table = frequencies(found.counts, 5);
    EXPECT_EQ(table.percent_of_total, (Values{10, 10, 30}));
    EXPECT_EQ(table.valid_percent, (Values{20, 20, 60}));
    EXPECT_EQ(table.cumulative_valid_percent, (Values{20, 40, 100}));
}

}
