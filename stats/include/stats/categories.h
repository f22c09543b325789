#pragma once
#include "stats/table_data.h"
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace stats
{

/// A column as categories: what occurs in it, and which of these each row has. Numbers are in numeric order (3 and 3.0
/// are one category), all else in the order of its bytes; upper and lower case and accents count.
struct Categories {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::string> labels;
    std::vector<std::uint32_t> codes; ///< one per row: a position in labels, or `none` where the cell is missing

    std::vector<std::size_t> counts() const; ///< of each label
    std::size_t missing_count() const;
};

Categories categories_of(const Column& column);

/// A number as a label: the shortest decimal that reads back to it, without an exponent where that is short.
std::string number_label(double value);

}
