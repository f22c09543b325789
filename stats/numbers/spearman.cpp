#include "correlation_parts.h"
#include "numbers/correlation.h"
#include "numbers/distributions.h"
#include "numbers/order.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace numbers
{

namespace
{

constexpr std::size_t exact_up_to = 9; // 9! = 362,880 orders are counted in milliseconds
constexpr std::size_t edgeworth_below = 1290;

double squared_differences(std::span<const double> x, std::span<const double> y)
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - y[i]) * (x[i] - y[i]);
    return sum;
}

/// The share of all orders of n ranks whose S is at most (or, above the mean of S, at least) the one observed.
double exact_tail(std::size_t n, long observed, bool upper)
{
    std::array<int, exact_up_to> order{};
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(n);
    std::iota(order.begin(), end, 0);
    long orders = 0, extreme = 0;
    do {
        long s = 0;
        for (std::size_t i = 0; i < n; ++i) s += (order[i] - static_cast<int>(i)) * (order[i] - static_cast<int>(i));
        extreme += upper ? s >= observed : s <= observed;
        ++orders;
    } while (std::next_permutation(order.begin(), end));
    return static_cast<double>(extreme) / static_cast<double>(orders);
}

/// P(S < s), or P(S >= s) when `upper`, by the Edgeworth series of Best and Roberts (1975), algorithm AS 89; its
/// twelve constants are theirs.
double edgeworth_tail(double n, double s, bool upper)
{
    const double b = 1 / n;
    const double x = (6 * (s - 1) * b / (n * n - 1) - 1) * std::sqrt(n - 1), y = x * x;
    const double third = 0.0131 - 4.6e-4 * y;
    const double second = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * third);
    const double first = -0.0758 + b * (0.1033 + 0.3932 * b) - y * b * second;
    const double series = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * first) / std::exp(y / 2);
    const double tail = upper ? series + normal_upper(x) : normal_cdf(x) - series;
    return std::clamp(tail, 0.0, 1.0);
}

void add_tails_without_ties(Spearman& result)
{
    const double n = static_cast<double>(result.n);
    const bool upper = result.S_midrank > (n * n * n - n) / 6;
    if (result.n <= exact_up_to)
        result.p_exact_permutation = std::min(1.0, 2 * exact_tail(result.n, std::lround(result.S_midrank), upper));
    else if (result.n < edgeworth_below) // S is even: R asks above S - 1 and below S + 2
        result.p_R_default_edgeworth_AS89 =
            std::min(1.0, 2 * edgeworth_tail(n, result.S_midrank + (upper ? -1 : 2), upper));
}

}

Answer<Spearman> spearman(std::span<const double> x, std::span<const double> y)
{
    if (const auto reason = undefined_pairs(x, y)) return no_answer(*reason);

    const auto rx = ranks_of(x), ry = ranks_of(y);
    Spearman result;
    result.n = x.size();
    result.ties = rx.ties || ry.ties;
    result.rho_midrank = correlation(rx.ranks, ry.ranks);
    result.df = static_cast<double>(x.size()) - 2;
    result.t_approx = t_of_correlation(result.rho_midrank, result.df);
    result.p_t_approx = t_two_sided(result.t_approx.value_or(INFINITY), result.df);
    result.S_midrank = squared_differences(rx.ranks, ry.ranks);
    if (!result.ties) add_tails_without_ties(result);
    return result;
}

}
