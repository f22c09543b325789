#include "search/search.h"
#include "border.h"
#include "lookup.h"
#include "matcher.h"
#include "ranking.h"
#include "workbench/tr.h"
#include <algorithm>

namespace search
{
using namespace workbench;
namespace
{

/// A passage that the query means, with what its rank is made of.
struct Found {
    std::size_t text = 0, passage = 0;
    double weights = 0;
    std::vector<Count> counts; ///< of one that was looked at; its weights come when all are counted
    int words = 0;
};

/// The index proposed a passage that is not meant.
[[noreturn]] void index_lied()
{
    throw Xapian::DatabaseCorruptError("it names a passage that is not meant");
}

class Searcher
{
 public:
    Searcher(const Compiled& query, const TextSource& texts, const Places& places, Page page)
        : query_(query), texts_(texts), places_(places), page_(page)
    {
    }

    /// Answers by the index where it can; throws Xapian's errors.
    Hits with_index(const Index::Inside& index)
    {
        index_ = &index;
        const auto indexed = indexed_texts(index);
        Lookup lookup(index, query_, places_, indexed.by_hash);
        passages_ = indexed.passages;
        holders_ = lookup.holders();
        Matcher matcher(query_, page_.patience);
        for (const auto text : indexed.others) scan(text, matcher);
        auto proposals = lookup.proposals(rarities());
        if (lookup.exact())
            take(proposals);
        else
            look_through(std::move(proposals), matcher);
        return hits(matcher);
    }

    Hits without_index()
    {
        index_ = nullptr;
        passages_ = 0;
        holders_.assign(query_.words.size(), 0);
        found_.clear();
        Matcher matcher(query_, page_.patience);
        for (std::size_t text = 0; text < texts_.heads().size(); ++text) scan(text, matcher);
        return hits(matcher);
    }

 private:
    struct Indexed {
        std::map<std::string, std::size_t> by_hash;
        std::vector<std::size_t> others; ///< to be scanned: unknown to the index, or a second text of one hash
        std::int64_t passages = 0;
    };
    Indexed indexed_texts(const Index::Inside& index) const
    {
        Indexed out;
        const auto& heads = texts_.heads();
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const auto entry = index.entries().find(heads[i].hash);
            const bool known = entry != index.entries().end() && !entry->second.scanned;
            if (known && out.by_hash.emplace(heads[i].hash, i).second)
                out.passages += entry->second.passages;
            else
                out.others.push_back(i);
        }
        return out;
    }

    const Seen& look(std::size_t text, const PassageText& passage, Matcher& matcher) const
    {
        return matcher.look(passage, texts_.heads()[text].language,
                            [&](int field) { return places_.holds(field, text, passage.begin, passage.end); });
    }

    void scan(std::size_t text, Matcher& matcher)
    {
        const auto passages = texts_.read(text);
        passages_ += static_cast<std::int64_t>(passages.size());
        for (std::size_t i = 0; i < passages.size(); ++i) {
            const auto& seen = look(text, passages[i], matcher);
            for (std::size_t word = 0; word < holders_.size(); ++word) holders_[word] += seen.forms[word];
            if (seen.holds) found_.push_back({text, i, 0, seen.counts, seen.words});
        }
    }

    void take(const std::vector<Proposal>& proposals)
    {
        found_.reserve(found_.size() + proposals.size());
        for (const auto& [text, passage, weights] : proposals) found_.push_back({text, passage, weights, {}, 0});
    }

    void look_through(std::vector<Proposal> proposals, Matcher& matcher)
    {
        std::sort(proposals.begin(), proposals.end(),
                  [](auto& a, auto& b) { return std::pair(a.text, a.passage) < std::pair(b.text, b.passage); });
        std::vector<PassageText> passages;
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            const auto& [text, passage, weights] = proposals[i];
            if (i == 0 || proposals[i - 1].text != text) passages = texts_.read(text);
            if (passage >= passages.size()) index_lied();
            const auto& seen = look(text, passages[passage], matcher);
            if (seen.holds) found_.push_back({text, passage, 0, seen.counts, seen.words});
        }
    }

    /// Of each leaf: that of its rarest word. A regular expression has none and weighs by its count alone.
    std::vector<double> rarities() const
    {
        std::vector<double> out;
        for (const auto& words : query_.leaves) {
            double rarest = words.empty() ? 1 : 0;
            for (const auto word : words)
                rarest = std::max(rarest, rarity(passages_, holders_[static_cast<std::size_t>(word)]));
            out.push_back(rarest);
        }
        return out;
    }

    void weigh()
    {
        const auto rarity = rarities();
        for (auto& found : found_)
            for (const auto& [leaf, count] : found.counts)
                found.weights += weight(rarity[static_cast<std::size_t>(leaf)], count, found.words);
    }

