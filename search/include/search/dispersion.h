#pragma once
#include "search/passages.h"
#include <span>

namespace search
{

/// How evenly something is spread over parts of different size. `matches` and `words` are those of each part; a part
/// without words is left out.
struct Spread {
    /// Deviation of proportions of Gries (2008), "Dispersions and adjusted frequencies in corpora": half the sum of
    /// |share of the matches - share of the words|. 0: as even as it can be; near 1: all in one small part.
    double dp = 0;
    /// DP divided by 1 - the smallest share of the words (Lijffijt and Gries 2012), so that it can reach 1. Empty with
    /// one part.
    std::optional<double> dp_norm;
    /// Juilland's D for parts of different size: 1 - V / sqrt(n - 1), V the coefficient of variation (population
    /// standard deviation over mean) of matches per word. 1: even; 0: all in one part. Empty with one part.
    std::optional<double> juilland_d;
};

/// Empty when there is no match or no word.
std::optional<Spread> spread_of(std::span<const std::int64_t> matches, std::span<const std::int64_t> words);

/// Where the matches of a query stand in each document.
struct DispersionRow {
    workbench::Document document;
    std::int64_t words = 0;     ///< looked at
    std::vector<double> places; ///< of the matches: the share of those words that stand before it, from 0 to below 1
};

struct Dispersion {
    std::int64_t words = 0, matches = 0;
    std::vector<DispersionRow> rows; ///< by document number; those without words are left out
    std::optional<Spread> spread;
};

/// Errors: those of ProjectIndex::search.
workbench::Result<Dispersion> dispersion(ProjectIndex& index, std::string_view query, const Passages& passages,
                                         const LaterFields& later);

}
