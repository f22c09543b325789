#include "numbers/descriptives.h"
#include "numbers/missing.h"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace numbers;

namespace
{

using Values = std::vector<double>;

TEST(Descriptives, OfNothingSayWhy)
{
    const auto answer = descriptives({});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error(), Undefined::no_values);
    EXPECT_EQ(name_of(answer.error()), "no values");
}

TEST(Descriptives, OfOneValueHaveNoSpread)
{
    const auto d = descriptives(Values{7});
    ASSERT_TRUE(d);
    EXPECT_EQ(d->mean, 7);
    EXPECT_EQ(d->median, 7);
    EXPECT_EQ(d->range, 0);
    EXPECT_FALSE(d->sd || d->variance || d->se_mean || d->ci95_mean_t || d->cv || d->skew_g1 || d->se_skew);
}

// by hand: 2 4 4 4 5 5 7 9 has mean 5, squares 32, cubes 42, fourth powers 356
TEST(Descriptives, AgreeWithAWorkedExample)
{
    const auto d = descriptives(Values{2, 4, 4, 4, 5, 5, 7, 9});
    ASSERT_TRUE(d);
    EXPECT_EQ(d->sum, 40);
    EXPECT_EQ(d->mean, 5);
    EXPECT_DOUBLE_EQ(*d->variance, 32.0 / 7);
    EXPECT_DOUBLE_EQ(*d->skew_g1, 42.0 / 8 / 8);
    EXPECT_DOUBLE_EQ(*d->kurt_g2, 356.0 / 8 / 16 - 3);
    EXPECT_EQ(d->median, 4.5);
    EXPECT_EQ(d->mode_smallest, 4);
    EXPECT_EQ(d->n_modes, 1u);
    EXPECT_EQ(d->mad_raw, 0.5);
    EXPECT_EQ(d->tukey_hinges, (std::array<double, 2>{4, 6}));
    EXPECT_EQ(d->q_type2, (std::array<double, 3>{4, 4.5, 6}));
    EXPECT_EQ(d->q_type6_spss[1], 4);   // place 9/4
    EXPECT_EQ(d->q_type7[3], 5.5);      // place 1 + 7 * 3/4
    EXPECT_EQ(d->trimmed_mean_5pct, 5); // nothing to trim below 20 values
}

TEST(Descriptives, AMeanOfZeroHasNoCoefficientOfVariation)
{
    const auto d = descriptives(Values{-1, 1});
    ASSERT_TRUE(d);
    EXPECT_FALSE(d->cv);
    EXPECT_EQ(d->n_modes, 2u);
    EXPECT_EQ(d->mode_smallest, -1);
}

TEST(Descriptives, TrimmingTakesOneOfTwentyAtEachEnd)
{
    Values values(20, 10.0);
    values.front() = -1000;
    values.back() = 5000;
    EXPECT_EQ(descriptives(values)->trimmed_mean_5pct, 10);
}

TEST(Descriptives, AnOffsetCostsNoDigits)
{
    Values values;
    for (int i = 0; i < 1001; ++i) values.push_back(1e12 + (i % 2 ? 0.25 : 0.75));
    EXPECT_DOUBLE_EQ(*descriptives(values)->variance, descriptives([&] {
                                                          for (double& value : values) value -= 1e12;
                                                          return values;
                                                      }())
                                                          ->variance.value());
}

TEST(Descriptives, HugeValuesAreAnsweredOrRefusedButNeverNaN)
{
    const double huge = std::numeric_limits<double>::max();
    const auto same = descriptives(Values{huge / 4, huge / 4});
    ASSERT_TRUE(same);
    EXPECT_EQ(*same->sd, 0);
    const auto apart = descriptives(Values{-huge, huge});
    ASSERT_FALSE(apart);
    EXPECT_EQ(apart.error(), Undefined::overflow);
}

TEST(Descriptives, TheSmallestNumbersKeepTheirShape)
{
    const double tiny = 1e-200;
    const auto d = descriptives(Values{1 * tiny, 2 * tiny, 4 * tiny, 9 * tiny});
    const auto plain = descriptives(Values{1, 2, 4, 9});
    ASSERT_TRUE(d && plain);
    EXPECT_NEAR(*d->skew_g1, *plain->skew_g1, 1e-12);
    EXPECT_NEAR(*d->kurt_G2_spss, *plain->kurt_G2_spss, 1e-12);
}

TEST(Missing, ValuesThatAreNotThereDoNotCount)
{
    const Values values{1, 999, 3};
    const std::vector<std::uint8_t> missing{0, 1, 0};
    EXPECT_EQ(present({values, missing}), (Values{1, 3}));
    EXPECT_EQ(present({values, {}}), values);
}

TEST(Missing, APairNeedsBoth)
{
    const Values x{1, 2, 3, 4}, y{5, 6, 7, 8};
    const std::vector<std::uint8_t> no_x{1, 0, 0, 0}, no_y{0, 0, 1, 0};
    const auto pairs = complete_pairs({x, no_x}, {y, no_y});
    EXPECT_EQ(pairs.x, (Values{2, 4}));
    EXPECT_EQ(pairs.y, (Values{6, 8}));
}

}
