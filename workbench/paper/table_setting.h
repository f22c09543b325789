#pragma once
#include "paper/blocks.h"
#include <string>
#include <vector>

namespace paper
{

/// How small the letters of a table must be for its words to stay whole.
enum class Density { normal, small, tiny };

/// A table made ready for a page: all rows of one length, widths settled, decimals lined up.
struct TableSetting {
    std::vector<double> shares;             ///< one per column, summing to 1
    std::vector<std::vector<Inlines>> rows; ///< cells of decimal columns end in figure spaces where digits are missing
    Density density = Density::normal;
};

/// Padding with spaces as wide as a digit (U+2007) and as a point (U+2008) keeps the decimal signs in line in every
/// format and font with tabular figures; where all cells have as many decimals, nothing is added. Every column is given
/// its longest word first and shares in the rest by the length of its texts.
TableSetting setting_of(const Table& table, char decimal_sign);

/// Of the letters of a table, in points, when those of a normal one have `normal`.
inline double cell_size(Density density, double normal)
{
    return density == Density::normal ? normal : density == Density::small ? normal * 0.85 : normal * 0.7;
}

/// Whether the column is set to the right.
inline bool is_numeric(Align align)
{
    return align == Align::right || align == Align::decimal;
}

}
