#include "numbers/contingency.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace numbers;

namespace
{

// by hand: n(ad-bc)^2 / (r1 r2 c1 c2) = 33*73^2/(19*14*17*16); p = erfc(sqrt(x/2))
TEST(Contingency, OfTwoByTwoByHand)
{
    const auto answer = contingency({2, 2, {12, 7, 5, 9}});
    ASSERT_TRUE(answer);
    const double chi2 = 33 * 73.0 * 73 / (19.0 * 14 * 17 * 16);
    EXPECT_NEAR(answer->chi2, chi2, 1e-12);
    EXPECT_EQ(answer->df, 1);
    EXPECT_NEAR(answer->p, std::erfc(std::sqrt(chi2 / 2)), 1e-13);
    EXPECT_NEAR(*answer->chi2_yates, 33 * std::pow(73 - 16.5, 2) / (19.0 * 14 * 17 * 16), 1e-12);
    EXPECT_NEAR(*answer->phi, 73 / std::sqrt(19.0 * 14 * 17 * 16), 1e-14);
    EXPECT_NEAR(answer->cramers_v, *answer->phi, 1e-14);
    EXPECT_NEAR(answer->tau_b_if_ordinal, *answer->phi, 1e-14);
    EXPECT_NEAR(*answer->gamma_if_ordinal, 73.0 / (108 + 35), 1e-14);
}

TEST(Contingency, PhiHasASign)
{
    EXPECT_LT(*contingency({2, 2, {1, 9, 8, 2}})->phi, 0);
}

TEST(Contingency, EmptyRowsAndColumnsAreLeftOut)
{
    const auto small = contingency({2, 2, {3, 4, 5, 6}});
    const auto wide = contingency({3, 3, {3, 0, 4, 0, 0, 0, 5, 0, 6}});
    ASSERT_TRUE(small && wide);
    EXPECT_EQ(wide->rows, 2u);
    EXPECT_EQ(wide->columns, 2u);
    EXPECT_EQ(wide->chi2, small->chi2);
    EXPECT_EQ(wide->expected.cells, small->expected.cells);
}

TEST(Contingency, SaysWhyThereIsNone)
{
    for (const auto& table :
         {Table{}, Table{1, 2, {4, 6}}, Table{2, 1, {4, 6}}, Table{2, 2, {0, 0, 0, 0}}, Table{2, 2, {4, 0, 6, 0}}}) {
        const auto answer = contingency(table);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error(), Undefined::one_category);
    }
}

TEST(Contingency, IndependenceIsZeroAndNotLess)
{
    const auto answer = contingency({2, 3, {1, 2, 3, 10, 20, 30}});
    ASSERT_TRUE(answer);
    EXPECT_NEAR(answer->chi2, 0, 1e-12);
    EXPECT_GE(answer->G2, 0);
    EXPECT_EQ(*answer->cramers_v_bias_corrected_bergsma, 0);
}

// by hand: 3 concordant against 1 * 0 ... rows 1 2, columns 1 2 3, one case on (1,1), (1,2), (2,3), (2,1):
// concordant (1,1)-(2,3), (1,2)-(2,3); discordant (1,2)-(2,1)
TEST(Contingency, CountsPairsInOrder)
{
    const auto answer = contingency({2, 3, {1, 1, 0, 1, 0, 1}});
    ASSERT_TRUE(answer);
    EXPECT_NEAR(*answer->gamma_if_ordinal, 1.0 / 3, 1e-15);
    EXPECT_NEAR(answer->tau_b_if_ordinal, 1 / std::sqrt(4.0 * 5), 1e-15);
}

TEST(Contingency, LargeCountsKeepTheirDigits)
{
    const auto answer = contingency({2, 2, {1e12, 1e12 + 1e6, 1e12 + 1e6, 1e12}});
    ASSERT_TRUE(answer);
    EXPECT_TRUE(std::isfinite(answer->chi2) && std::isfinite(answer->tau_b_if_ordinal));
    EXPECT_EQ(contingency({2, 2, {1e200, 1, 1, 1e200}}).error(), Undefined::overflow);
}

}
