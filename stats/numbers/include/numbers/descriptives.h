#pragma once
#include "numbers/undefined.h"
#include <array>
#include <optional>
#include <span>

namespace numbers
{

/// What describes one numeric variable. Empty is what these values do not determine: a standard deviation of one
/// value, a skewness of equal values, a coefficient of variation about a mean of 0.
struct Descriptives {
    std::size_t n = 0;
    double sum = 0, mean = 0;
    std::optional<double> sd, variance, se_mean; ///< divisor n - 1
    std::optional<Interval> ci95_mean_t;         ///< Student's t with n - 1 degrees of freedom
    double min = 0, max = 0, range = 0, median = 0;
    std::array<double, 5> q_type7{}, q_type6_spss{}; ///< 5, 25, 50, 75 and 95 %
    std::array<double, 3> q_type2{};                 ///< quartiles
    std::array<double, 2> tukey_hinges{};            ///< medians of the halves; the middle value is in both
    double iqr_type7 = 0;
    double mad_raw = 0;                               ///< median absolute deviation from the median, not scaled
    std::optional<double> skew_g1, kurt_g2;           ///< from moments; kurtosis is the excess over the normal
    std::optional<double> skew_G1_spss, kurt_G2_spss; ///< unbiased for normal samples, as SPSS, SAS and Excel print
    std::optional<double> se_skew, se_kurt;           ///< standard errors of G1 and G2 in normal samples
    double mode_smallest = 0;                         ///< the smallest of the most frequent values
    std::size_t n_modes = 0;                          ///< how many values are that frequent
    std::optional<double> cv;                         ///< sd / mean
    double trimmed_mean_5pct = 0;                     ///< without the floor(n/20) smallest and largest values
};

/// Undefined::no_values when there are none; Undefined::overflow when sums do not fit a double.
Answer<Descriptives> descriptives(std::span<const double> values);

}
