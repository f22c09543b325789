#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace numbers
{

/// A variable as it was observed. `missing[i]` other than 0 says that values[i] is absent, whatever it holds; an empty
/// `missing` says that nothing is.
struct Observed {
    std::span<const double> values;
    std::span<const std::uint8_t> missing;

    bool is_missing(std::size_t i) const { return !missing.empty() && missing[i]; }
};

/// The values that are there, in their order.
std::vector<double> present(Observed variable);

/// Two variables where both are there; `x` and `y` have one length.
struct Pairs {
    std::vector<double> x, y;
};

/// Pairwise deletion. The two variables must have one length.
Pairs complete_pairs(Observed x, Observed y);

}
