#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace numbers
{

/// The values that occur, in ascending order, and how often each does.
struct Distinct {
    std::vector<double> values;
    std::vector<std::size_t> counts;
};
Distinct distinct(std::span<const double> values);

/// Shares of categories. Percentages are of 100; cumulative ones run over the valid cases in the order given.
struct Frequencies {
    std::size_t total = 0, valid = 0, missing = 0;
    std::vector<double> percent_of_total, valid_percent, cumulative_valid_percent;
};

/// From the count of each category. Without categories all lists are empty.
Frequencies frequencies(std::span<const std::size_t> counts, std::size_t missing);

}
