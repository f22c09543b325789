#pragma once
#include "numbers/undefined.h"
#include <optional>
#include <span>

namespace numbers
{

/// Pearson's product-moment correlation with its t test. t is empty when r is exactly 1 or -1 (it would be infinite,
/// and p is then 0).
struct Pearson {
    std::size_t n = 0;
    double r = 0;
    std::optional<double> t; ///< with df degrees of freedom
    double df = 0;
    double p_two_sided = 0, p_greater = 0;
    std::optional<Interval> ci95_fisher_z; ///< empty when it cannot be told: r of 1 or -1 with three pairs
    double r_squared = 0;
};

/// Of pairs without missing values. Undefined::too_few_pairs below three, Undefined::constant when x or y does not
/// vary.
Answer<Pearson> pearson(std::span<const double> x, std::span<const double> y);

/// Spearman's rank correlation: Pearson's r of the mid-ranks.
struct Spearman {
    std::size_t n = 0;
    bool ties = false; ///< in x or in y
    double rho_midrank = 0;
    std::optional<double> t_approx; ///< as Pearson's t; empty when rho is exactly 1 or -1
    double df = 0;
    double p_t_approx = 0;                            ///< two-sided, by t
    double S_midrank = 0;                             ///< sum of the squared differences of ranks
    std::optional<double> p_exact_permutation;        ///< two-sided; up to 9 pairs without ties
    std::optional<double> p_R_default_edgeworth_AS89; ///< two-sided; 10 to 1289 pairs without ties, as R's default
};

/// As pearson(), also for what is undefined.
Answer<Spearman> spearman(std::span<const double> x, std::span<const double> y);

}
