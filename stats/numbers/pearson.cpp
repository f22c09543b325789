#include "correlation_parts.h"
#include "numbers/correlation.h"
#include "numbers/distributions.h"
#include "numbers/moments.h"
#include <algorithm>
#include <cassert>
#include <cmath>

namespace numbers
{

namespace
{

/// Fisher (1921): atanh(r) is about normal with variance 1/(n-3). With three pairs nothing is known but [-1, 1].
std::optional<Interval> fisher_interval(double r, std::size_t n)
{
    if (n == 3) {
        if (std::abs(r) == 1) return std::nullopt;
        return Interval{-1, 1};
    }
    const double z = std::atanh(r), reach = normal_quantile(0.975) / std::sqrt(static_cast<double>(n) - 3);
    return Interval{std::tanh(z - reach), std::tanh(z + reach)};
}

}

std::optional<Undefined> undefined_pairs(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    if (x.size() < 3) return Undefined::too_few_pairs;
    if (is_constant(x) || is_constant(y)) return Undefined::constant;
    return std::nullopt;
}

double correlation(std::span<const double> x, std::span<const double> y)
{
    const auto sums = products(x, y);
    // by way of the standard deviations: rounded as other programs round, so that even t of a perfect fit agrees
    const long double divisor = static_cast<long double>(sums.n - 1);
    const double covariance = static_cast<double>(sums.xy / divisor);
    const double sd_x = static_cast<double>(std::sqrt(sums.xx / divisor));
    const double sd_y = static_cast<double>(std::sqrt(sums.yy / divisor));
    const double r = covariance / (sd_x * sd_y);
    if (std::isfinite(r)) return std::clamp(r, -1.0, 1.0);
    return static_cast<double>(std::clamp(sums.xy / (std::sqrt(sums.xx) * std::sqrt(sums.yy)), -1.0L, 1.0L));
}

std::optional<double> t_of_correlation(double r, double df)
{
    if (std::abs(r) == 1) return std::nullopt;
    return std::sqrt(df) * r / std::sqrt(1 - r * r);
}

Answer<Pearson> pearson(std::span<const double> x, std::span<const double> y)
{
    if (const auto reason = undefined_pairs(x, y)) return no_answer(*reason);

    Pearson result;
    result.n = x.size();
    result.df = static_cast<double>(x.size()) - 2;
    result.r = correlation(x, y);
    result.t = t_of_correlation(result.r, result.df);
    const double t = result.t.value_or(result.r * INFINITY);
    result.p_two_sided = t_two_sided(t, result.df);
    result.p_greater = t_upper(t, result.df);
    result.ci95_fisher_z = fisher_interval(result.r, result.n);
    result.r_squared = result.r * result.r;
    return result;
}

}
