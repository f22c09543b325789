#pragma once
#include "search/hit.h"
#include "search/index.h"
#include "search/query.h"
#include "workbench/result.h"
#include <functional>
#include <limits>

namespace search
{

/// A stretch of one text that a field names: `speaker:docente` names the docente's turns. A passage is meant when it
/// shares at least one character with the stretch.
struct Stretch {
    std::size_t text = 0; ///< its place in the TextSource
    std::int64_t begin = 0, end = std::numeric_limits<std::int64_t>::max();
};

/// Says which stretches a field of a query names, in any order; none when there are none. Its errors (a code or a
/// variable that does not exist) are those of the search.
using Resolver = std::function<workbench::Result<std::vector<Stretch>>(const Outside&)>;

struct Page {
    std::int64_t offset = 0;
    std::int64_t limit = 20; ///< the hits after the first `offset`; all of them when negative
    double patience = 30;    ///< seconds after which a search with a regular expression is given up
};

/// The passages of `texts` that the query means. What the index holds is answered by it; every other text is scanned
/// with the same rules, so that the answer never depends on the state of the index, and a damaged index costs only
/// time. Refreshes the index to what other processes have written. Errors are those of the resolver, each with
/// the column of its field, and bad_value for a regular expression that takes too long.
workbench::Result<Hits> search(const Query& query, const TextSource& texts, Index& index, const Resolver& resolver,
                               Page page = {});

}
