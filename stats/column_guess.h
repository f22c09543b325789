#pragma once
#include "stats/cell_texts.h"
#include "stats/table_reader.h"
#include <optional>
#include <string>
#include <vector>

namespace stats
{

/// What all cells of a column say about it. Rows count from 0.
struct ColumnSurvey {
    std::size_t cells = 0; ///< that are not missing
    std::size_t numbers = 0;
    bool point = true, comma = true; ///< every cell is a number with this decimal sign
    bool integers = true;            ///< every cell is digits only or a whole number with grouped digits
    bool leading_zero = false, negative = false, large = false;
    std::optional<std::size_t> ambiguous_row;   ///< the first cell such as 1,234
    std::optional<std::size_t> first_other_row; ///< the first cell that is no number
    bool dates = true, slash_dates = false, booleans = true;
    bool first_over_12 = false, second_over_12 = false; ///< of 3/4/2024

    bool numeric() const { return cells > 0 && (point || comma); }
    bool ambiguous() const { return cells > 0 && point && comma && ambiguous_row; }
};
ColumnSurvey survey(const CellTexts& cells, const std::vector<std::string>& missing);

/// The type that the survey shows under the notation of the file.
ColumnType type_of(const ColumnSurvey& survey, Notation notation, bool zeros_are_codes);

/// nominal for text and yes or no, interval for dates and where a number is negative, ratio otherwise: a first
/// proposal, which the user may change.
Level level_of(const ColumnSurvey& survey, ColumnType type);

}
