#include "search/dispersion.h"
#include "words_of_passage.h"
#include "workbench/words.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace search
{
using namespace workbench;
namespace
{

double share(std::int64_t part, double whole)
{
    return static_cast<double>(part) / whole;
}

std::int64_t sum(const std::vector<std::int64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

double juilland(const std::vector<std::int64_t>& matches, const std::vector<std::int64_t>& words)
{
    const auto n = static_cast<double>(words.size());
    double mean = 0, squares = 0;
    for (std::size_t i = 0; i < words.size(); ++i) mean += share(matches[i], static_cast<double>(words[i])) / n;
    for (std::size_t i = 0; i < words.size(); ++i)
        squares += std::pow(share(matches[i], static_cast<double>(words[i])) - mean, 2) / n;
    return 1 - std::sqrt(squares) / mean / std::sqrt(n - 1);
}

}

std::optional<Spread> spread_of(std::span<const std::int64_t> all_matches, std::span<const std::int64_t> all_words)
{
    std::vector<std::int64_t> matches, words;
    for (std::size_t i = 0; i < all_words.size(); ++i)
        if (all_words[i] > 0) matches.push_back(all_matches[i]), words.push_back(all_words[i]);
    const auto total = static_cast<double>(sum(matches)), size = static_cast<double>(sum(words));
    if (total == 0 || size == 0) return {};
    Spread spread;
    double smallest = 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
        spread.dp += std::abs(share(matches[i], total) - share(words[i], size)) / 2;
        smallest = std::min(smallest, share(words[i], size));
    }
    if (words.size() < 2) return spread;
    spread.dp_norm = spread.dp / (1 - smallest);
    spread.juilland_d = juilland(matches, words);
    return spread;
}

Result<Dispersion> dispersion(ProjectIndex& index, std::string_view query, const Passages& passages,
                              const LaterFields& later)
{
    auto hits = index.search(query, {0, -1}, later);
    if (!hits) return fail(hits.error());
    std::map<std::pair<DocumentId, std::size_t>, std::vector<Mark>> matches;
    for (auto& row : hits->rows) matches[{row.document.id, row.hit.passage}] = std::move(row.hit.matches);
    Dispersion out;
    std::vector<Word> words;
    passages.each([&](const Document& document, std::size_t number, const PassageText& passage) {
        words_of(words_part(passage), document.language, words);
        if (out.rows.empty() || out.rows.back().document.id != document.id) out.rows.push_back({document, 0, {}});
        auto& row = out.rows.back();
        if (const auto found = matches.find({document.id, number}); found != matches.end())
            for (const auto& match : found->second) {
                const auto before = std::partition_point(words.begin(), words.end(), [&](const Word& word) {
                    return passage.words_begin + word.end <= match.begin;
                });
                row.places.push_back(static_cast<double>(row.words + (before - words.begin())));
            }
        row.words += static_cast<std::int64_t>(words.size());
    });
    std::erase_if(out.rows, [](const DispersionRow& row) { return row.words == 0; });
    std::vector<std::int64_t> counts, sizes;
    for (auto& row : out.rows) {
        for (auto& place : row.places)
            place = std::min(place, static_cast<double>(row.words - 1)) / static_cast<double>(row.words);
        counts.push_back(static_cast<std::int64_t>(row.places.size()));
        sizes.push_back(row.words);
    }
    out.matches = sum(counts);
    out.words = sum(sizes);
    out.spread = spread_of(counts, sizes);
    return out;
}

}
