#pragma once
#include "paper/blocks.h"
#include <string>
#include <vector>

namespace paper
{

/// A table made ready for a page: all rows of one length, widths settled, decimals lined up.
struct TableSetting {
    std::vector<double> shares;             ///< one per column, summing to 1
    std::vector<std::vector<Inlines>> rows; ///< cells of decimal columns end in figure spaces where digits are missing
};

/// Padding with spaces as wide as a digit (U+2007) and as a point (U+2008) keeps the decimal signs in line in every
/// format and font with tabular figures; where all cells have as many decimals, nothing is added.
TableSetting setting_of(const Table& table, char decimal_sign);

/// Whether the column is set to the right.
inline bool is_numeric(Align align)
{
    return align == Align::right || align == Align::decimal;
}

}
