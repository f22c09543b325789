#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace search
{

/// How a passage is weighed: BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework") with
/// k1 = 1.2 and b = 0.5, the length taken against 60 words rather than against the mean, so that a passage has one
/// score whatever else was imported. Weights are whole numbers of 2^-20: their sums do not depend on the order of
/// adding, and a passage weighs the same whether Xapian or the scanner adds them up.
constexpr double k1 = 1.2, length_share = 0.5, usual_length = 60, weight_unit = 1 << 20;

/// The part of a count in the weight; grows from 0 towards k1 + 1.
inline double count_part(double count, double words)
{
    return count * (k1 + 1) / (count + k1 * (1 - length_share + length_share * words / usual_length));
}

/// The rarity of a word that `holders` of `passages` hold. Never negative; `holders` may pass `passages`, as each form
/// of a word is counted by itself.
inline double rarity(std::int64_t passages, std::int64_t holders)
{
    const auto without = static_cast<double>(std::max<std::int64_t>(passages - holders, 0));
    return std::log(1 + (without + 0.5) / (static_cast<double>(holders) + 0.5));
}

/// A weight in units of 2^-20, a whole number.
inline double weight(double rarity, double count, double words)
{
    return std::round(rarity * count_part(count, words) * weight_unit);
}

inline double score_of(double weights)
{
    return weights / weight_unit;
}

}
