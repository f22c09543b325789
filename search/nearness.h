#pragma once
#include <vector>

namespace search
{

/// Where an operand of NEAR or ADJ stands: the numbers of its first and last word in the passage, both included.
struct Stand {
    int first = 0, last = 0;
    auto operator<=>(const Stand&) const = default;
};

/// For each operand, those of its stands that take part in a combination of one stand of each operand which do not
/// overlap and whose first and last word differ by at most `distance`; with `ordered` the operands follow one another
/// in the order given. Each list is sorted; all of them are empty when there is no combination.
std::vector<std::vector<Stand>> standing_near(const std::vector<std::vector<Stand>>& operands, bool ordered,
                                              int distance);

}
