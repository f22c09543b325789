#include "numbers/descriptives.h"
#include "numbers/distributions.h"
#include "numbers/moments.h"
#include "numbers/order.h"
#include "numbers/quantiles.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace numbers
{

namespace
{

double sum_of(std::span<const double> values)
{
    return static_cast<double>(std::accumulate(values.begin(), values.end(), 0.0L));
}

void add_spread(Descriptives& d, const Moments& m)
{
    if (m.n < 2) return;
    const double n = static_cast<double>(m.n);
    const long double variance = m.s2 / (m.n - 1);
    d.variance = static_cast<double>(variance);
    d.sd = static_cast<double>(std::sqrt(variance));
    d.se_mean = static_cast<double>(std::sqrt(variance / m.n));
    const double reach = t_quantile(0.975, n - 1) * *d.se_mean;
    d.ci95_mean_t = Interval{d.mean - reach, d.mean + reach};
    if (d.mean != 0) d.cv = *d.sd / d.mean;
}

/// Joanes and Gill (1998): g1, g2 from moments; G1, G2 unbiased under normality, with their standard errors.
void add_shape(Descriptives& d, const Moments& m)
{
    const double n = static_cast<double>(m.n);
    if (m.s2 > 0) {
        const long double variance = m.s2 / m.n;
        d.skew_g1 = static_cast<double>(m.s3 / m.n / (variance * std::sqrt(variance)));
        d.kurt_g2 = static_cast<double>(m.s4 / m.n / (variance * variance) - 3);
    }
    if (m.n < 3) return;
    d.se_skew = std::sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)));
    if (d.skew_g1) d.skew_G1_spss = *d.skew_g1 * std::sqrt(n * (n - 1)) / (n - 2);
    if (m.n < 4) return;
    d.se_kurt = 2 * *d.se_skew * std::sqrt((n * n - 1) / ((n - 3) * (n + 5)));
    if (d.kurt_g2) d.kurt_G2_spss = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * *d.kurt_g2 + 6);
}

std::array<double, 2> hinges(std::span<const double> ascending)
{
    const auto half = (ascending.size() + 1) / 2;
    return {median(ascending.first(half)), median(ascending.last(half))};
}

double absolute_deviation(std::span<const double> ascending, double centre)
{
    std::vector<double> distances(ascending.size());
    std::ranges::transform(ascending, distances.begin(), [&](double value) { return std::abs(value - centre); });
    return median(sorted(distances));
}

void add_order(Descriptives& d, std::span<const double> ascending)
{
    constexpr std::array ends{0.05, 0.25, 0.5, 0.75, 0.95};
    constexpr std::array quartiles{0.25, 0.5, 0.75};
    const auto of_type = [&](QuantileType type) {
        return [&, type](double p) { return quantile(ascending, p, type); };
    };
    std::ranges::transform(ends, d.q_type7.begin(), of_type(QuantileType::gumbel));
    std::ranges::transform(ends, d.q_type6_spss.begin(), of_type(QuantileType::weibull));
    std::ranges::transform(quartiles, d.q_type2.begin(), of_type(QuantileType::averaged_steps));
    d.min = ascending.front();
    d.max = ascending.back();
    d.range = d.max - d.min;
    d.median = median(ascending);
    d.tukey_hinges = hinges(ascending);
    d.iqr_type7 = d.q_type7[3] - d.q_type7[1];
    d.mad_raw = absolute_deviation(ascending, d.median);
    const auto cut = ascending.size() / 20;
    const auto kept = ascending.subspan(cut, ascending.size() - 2 * cut);
    d.trimmed_mean_5pct = moments(kept).mean;
}

void add_modes(Descriptives& d, std::span<const double> ascending)
{
    std::size_t most = 0;
    for (std::size_t begin = 0, end; begin < ascending.size(); begin = end) {
        end = begin + 1;
        while (end < ascending.size() && ascending[end] == ascending[begin]) ++end;
        if (end - begin > most) {
            most = end - begin;
            d.mode_smallest = ascending[begin];
            d.n_modes = 0;
        }
        d.n_modes += end - begin == most;
    }
}

}

Answer<Descriptives> descriptives(std::span<const double> values)
{
    if (values.empty()) return no_answer(Undefined::no_values);

    const auto m = moments(values);
    Descriptives d{m.n, sum_of(values), m.mean};
    add_spread(d, m);
    add_shape(d, m);
    const auto ascending = sorted(values);
    add_order(d, ascending);
    add_modes(d, ascending);
    if (!std::isfinite(d.sum) || !std::isfinite(d.variance.value_or(0)) || !std::isfinite(d.range))
        return no_answer(Undefined::overflow);
    return d;
}

}
