#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace numbers
{

/// The values from the smallest to the largest. No NaN may be among them; -0 and 0 are the same value.
std::vector<double> sorted(std::span<const double> values);

/// The positions of the values from the smallest to the largest; equal values keep their order.
std::vector<std::uint32_t> order_of(std::span<const double> values);

/// Ranks from 1; equal values share the mean of their ranks (mid-ranks).
struct Ranks {
    std::vector<double> ranks;
    bool ties = false; ///< whether any value stands twice
};
Ranks ranks_of(std::span<const double> values);

}
