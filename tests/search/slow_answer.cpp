#include "slow_answer.h"
#include "random_query.h"
#include "workbench/words.h"
#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <xapian.h>

namespace search_tests
{

using namespace search;

namespace
{

/// Levenshtein's distance, the whole table.
int distance(const std::u32string& a, const std::u32string& b)
{
    std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0)
                table[i][j] = static_cast<int>(i + j);
            else
                table[i][j] = std::min(
                    {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        }
    return table[a.size()][b.size()];
}

/// What a word is compared by.
struct Keys {
    std::string lower, fold, stem;
};

const Keys& keys_of(const std::string& word, Stems stems)
{
    static std::map<std::pair<Stems, std::string>, Keys> known;
    static const Xapian::Stem snowball("es");
    const auto [at, added] = known.try_emplace({stems, word});
    if (added) {
        auto& keys = at->second;
        keys.lower = workbench::lower(word);
        keys.fold = workbench::fold(word);
        keys.stem = stems == Stems::by_hand ? std::to_string(family_of(word)) : workbench::fold(snowball(keys.lower));
    }
    return at->second;
}

std::u32string points(const std::string& text)
{
    std::u32string out;
    for (const unsigned char c : text) {
        if (c < 0x80)
            out += static_cast<char32_t>(c);
        else if ((c & 0xC0) == 0x80)
            out.back() = out.back() << 6 | (c & 0x3F);
        else
            out += static_cast<char32_t>(c & (c < 0xE0 ? 0x1F : c < 0xF0 ? 0x0F : 0x07));
    }
    return out;
}

bool means(const WordPattern& pattern, const std::string& word, Stems stems)
{
    const bool exact = pattern.rule == WordPattern::Rule::exact;
    const auto key = [=](const std::string& text) {
        return exact ? keys_of(text, stems).lower : keys_of(text, stems).fold;
    };
    if (pattern.shape == WordPattern::Shape::fuzzy) {
        const auto a = points(key(pattern.text)), b = points(key(word));
        return distance(a, b) <= pattern.edits;
    }
    if (pattern.shape == WordPattern::Shape::wildcard) {
        const auto text = key(pattern.text), against = key(word);
        const std::function<bool(std::size_t, std::size_t)> fits = [&](std::size_t p, std::size_t w) {
            if (p == text.size()) return w == against.size();
            if (text[p] == '*') return fits(p + 1, w) || (w < against.size() && fits(p, w + 1));
            return w < against.size() && text[p] == against[w] && fits(p + 1, w + 1);
        };
        return fits(0, 0);
    }
    if (key(pattern.text) == key(word)) return true;
    return pattern.rule == WordPattern::Rule::plain && keys_of(pattern.text, stems).stem == keys_of(word, stems).stem;
}

/// Passages as lists of words, and the marks as numbers of words.
struct Oracle {
    const MemoryTexts& texts;
    Stems stems;
    std::size_t text = 0;
    PassageText passage{};
    std::vector<std::string> words{};
    std::vector<Mark> places{};
    using Marked = std::set<std::size_t>;
    using Answer = std::optional<Marked>;
    struct Stand {
        std::size_t first, last;
    };

    void read(std::size_t t, const PassageText& p)
    {
        text = t, passage = p;
        words.clear(), places.clear();
        for (const auto& word : workbench::words_of(p.text, "root")) {
            if (p.begin + word.begin < p.words_begin) continue;
            words.emplace_back(workbench::slice(p.text, word));
            places.push_back({p.begin + word.begin, p.begin + word.end});
        }
    }

    std::vector<Stand> stands(const Query& query) const
    {
        std::vector<Stand> out;
        if (query.kind == Query::Kind::any_of)
            for (const auto& part : query.parts)
                for (const auto& stand : stands(part)) out.push_back(stand);
        const bool phrase = query.kind == Query::Kind::phrase;
        const auto length = phrase ? query.parts.size() : 1;
        for (std::size_t at = 0; query.kind != Query::Kind::any_of && at + length <= words.size(); ++at) {
            bool all = true;
            for (std::size_t i = 0; i < length; ++i)
                all = all && means(phrase ? query.parts[i].word : query.word, words[at + i], stems);
            if (all) out.push_back({at, at + length - 1});
        }
        return out;
    }

