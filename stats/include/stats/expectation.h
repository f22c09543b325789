#pragma once
#include "workbench/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace stats
{

/// How a claim compares.
enum class Comparison { equal, less, greater, at_most, at_least, about };

/// One stated number: `r = -0.662`.
struct Expectation {
    std::string name; ///< a key of a result, or a symbol
    Comparison comparison = Comparison::equal;
    double number = 0;
    double tolerance = 0; ///< half a unit of the last printed decimal
    std::string text;     ///< as written
};

/// Reads `NAME OP NUMBER`, several separated by `;`. OP is one of = < > <= >= ~. A number may be written the Spanish
/// or the English way ("-0,662", "1.234,5", "1,234.5", ".03"); one that could be both ("1,234") is read with
/// `decimal`. Errors: bad_value, with the column.
workbench::Result<std::vector<Expectation>> expectations_in(std::string_view text, char decimal);

/// Whether a recomputed value is what was stated. `about`: within 10 % of the stated number.
bool holds(const Expectation& expectation, double value);

}
