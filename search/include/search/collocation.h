#pragma once
#include "search/passages.h"
#include "search/stop_words.h"

namespace search
{

/// How much a word keeps company with another, from four counts of words: `together` of the collocate near the keyword,
/// `near` all words near the keyword, `total` of the collocate anywhere, `words` all words.
struct CompanyCounts {
    std::int64_t together = 0, near = 0, total = 0, words = 0;
};

/// How often the two would meet by chance: near * total / words. `words` must be positive.
double expected(const CompanyCounts& counts);

/// The log-likelihood ratio G2 of Dunning (1993), "Accurate methods for the statistics of surprise and coincidence":
/// 2 * sum of O * ln(O / E) over the four cells of the table near the keyword or not, collocate or not. 0 is chance.
double log_likelihood(const CompanyCounts& counts);

/// Pointwise mutual information of Church and Hanks (1990), "Word association norms, mutual information, and
/// lexicography": log2(together / expected). Empty when they never meet. Large for rare words: read it beside G2.
std::optional<double> mutual_information(const CompanyCounts& counts);

struct Collocate {
    std::string word; ///< in lower case
    CompanyCounts counts;
    double expected = 0, g2 = 0, pmi = 0;
};

struct Collocations {
    std::int64_t matches = 0; ///< of the query
    std::int64_t near = 0;    ///< words within the window of one
    std::int64_t words = 0;   ///< all words looked at, those of the matches left out
    std::vector<Collocate> collocates;
};

struct CollocationRule {
    int window = 5; ///< so many words on each side, within the passage
    StopWords stop = StopWords::es;
    std::int64_t least = 2; ///< a collocate stands near the keyword at least so often
};

/// The words that stand near the matches of a query more often than chance would have it, by G2, then by their letters.
/// A word near two matches counts once; the words of the matches are not counted. Errors: those of
/// ProjectIndex::search.
workbench::Result<Collocations> collocations(ProjectIndex& index, std::string_view query, const Passages& passages,
                                             const CollocationRule& rule, const LaterFields& later);

}
