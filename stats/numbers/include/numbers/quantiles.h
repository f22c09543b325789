#pragma once
#include <span>

namespace numbers
{

/// The definitions of Hyndman and Fan (1996) that programs use. They differ on small samples: always say which.
enum class QuantileType {
    averaged_steps = 2, ///< SAS 5; the mean of two values where the step function jumps
    weibull = 6,        ///< SPSS, Minitab
    gumbel = 7,         ///< R, Excel, NumPy
};

/// The quantile `p` in [0, 1] of values in ascending order, of which there must be one at least.
double quantile(std::span<const double> ascending, double p, QuantileType type);

/// Type 7 at one half: the middle value, or the mean of the two middle ones.
double median(std::span<const double> ascending);

}