    Hits hits(Matcher& matcher)
    {
        weigh();
        Hits hits;
        hits.total = static_cast<std::int64_t>(found_.size());
        const auto begin = std::clamp<std::int64_t>(page_.offset, 0, hits.total);
        const auto end = page_.limit < 0 ? hits.total : begin + std::min(page_.limit, hits.total - begin);
        const auto first = found_.begin() + begin, last = found_.begin() + end;
        const auto better = [](const Found& a, const Found& b) {
            if (a.weights != b.weights) return a.weights > b.weights;
            return std::pair(a.text, a.passage) < std::pair(b.text, b.passage);
        };
        std::partial_sort(found_.begin(), last, found_.end(), better);
        read_page(hits, {first, last}, matcher);
        return hits;
    }

    /// Goes through the page text by text.
    void read_page(Hits& hits, const std::vector<Found>& page, Matcher& matcher) const
    {
        std::map<std::size_t, std::vector<std::size_t>> by_text;
        for (std::size_t i = 0; i < page.size(); ++i) by_text[page[i].text].push_back(i);
        hits.hits.resize(page.size());
        for (const auto& [text, places] : by_text) {
            const auto bounds = bounds_of(text);
            if (places.size() * few < bounds.size())
                for (const auto place : places)
                    put(hits, page, place, read_one(text, bounds, page[place].passage), matcher);
            else
                for (auto passages = texts_.read(text); const auto place : places) {
                    if (page[place].passage >= passages.size()) index_lied();
                    put(hits, page, place, std::move(passages[page[place].passage]), matcher);
                }
        }
    }

    void put(Hits& hits, const std::vector<Found>& page, std::size_t place, PassageText where, Matcher& matcher) const
    {
        const auto& found = page[place];
        const auto& seen = look(found.text, where, matcher);
        if (!seen.holds) index_lied();
        hits.hits[place] = {found.text,       found.passage, score_of(found.weights),
                            std::move(where), seen.marks,    seen.matches};
    }

    /// Where the passages of a text are; none when the index does not know.
    std::vector<Bounds> bounds_of(std::size_t text) const
    {
        if (!index_) return {};
        const auto& hash = texts_.heads()[text].hash;
        const auto entry = index_->entries().find(hash);
        return entry == index_->entries().end() || entry->second.scanned ? std::vector<Bounds>()
                                                                         : index_->bounds_of(hash);
    }

    PassageText read_one(std::size_t text, const std::vector<Bounds>& bounds, std::size_t number) const
    {
        if (number >= bounds.size()) index_lied();
        auto passage = texts_.read_at(text, bounds[number].begin, bounds[number].end);
        if (!passage || search::bounds_of(*passage).fingerprint != bounds[number].fingerprint) index_lied();
        return std::move(*passage);
    }

    static constexpr std::size_t few = 8; ///< one passage of so many is quicker read by itself

    const Index::Inside* index_ = nullptr; ///< what answers; nothing when all is scanned

    const Compiled& query_;
    const TextSource& texts_;
    const Places& places_;
    Page page_;
    std::int64_t passages_ = 0;
    std::vector<std::int64_t> holders_;
    std::vector<Found> found_;
};

Error in_column(Error error, int column)
{
    if (error.detail.ends_with('.')) error.detail.pop_back();
    error.detail = say("{} (column {} of the query).", error.detail, column);
    return error;
}

Result<Places> resolved(const Compiled& query, const Resolver& resolver)
{
    std::vector<Places::ByText> fields;
    for (const auto& outside : query.outsides) {
        const auto stretches = resolver(outside);
        if (!stretches) return fail(in_column(stretches.error(), outside.column));
        auto& by_text = fields.emplace_back();
        for (const auto& stretch : *stretches) by_text[stretch.text].push_back(stretch);
    }
    return Places(std::move(fields));
}

}

Result<Hits> search(const Query& query, const TextSource& texts, Index& index, const Resolver& resolver, Page page)
{
    const auto compiled = compile(query);
    const auto places = resolved(compiled, resolver);
    if (!places) return fail(places.error());
    try {
        // A writer may overtake a reader; once more from its new state is then enough.
        for (int attempt = 0; attempt < 2; ++attempt) {
            index.refresh();
            if (!index.inside().is_open()) break;
            std::optional<Hits> hits;
            const auto done =
                guarded([&] { hits = Searcher(compiled, texts, *places, page).with_index(index.inside()); });
            if (done) return std::move(*hits);
            if (done.error().code != ErrorCode::busy) index.inside().condemn();
        }
        return Searcher(compiled, texts, *places, page).without_index();
    } catch (const GivenUp& given_up) {
        return fail(given_up.error);
    }
}

}
