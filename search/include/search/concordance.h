#pragma once
#include "search/project_index.h"

namespace search
{

/// A keyword in its context. The contexts are the text of the passage as it is, without the label of the speaker.
struct ConcordanceLine {
    std::size_t row = 0;             ///< of the hits
    std::int64_t begin = 0, end = 0; ///< of the keyword in the document
    std::string left, keyword, right;
};

enum class LineOrder {
    document, ///< by document, then position
    left,     ///< by the words before the keyword, the nearest first
    right,    ///< by the words after it
};

/// A line for each match of the hits (see Hit::matches), with at most `width` characters on each side. Words are put in
/// the order of the Spanish alphabet, case and accents not counted; lines of equal words by document and position.
std::vector<ConcordanceLine> concordance(const ProjectHits& hits, std::int64_t width, LineOrder order);

}
