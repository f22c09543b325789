#pragma once
#include "stats/table_data.h"
#include <optional>
#include <string_view>

namespace stats
{

/// Without the blanks (also no-break ones) at both ends.
std::string_view trimmed(std::string_view cell);

/// What a cell could be as a number, before it is known how its file writes them.
struct NumberShape {
    bool point = false;        ///< a number when the decimal sign is '.'
    bool comma = false;        ///< a number when the decimal sign is ','
    bool separated = false;    ///< holds '.' or ',': when both of the above, `1,234`, its value depends on the answer
    bool digits_only = false;  ///< a whole number without any separator or exponent
    bool leading_zero = false; ///< 007: more likely a code than a number
    bool ambiguous() const { return point && comma && separated; }
};

/// All false when it is no number at all. `cell` is trimmed.
NumberShape number_shape(std::string_view cell);

/// The number in a trimmed cell, its digits perhaps grouped by three; empty when it is none or beyond a double.
std::optional<double> number_of(std::string_view cell, char decimal);

/// Days since 1970-01-01 of 2024-04-03 or, when the order is known, of 3/4/2024 and 3-4-2024; empty when it is none.
std::optional<double> date_of(std::string_view cell, DayOrder days);

/// The two first numbers of a date such as 3/4/2024; empty when the cell has not that form.
std::optional<std::pair<int, int>> slash_date(std::string_view cell);

/// true, false, verdadero, falso, yes, no, sí, si in any case.
std::optional<bool> boolean_of(std::string_view cell);

}