    Answer near(const Query& query) const
    {
        Marked marked;
        std::vector<Stand> chosen;
        const std::function<void()> choose = [&] {
            if (chosen.size() < query.parts.size()) {
                for (const auto& stand : stands(query.parts[chosen.size()])) {
                    chosen.push_back(stand);
                    choose();
                    chosen.pop_back();
                }
                return;
            }
            std::size_t first = words.size(), last = 0;
            for (std::size_t i = 0; i < chosen.size(); ++i) {
                first = std::min(first, chosen[i].first), last = std::max(last, chosen[i].last);
                for (std::size_t j = 0; j < i; ++j) {
                    if (chosen[j].first <= chosen[i].last && chosen[i].first <= chosen[j].last) return;
                    if (query.ordered && chosen[j].first > chosen[i].first) return;
                }
            }
            if (last - first > static_cast<std::size_t>(query.distance)) return;
            for (const auto& stand : chosen)
                for (auto at = stand.first; at <= stand.last; ++at) marked.insert(at);
        };
        choose();
        return marked.empty() ? Answer{} : marked;
    }

    Answer answer(const Query& query) const
    {
        Marked marked;
        const auto join = [&](const Answer& part) {
            if (part) marked.insert(part->begin(), part->end());
            return part.has_value();
        };
        std::size_t held = 0;
        switch (query.kind) {
        case Query::Kind::word:
        case Query::Kind::phrase:
            for (const auto& stand : stands(query))
                for (auto at = stand.first; at <= stand.last; ++at) marked.insert(at);
            return marked.empty() ? Answer{} : marked;
        case Query::Kind::near: return near(query);
        case Query::Kind::all_of:
            for (const auto& part : query.parts) held += join(answer(part));
            return held == query.parts.size() ? Answer{marked} : Answer{};
        case Query::Kind::any_of:
            for (const auto& part : query.parts) held += join(answer(part));
            return held ? Answer{marked} : Answer{};
        case Query::Kind::one_of:
            for (const auto& part : query.parts) held += join(answer(part));
            return held % 2 ? Answer{marked} : Answer{};
        case Query::Kind::none_of: return answer(query.parts[0]) ? Answer{} : Answer{Marked{}};
        case Query::Kind::maybe: {
            const bool must = join(answer(query.parts[0]));
            for (std::size_t i = 1; i < query.parts.size(); ++i) join(answer(query.parts[i]));
            return must ? Answer{marked} : Answer{};
        }
        case Query::Kind::regex: // the patterns made here are plain letters
            for (std::size_t at = 0; at < words.size(); ++at)
                if (workbench::lower(words[at]).find(query.pattern) != std::string::npos) marked.insert(at);
            return marked.empty() ? Answer{} : marked;
        case Query::Kind::outside: {
            const auto stretches = *resolver_of(texts)(query.outside);
            for (const auto& stretch : stretches)
                if (stretch.text == text && stretch.begin < passage.end && passage.begin < stretch.end) return marked;
            return {};
        }
        }
        return {};
    }
};

/// The words that a query asks for, those under a NOT too; `loose` when a regular expression may mark anything.
void collect(const Query& query, std::vector<WordPattern>& words, bool& loose)
{
    if (query.kind == Query::Kind::word) words.push_back(query.word);
    if (query.kind == Query::Kind::regex) loose = true;
    for (const auto& part : query.parts) collect(part, words, loose);
}

std::string text_between(const PassageText& passage, std::int64_t begin, std::int64_t end)
{
    std::string out;
    std::int64_t point = passage.begin - 1;
    for (const char c : passage.text) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++point;
        if (point >= begin && point < end) out += c;
    }
    return out;
}

}

std::map<Place, std::vector<Mark>> slow_answer(const Query& query, const MemoryTexts& texts, Stems stems)
{
    std::map<Place, std::vector<Mark>> out;
    Oracle oracle{texts, stems};
    for (std::size_t t = 0; t < texts.heads().size(); ++t) {
        const auto passages = texts.read(t);
        for (std::size_t p = 0; p < passages.size(); ++p) {
            oracle.read(t, passages[p]);
            const auto answer = oracle.answer(query);
            if (!answer) continue;
            auto& marks = out[{t, p}];
            for (const auto at : *answer) marks.push_back(oracle.places[at]);
        }
    }
    return out;
}

std::string wrong_mark(const Query& query, const Hits& hits, Stems stems)
{
    std::vector<WordPattern> words;
    bool loose = false;
    collect(query, words, loose);
    for (const auto& hit : hits.hits) {
        std::set<std::int64_t> begins, ends;
        for (const auto& [begin, end] : hit.marks) {
            begins.insert(begin), ends.insert(end);
            const auto text = text_between(hit.where, begin, end);
            const bool asked =
                std::any_of(words.begin(), words.end(), [&](const auto& word) { return means(word, text, stems); });
            if (!asked && !loose) return "marks " + text;
            if (begin < hit.where.words_begin || end > hit.where.end || begin >= end) return "marks outside " + text;
        }
        for (const auto& [begin, end] : hit.matches)
            if (!loose && (!begins.contains(begin) || !ends.contains(end)))
                return "matches " + text_between(hit.where, begin, end);
    }
    return {};
}

}
