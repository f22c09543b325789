#include "numbers/quantiles.h"
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace numbers
{

namespace
{

/// The value at a position that counts from 1 and may lie between two values or beyond the ends.
double at_position(std::span<const double> ascending, double position)
{
    const double last = static_cast<double>(ascending.size());
    const double place = std::clamp(position, 1.0, last);
    const double below = std::floor(place), part = place - below;
    const double low = ascending[static_cast<std::size_t>(below) - 1];
    if (part == 0) return low;
    const double high = ascending[static_cast<std::size_t>(below)];
    return low + part * (high - low);
}

double averaged_step(std::span<const double> ascending, double steps)
{
    // n * p that misses a whole number by rounding is that whole number
    const double fuzz = 4 * std::numeric_limits<double>::epsilon();
    const double whole = std::floor(steps + fuzz);
    if (std::abs(steps - whole) >= fuzz) return at_position(ascending, whole + 1);
    return std::midpoint(at_position(ascending, whole), at_position(ascending, whole + 1));
}

}

double quantile(std::span<const double> ascending, double p, QuantileType type)
{
    assert(!ascending.empty() && p >= 0 && p <= 1);
    const double n = static_cast<double>(ascending.size());
    if (type == QuantileType::averaged_steps) return averaged_step(ascending, n * p);
    return at_position(ascending, type == QuantileType::weibull ? (n + 1) * p : 1 + (n - 1) * p);
}

double median(std::span<const double> ascending)
{
    return quantile(ascending, 0.5, QuantileType::gumbel);
}

}
