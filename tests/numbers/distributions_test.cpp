#include "numbers/distributions.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace numbers;

namespace
{

struct Row {
    double got, wanted, relative;
};

// wanted: closed forms, worked out by hand
//   t with 1 df is Cauchy: P(T > t) = 1/2 - atan(t)/pi;  with 2 df: 1/2 - t / (2 sqrt(2 + t^2))
//   chi-squared with 2 df: exp(-x/2);  with 1 df: erfc(sqrt(x/2))
//   F with 2 and d2 df: (1 + 2 f / d2)^(-d2/2)
TEST(Distributions, AgreeWithClosedForms)
{
    const double pi = std::acos(-1.0);
    for (const auto& [got, wanted, relative] : {
             Row{normal_upper(0), 0.5, 0},
             Row{normal_upper(1.959963984540054), 0.025, 1e-14},
             Row{normal_upper(10), std::erfc(10 / std::sqrt(2.0)) / 2, 1e-14},
             Row{normal_quantile(0.975), 1.959963984540054, 1e-14},
             Row{t_upper(1, 1), 0.25, 1e-14},
             Row{t_upper(1e6, 1), std::atan(1e-6) / pi, 1e-13},
             Row{t_upper(2, 2), 0.5 - 2 / (2 * std::sqrt(6.0)), 1e-14},
             Row{t_two_sided(-1, 1), 0.5, 1e-14},
             Row{t_quantile(0.75, 1), 1, 1e-13},
             Row{t_quantile(0.025, 1), -1 / std::tan(0.025 * pi), 1e-13},
             Row{chi_squared_upper(700, 2), std::exp(-350.0), 1e-13},
             Row{chi_squared_upper(2, 1), std::erfc(1.0), 1e-14},
             Row{chi_squared_upper(0, 3), 1, 0},
             Row{f_upper(3, 2, 10), std::pow(1.6, -5), 1e-13},
             Row{f_upper(0, 4, 5), 1, 0},
         })
        EXPECT_NEAR(got, wanted, relative * std::abs(wanted));
}

TEST(Distributions, InfinityHasATail)
{
    EXPECT_EQ(t_upper(INFINITY, 5), 0);
    EXPECT_EQ(t_upper(-INFINITY, 5), 1);
    EXPECT_EQ(t_cdf(INFINITY, 5), 1);
    EXPECT_EQ(t_two_sided(INFINITY, 5), 0);
    EXPECT_EQ(chi_squared_upper(INFINITY, 2), 0);
    EXPECT_EQ(f_upper(INFINITY, 2, 2), 0);
}

TEST(Distributions, TailsBeyondADoubleAreZeroAndThrowNothing)
{
    EXPECT_EQ(chi_squared_upper(1e9, 1), 0);
    EXPECT_EQ(normal_upper(1e200), 0);
    EXPECT_GE(t_upper(1e300, 3), 0);
    EXPECT_EQ(t_upper(1e300, 1e6), 0);
}

}
