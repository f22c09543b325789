#pragma once
#include "search/passage.h"
#include <cstdint>
#include <vector>

namespace search
{

/// A word that matched, in code points of the whole text, half-open.
struct Mark {
    std::int64_t begin = 0, end = 0;
    auto operator<=>(const Mark&) const = default;
};

/// A passage that a query found.
struct Hit {
    std::size_t text = 0;    ///< its place in the TextSource
    std::size_t passage = 0; ///< its place among the passages of the text, from 0
    double score = 0;        ///< higher is better; a number of no unit, to be compared within one search only
    PassageText where;       ///< the passage itself
    std::vector<Mark> marks; ///< each matching word once, from left to right; empty when no word was asked for
    /// What the query asked for as it stands there: a word, a phrase from its first word to its last, each operand of
    /// a chain of NEAR or ADJ, the very text that a regular expression found. Each once, from left to right.
    std::vector<Mark> matches;
};

/// A page of hits, best first; equal scores in the order of the texts, then of the passages.
struct Hits {
    std::int64_t total = 0;     ///< of all hits, not only of the page
    bool total_is_exact = true; ///< counted, not estimated
    std::vector<Hit> hits;
};

}
