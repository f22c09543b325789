#include "numbers/contingency.h"
#include "numbers/distributions.h"
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace numbers
{

namespace
{

struct Margins {
    std::vector<double> rows, columns;
    double n = 0;
};

Margins margins(const Table& counts)
{
    Margins sums{std::vector<double>(counts.rows), std::vector<double>(counts.columns)};
    for (std::size_t r = 0; r < counts.rows; ++r)
        for (std::size_t c = 0; c < counts.columns; ++c) {
            sums.rows[r] += counts.at(r, c);
            sums.columns[c] += counts.at(r, c);
        }
    sums.n = std::accumulate(sums.rows.begin(), sums.rows.end(), 0.0);
    return sums;
}

/// A table of the same shape, each cell from its own place: f(row, column).
template <class F>
Table map(const Table& shape, F f)
{
    Table result{shape.rows, shape.columns, std::vector<double>(shape.cells.size())};
    for (std::size_t r = 0; r < shape.rows; ++r)
        for (std::size_t c = 0; c < shape.columns; ++c) result.at(r, c) = f(r, c);
    return result;
}

void add_residuals(Contingency& result, const Table& counts, const Margins& sums)
{
    result.expected = map(counts, [&](auto r, auto c) { return sums.rows[r] * sums.columns[c] / sums.n; });
    const auto& expected = result.expected;
    const auto off = [&](auto r, auto c) { return counts.at(r, c) - expected.at(r, c); };
    result.std_residuals_pearson =
        map(counts, [&](auto r, auto c) { return off(r, c) / std::sqrt(expected.at(r, c)); });
    result.adjusted_residuals = map(counts, [&](auto r, auto c) {
        const double outside = (1 - sums.rows[r] / sums.n) * (1 - sums.columns[c] / sums.n);
        return off(r, c) / std::sqrt(expected.at(r, c) * outside);
    });
    result.min_expected = *std::ranges::min_element(expected.cells);
    result.cells_expected_lt5 = std::ranges::count_if(expected.cells, [](double cell) { return cell < 5; });
    result.pct_cells_expected_lt5 =
        100 * static_cast<double>(result.cells_expected_lt5) / static_cast<double>(expected.cells.size());
}

void add_tests(Contingency& result, const Table& counts)
{
    for (const double residual : result.std_residuals_pearson.cells) result.chi2 += residual * residual;
    for (std::size_t i = 0; i < counts.cells.size(); ++i)
        if (counts.cells[i] > 0)
            result.G2 += 2 * counts.cells[i] * std::log(counts.cells[i] / result.expected.cells[i]);
    result.G2 = std::max(result.G2, 0.0); // a perfect fit may come out a rounding below 0
    result.p = chi_squared_upper(result.chi2, result.df);
    result.p_G = chi_squared_upper(result.G2, result.df);
}

std::optional<double> corrected_v(double phi2, double rows, double columns, double n)
{
    const double bias = (rows - 1) * (columns - 1) / (n - 1);
    const double r = rows - (rows - 1) * (rows - 1) / (n - 1), c = columns - (columns - 1) * (columns - 1) / (n - 1);
    const double room = std::min(r, c) - 1;
    if (!(room > 0)) return std::nullopt;
    return std::sqrt(std::max(0.0, phi2 - bias) / room);
}

void add_effect_sizes(Contingency& result)
{
    const double r = static_cast<double>(result.rows), c = static_cast<double>(result.columns);
    const double phi2 = result.chi2 / result.n;
    result.cramers_v = std::sqrt(phi2 / (std::min(r, c) - 1));
    result.cramers_v_bias_corrected_bergsma = corrected_v(phi2, r, c, result.n);
    result.contingency_C = std::sqrt(result.chi2 / (result.chi2 + result.n));
}

/// Yates (1934); the correction never takes more than there is.
void add_two_by_two(Contingency& result, const Table& counts, const Margins& sums)
{
    if (result.rows != 2 || result.columns != 2) return;
    const double off = std::abs(counts.at(0, 0) - result.expected.at(0, 0));
    const double corrected = off - std::min(0.5, off);
    double chi2 = 0;
    for (const double cell : result.expected.cells) chi2 += corrected * corrected / cell;
    result.chi2_yates = chi2;
    result.p_yates = chi_squared_upper(chi2, 1);
    const double spread =
        std::sqrt(sums.rows[0]) * std::sqrt(sums.rows[1]) * std::sqrt(sums.columns[0]) * std::sqrt(sums.columns[1]);
    result.phi = (counts.at(0, 0) * counts.at(1, 1) - counts.at(0, 1) * counts.at(1, 0)) / spread;
}

/// Pairs of cases that are in one order on both classifications, and in opposite orders, by sums over corners.
struct Order {
    double concordant = 0, discordant = 0;
};
Order order_of_pairs(const Table& counts)
{
    Order order;
    std::vector<double> above(counts.columns); // column sums of the rows before
    for (std::size_t r = 0; r < counts.rows; ++r) {
        double left = 0, right = std::accumulate(above.begin(), above.end(), 0.0);
        for (std::size_t c = 0; c < counts.columns; ++c) {
            right -= above[c];
            order.concordant += counts.at(r, c) * left;
            order.discordant += counts.at(r, c) * right;
            left += above[c];
        }
        for (std::size_t c = 0; c < counts.columns; ++c) above[c] += counts.at(r, c);
    }
    return order;
}

double untied_pairs(const std::vector<double>& sums, double n)
{
    double tied = 0;
    for (const double sum : sums) tied += sum * sum;
    return (n * n - tied) / 2;
}

void add_ordinal(Contingency& result, const Table& counts, const Margins& sums)
{
    const auto [concordant, discordant] = order_of_pairs(counts);
    const double lead = concordant - discordant;
    if (concordant + discordant > 0) result.gamma_if_ordinal = lead / (concordant + discordant);
    result.tau_b_if_ordinal =
        lead / (std::sqrt(untied_pairs(sums.rows, sums.n)) * std::sqrt(untied_pairs(sums.columns, sums.n)));
}

}

Table without_empty(const Table& counts)
{
    assert(std::ranges::all_of(counts.cells, [](double cell) { return cell >= 0; }));
    const auto sums = margins(counts);
    Table result;
    result.rows = std::ranges::count_if(sums.rows, [](double sum) { return sum > 0; });
    result.columns = std::ranges::count_if(sums.columns, [](double sum) { return sum > 0; });
    for (std::size_t r = 0; r < counts.rows; ++r)
        for (std::size_t c = 0; c < counts.columns; ++c)
            if (sums.rows[r] > 0 && sums.columns[c] > 0) result.cells.push_back(counts.at(r, c));
    return result;
}

Answer<Contingency> contingency(const Table& given)
{
    const auto counts = without_empty(given);
    if (counts.rows < 2 || counts.columns < 2) return no_answer(Undefined::one_category);

    const auto sums = margins(counts);
    if (!std::isfinite(sums.n * sums.n)) return no_answer(Undefined::overflow);
    Contingency result;
    result.n = sums.n;
    result.rows = counts.rows;
    result.columns = counts.columns;
    result.df = static_cast<double>((counts.rows - 1) * (counts.columns - 1));
    add_residuals(result, counts, sums);
    add_tests(result, counts);
    add_effect_sizes(result);
    add_two_by_two(result, counts, sums);
    add_ordinal(result, counts, sums);
    return result;
}

}
