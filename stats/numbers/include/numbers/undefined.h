#pragma once
#include <string_view>
#include <tl/expected.hpp>

namespace numbers
{

/// Why a question has no answer on these data. That is not an error: it is what the data say.
enum class Undefined {
    no_values,      ///< nothing is left after the missing values
    too_few_values, ///< the formula asks for more values
    too_few_pairs,  ///< fewer than three complete pairs
    constant,       ///< a variable does not vary
    one_category,   ///< fewer than two rows or columns that are not empty
    overflow,       ///< the values are too large for the formula
};

/// The reason as a short English phrase: Undefined::constant is "constant variable".
std::string_view name_of(Undefined reason);

/// A result, or the reason why there is none. Never a NaN in place of a number.
template <class T>
using Answer = tl::expected<T, Undefined>;

inline tl::unexpected<Undefined> no_answer(Undefined reason)
{
    return tl::unexpected<Undefined>(reason);
}

/// A confidence interval.
struct Interval {
    double low, high;
};

}
