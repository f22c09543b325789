#include "numbers/missing.h"
#include <cassert>

namespace numbers
{

std::vector<double> present(Observed variable)
{
    assert(variable.missing.empty() || variable.missing.size() == variable.values.size());
    if (variable.missing.empty()) return {variable.values.begin(), variable.values.end()};

    std::vector<double> kept;
    kept.reserve(variable.values.size());
    for (std::size_t i = 0; i < variable.values.size(); ++i)
        if (!variable.missing[i]) kept.push_back(variable.values[i]);
    return kept;
}

Pairs complete_pairs(Observed x, Observed y)
{
    assert(x.values.size() == y.values.size());
    if (x.missing.empty() && y.missing.empty()) return {present(x), present(y)};

    Pairs pairs;
    pairs.x.reserve(x.values.size());
    pairs.y.reserve(x.values.size());
    for (std::size_t i = 0; i < x.values.size(); ++i) {
        if (x.is_missing(i) || y.is_missing(i)) continue;
        pairs.x.push_back(x.values[i]);
        pairs.y.push_back(y.values[i]);
    }
    return pairs;
}

}
