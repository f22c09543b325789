#pragma once
#include "numbers/undefined.h"
#include <cstddef>
#include <optional>
#include <vector>

namespace numbers
{

/// A table of rows by columns; `cells` holds row after row.
struct Table {
    std::size_t rows = 0, columns = 0;
    std::vector<double> cells;

    double& at(std::size_t row, std::size_t column) { return cells[row * columns + column]; }
    double at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
};

/// The table without the rows and columns that sum to zero. Counts must not be negative.
Table without_empty(const Table& counts);

/// Independence of two classifications. Everything refers to the table without its empty rows and columns.
struct Contingency {
    double n = 0;
    std::size_t rows = 0, columns = 0;
    double chi2 = 0, df = 0, p = 0; ///< Pearson's, without continuity correction
    double G2 = 0, p_G = 0;         ///< likelihood ratio
    double cramers_v = 0;
    std::optional<double> cramers_v_bias_corrected_bergsma; ///< Bergsma (2013); empty where its denominator is 0
    double contingency_C = 0;                               ///< Pearson's coefficient sqrt(chi2 / (chi2 + n))
    double min_expected = 0, pct_cells_expected_lt5 = 0;
    std::size_t cells_expected_lt5 = 0;
    Table expected, std_residuals_pearson, adjusted_residuals; ///< Haberman (1973) for the adjusted ones
    std::optional<double> chi2_yates, p_yates, phi;            ///< 2 x 2 only; phi has the sign of ad - bc
    std::optional<double> gamma_if_ordinal;                    ///< Goodman and Kruskal; empty without untied pairs
    double tau_b_if_ordinal = 0;                               ///< Kendall
};

/// Undefined::one_category when fewer than two rows or columns have counts.
Answer<Contingency> contingency(const Table& counts);

}
