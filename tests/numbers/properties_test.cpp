#include "numbers/contingency.h"
#include "numbers/correlation.h"
#include "numbers/descriptives.h"
#include "numbers/order.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace numbers;
using Values = std::vector<double>;

namespace
{

/// Values of a survey: whole or with two decimals, often equal to one another.
rc::Gen<Values> survey_values(std::size_t at_least)
{
    const auto value = rc::gen::map(rc::gen::inRange(-5000, 5000), [](int cents) { return cents / 100.0; });
    return rc::gen::suchThat(rc::gen::container<Values>(value),
                             [at_least](const Values& values) { return values.size() >= at_least; });
}

struct Sample {
    Values x, y;
};
Sample sample_of_pairs()
{
    Sample sample{*survey_values(3), {}};
    for (std::size_t i = 0; i < sample.x.size(); ++i) sample.y.push_back(*rc::gen::inRange(-20, 20));
    return sample;
}

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

}

TEST(Properties, OrderOfValuesDoesNotMatter)
{
    EXPECT_TRUE(rc::check([] {
        auto values = *survey_values(1);
        const auto before = descriptives(values);
        std::ranges::reverse(values);
        const auto after = descriptives(values);
        RC_ASSERT(before && after);
        RC_ASSERT(close(before->mean, after->mean));
        RC_ASSERT(before->median == after->median);
        RC_ASSERT(before->q_type6_spss == after->q_type6_spss);
        RC_ASSERT(close(before->sd.value_or(0), after->sd.value_or(0)));
    }));
}

TEST(Properties, ShiftingMovesTheMeanAndNotTheSpread)
{
    EXPECT_TRUE(rc::check([] {
        auto values = *survey_values(2);
        const double shift = *rc::gen::inRange(-1'000'000, 1'000'000);
        const auto before = descriptives(values);
        for (double& value : values) value += shift;
        const auto after = descriptives(values);
        RC_ASSERT(std::abs(after->mean - shift - before->mean) < 1e-8);
        RC_ASSERT(std::abs(*after->sd - *before->sd) < 1e-8);
        RC_ASSERT(before->min <= before->median && before->median <= before->max);
    }));
}

TEST(Properties, SortingAgreesWithTheStandardLibrary)
{
    EXPECT_TRUE(rc::check([] {
        auto values =
            *rc::gen::container<Values>(*rc::gen::inRange<std::size_t>(0, 5000), rc::gen::arbitrary<double>());
        std::erase_if(values, [](double value) { return std::isnan(value); });
        auto expected = values;
        std::ranges::sort(expected);
        RC_ASSERT(sorted(values) == expected);
        const auto order = order_of(values);
        for (std::size_t i = 0; i < order.size(); ++i) RC_ASSERT(values[order[i]] == expected[i]);
    }));
}

TEST(Properties, RanksSumAsWholeNumbersDo)
{
    EXPECT_TRUE(rc::check([] {
        const auto values = *survey_values(0);
        const auto ranks = ranks_of(values);
        const double n = static_cast<double>(values.size());
        double sum = 0;
        for (const double rank : ranks.ranks) sum += rank;
        RC_ASSERT(sum == n * (n + 1) / 2);
    }));
}

TEST(Properties, CorrelationIsSymmetricAndBounded)
{
    EXPECT_TRUE(rc::check([] {
        const auto [x, y] = sample_of_pairs();
        const auto one = pearson(x, y), other = pearson(y, x);
        RC_ASSERT(one.has_value() == other.has_value());
        if (!one) return; // constant
        RC_ASSERT(close(one->r, other->r));
        RC_ASSERT(one->r >= -1 && one->r <= 1);
        RC_ASSERT(one->p_two_sided >= 0 && one->p_two_sided <= 1);
        if (one->ci95_fisher_z) {
            RC_ASSERT(one->ci95_fisher_z->low <= one->r + 1e-12);
            RC_ASSERT(one->r <= one->ci95_fisher_z->high + 1e-12);
        }
    }));
}

TEST(Properties, RankCorrelationKnowsOnlyTheOrder)
{
    EXPECT_TRUE(rc::check([] {
        const auto [x, y] = sample_of_pairs();
        const auto before = spearman(x, y);
        if (!before) return; // constant
        Values stretched, reversed;
        for (const double value : x) stretched.push_back(std::exp(value / 10));
        for (const double value : y) reversed.push_back(-value);
        const auto same = spearman(stretched, y), opposite = spearman(x, reversed);
        RC_ASSERT(same->rho_midrank == before->rho_midrank);
        RC_ASSERT(close(opposite->rho_midrank, -before->rho_midrank));
        RC_ASSERT(close(opposite->p_t_approx, before->p_t_approx));
    }));
}

TEST(Properties, TurningATableChangesNoTest)
{
    EXPECT_TRUE(rc::check([] {
        const auto rows = *rc::gen::element<std::size_t>(1, 2, 2, 3, 5),
                   columns = *rc::gen::element<std::size_t>(1, 2, 2, 3, 4);
        Table table{rows, columns, {}}, turned{columns, rows, std::vector<double>(rows * columns)};
        for (std::size_t i = 0; i < rows * columns; ++i)
            table.cells.push_back(*rc::gen::resize(100, rc::gen::inRange(0, 30)));
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c) turned.at(c, r) = table.at(r, c);
        const auto one = contingency(table), other = contingency(turned);
        RC_ASSERT(one.has_value() == other.has_value());
        if (!one) return; // both tables are too empty
        RC_ASSERT(close(one->chi2, other->chi2));
        RC_ASSERT(close(one->G2, other->G2));
        RC_ASSERT(close(one->tau_b_if_ordinal, other->tau_b_if_ordinal));
        RC_ASSERT(one->p >= 0 && one->p <= 1);
        RC_ASSERT(one->cramers_v >= 0 && one->cramers_v <= 1 + 1e-12);
        for (const double cell : one->adjusted_residuals.cells) RC_ASSERT(std::isfinite(cell));
    }));
}
