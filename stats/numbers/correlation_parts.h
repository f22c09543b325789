#pragma once
#include "numbers/undefined.h"
#include <optional>
#include <span>

namespace numbers
{

/// Why no correlation of these pairs exists; empty when one does.
std::optional<Undefined> undefined_pairs(std::span<const double> x, std::span<const double> y);

/// Pearson's r of pairs that have one, in [-1, 1].
double correlation(std::span<const double> x, std::span<const double> y);

/// r sqrt(df) / sqrt(1 - r^2); empty when r is exactly 1 or -1.
std::optional<double> t_of_correlation(double r, double df);

}
