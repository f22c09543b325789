#include "search/collocation.h"
#include "words_of_passage.h"
#include "workbench/words.h"
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace search
{
using namespace workbench;
namespace
{

using Matches = std::map<std::pair<DocumentId, std::size_t>, std::vector<Mark>>;

struct Met {
    std::int64_t together = 0, total = 0;
};

/// Counts passage by passage.
class Company
{
 public:
    Company(int window, Collocations& out) : window_(static_cast<std::size_t>(window)), out_(out) {}

    void add(const std::string& language, const PassageText& passage, const std::vector<Mark>& matches)
    {
        const auto body = words_part(passage);
        words_of(body, language, words_);
        look(passage, matches);
        out_.matches += static_cast<std::int64_t>(matches.size());
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (states_[i] == State::match) continue;
            auto& met = met_[lower(slice(body, words_[i]))];
            ++met.total;
            ++out_.words;
            if (states_[i] == State::far) continue;
            ++met.together;
            ++out_.near;
        }
    }

    std::unordered_map<std::string, Met>& met() { return met_; }

 private:
    enum class State : char { far, near, match };

    /// Where each word of the passage stands to the matches.
    void look(const PassageText& passage, const std::vector<Mark>& matches)
    {
        states_.assign(words_.size(), State::far);
        for (const auto& match : matches) {
            const auto from = match.begin - passage.words_begin, to = match.end - passage.words_begin;
            const auto first =
                std::partition_point(words_.begin(), words_.end(), [&](const Word& word) { return word.end <= from; });
            const auto last =
                std::partition_point(first, words_.end(), [&](const Word& word) { return word.begin < to; });
            const auto begin = static_cast<std::size_t>(first - words_.begin());
            const auto end = static_cast<std::size_t>(last - words_.begin());
            const auto until = std::min(words_.size(), end + window_);
            for (auto i = begin - std::min(begin, window_); i < until; ++i) {
                if (i >= begin && i < end)
                    states_[i] = State::match;
                else if (states_[i] == State::far)
                    states_[i] = State::near;
            }
        }
    }

    std::size_t window_;
    Collocations& out_;
    std::vector<Word> words_;
    std::vector<State> states_;
    std::unordered_map<std::string, Met> met_;
};

double part(double observed, double expected)
{
    return observed > 0 ? observed * std::log(observed / expected) : 0;
}

}

double expected(const CompanyCounts& counts)
{
    return static_cast<double>(counts.near) * static_cast<double>(counts.total) / static_cast<double>(counts.words);
}

double log_likelihood(const CompanyCounts& counts)
{
    const auto n = static_cast<double>(counts.words);
    const auto near = static_cast<double>(counts.near), far = n - near;
    const auto total = static_cast<double>(counts.total), others = n - total;
    const auto both = static_cast<double>(counts.together);
    const auto sum = part(both, near * total / n) + part(near - both, near * others / n) +
                     part(total - both, far * total / n) + part(far - (total - both), far * others / n);
    return std::max(0.0, 2 * sum);
}

std::optional<double> mutual_information(const CompanyCounts& counts)
{
    if (counts.together == 0) return {};
    return std::log2(static_cast<double>(counts.together) / expected(counts));
}

Result<Collocations> collocations(ProjectIndex& index, std::string_view query, const Passages& passages,
                                  const CollocationRule& rule, const LaterFields& later)
{
    auto hits = index.search(query, {0, -1}, later);
    if (!hits) return fail(hits.error());
    Matches matches;
    for (auto& row : hits->rows) matches[{row.document.id, row.hit.passage}] = std::move(row.hit.matches);
    Collocations out;
    Company company(rule.window, out);
    passages.each([&](const Document& document, std::size_t number, const PassageText& passage) {
        const auto found = matches.find({document.id, number});
        company.add(document.language, passage, found == matches.end() ? std::vector<Mark>{} : found->second);
    });
    for (const auto& [word, met] : company.met()) {
        if (met.together < std::max<std::int64_t>(rule.least, 1) || is_stop_word(rule.stop, word)) continue;
        const CompanyCounts counts{met.together, out.near, met.total, out.words};
        const auto by_chance = expected(counts);
        if (static_cast<double>(met.together) > by_chance)
            out.collocates.push_back({word, counts, by_chance, log_likelihood(counts), *mutual_information(counts)});
    }
    std::sort(out.collocates.begin(), out.collocates.end(),
              [](const Collocate& a, const Collocate& b) { return a.g2 != b.g2 ? a.g2 > b.g2 : a.word < b.word; });
    return out;
}

}
