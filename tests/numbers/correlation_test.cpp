#include "numbers/correlation.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

using namespace numbers;

namespace
{

using Values = std::vector<double>;

struct NoAnswer {
    Values x, y;
    Undefined reason;
};

TEST(Correlation, SaysWhyThereIsNone)
{
    for (const auto& [x, y, reason] : {
             NoAnswer{{}, {}, Undefined::too_few_pairs},
             NoAnswer{{1}, {2}, Undefined::too_few_pairs},
             NoAnswer{{1, 2}, {2, 3}, Undefined::too_few_pairs},
             NoAnswer{{4.2, 4.2, 4.2}, {1, 2, 3}, Undefined::constant},
             NoAnswer{{1, 2, 3}, {0, 0, 0}, Undefined::constant},
         }) {
        const auto r = pearson(x, y);
        const auto rho = spearman(x, y);
        ASSERT_FALSE(r || rho);
        EXPECT_EQ(r.error(), reason);
        EXPECT_EQ(rho.error(), reason);
    }
}

// by hand: x 1 2 3, y 1 3 2: sums of squares 2 and 2, products 1, r = 1/2, t = 1/2 / sqrt(3/4) = 1/sqrt(3) with 1 df;
// P(|T| > 1/sqrt(3)) = 1 - 2 atan(1/sqrt(3))/pi = 2/3
TEST(Correlation, OfThreePairsByHand)
{
    const auto answer = pearson(Values{1, 2, 3}, Values{1, 3, 2});
    ASSERT_TRUE(answer);
    EXPECT_NEAR(answer->r, 0.5, 1e-15);
    EXPECT_NEAR(*answer->t, 1 / std::sqrt(3.0), 1e-14);
    EXPECT_EQ(answer->df, 1);
    EXPECT_NEAR(answer->p_two_sided, 2.0 / 3, 1e-14);
    EXPECT_NEAR(answer->p_greater, 1.0 / 3, 1e-14);
    EXPECT_EQ(answer->ci95_fisher_z->low, -1);
    EXPECT_EQ(answer->ci95_fisher_z->high, 1);
}

// by hand: with ranks 1..4 and orders 4!, S = 2 is reached by 3 orders and 0 by one: 2 * 4/24
TEST(Correlation, ExactTailsByHand)
{
    const auto answer = spearman(Values{1, 2, 3, 4}, Values{1, 2, 4, 3});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->S_midrank, 2);
    EXPECT_NEAR(answer->rho_midrank, 0.8, 1e-15);
    EXPECT_NEAR(*answer->p_exact_permutation, 2 * 4.0 / 24, 1e-15);
    EXPECT_FALSE(answer->p_R_default_edgeworth_AS89);
}

TEST(Correlation, MidRanksMakeTies)
{
    const auto answer = spearman(Values{10, 10, 20, 30}, Values{1, 2, 3, 4});
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->ties);
    EXPECT_EQ(answer->S_midrank, 0.5);
    EXPECT_FALSE(answer->p_exact_permutation);
}

/// The two-sided p of `s` among all orders of 10 ranks, counted.
double counted_p(long s)
{
    std::array<int, 10> order{};
    std::iota(order.begin(), order.end(), 0);
    long all = 0, below = 0, above = 0;
    do {
        long sum = 0;
        for (int i = 0; i < 10; ++i) sum += (order[i] - i) * (order[i] - i);
        below += sum <= s;
        above += sum >= s;
        ++all;
    } while (std::ranges::next_permutation(order).found);
    return 2.0 * static_cast<double>(std::min(below, above)) / static_cast<double>(all);
}

TEST(Correlation, TheSeriesTakesOverAboveNinePairs)
{
    Values x(10);
    std::iota(x.begin(), x.end(), 1);
    for (const auto& y : {Values{3, 1, 6, 2, 5, 9, 4, 10, 7, 8}, Values{8, 10, 4, 9, 7, 2, 6, 5, 1, 3}}) {
        const auto answer = spearman(x, y);
        ASSERT_TRUE(answer);
        EXPECT_FALSE(answer->p_exact_permutation);
        ASSERT_TRUE(answer->p_R_default_edgeworth_AS89);
        EXPECT_NEAR(*answer->p_R_default_edgeworth_AS89, counted_p(std::lround(answer->S_midrank)), 4e-3);
    }
}

TEST(Correlation, OfThePerfectIsNotANaN)
{
    const auto answer = pearson(Values{-1, 0, 1}, Values{-1, 0, 1});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->r, 1);
    EXPECT_FALSE(answer->t);
    EXPECT_EQ(answer->p_two_sided, 0);
    EXPECT_FALSE(answer->ci95_fisher_z);
    const auto opposite = pearson(Values{-1, 0, 1}, Values{1, 0, -1});
    EXPECT_EQ(opposite->p_greater, 1);
}

TEST(Correlation, HugeAndTinyValuesHaveOneToo)
{
    const auto plain = pearson(Values{1, 2, 5, 4}, Values{2, 1, 7, 3});
    const auto huge = pearson(Values{1e300, 2e300, 5e300, 4e300}, Values{2e300, 1e300, 7e300, 3e300});
    const auto tiny = pearson(Values{1e-300, 2e-300, 5e-300, 4e-300}, Values{2e-300, 1e-300, 7e-300, 3e-300});
    ASSERT_TRUE(plain && huge && tiny);
    EXPECT_NEAR(huge->r, plain->r, 1e-14);
    EXPECT_NEAR(tiny->r, plain->r, 1e-14);
}

}
