// The slow and obvious way to answer a query, against scanning, against the index and against an index that is behind.
#include "search/fields.h"
#include "support/corpus.h"
#include "texts.h"
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <xapian.h>

using namespace search;
using search_tests::MemoryTexts;

namespace
{

using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t n)
{
    return random() % n;
}

template <class List>
const auto& one(Random& random, const List& list)
{
    return list[pick(random, list.size())];
}

/// The vocabulary, words of one family side by side; the number is that of the family of one stem in Spanish (by hand
/// from the published Snowball rules; StemFamilies below holds the program to it).
struct Entry {
    const char* word;
    int family;
};
const std::vector<Entry> vocabulary{
    {"gobierno", 1},       {"gobiernos", 16}, {"Gobierno", 1},  {"ejecución", 2}, {"ejecuciones", 2}, {"año", 3},
    {"años", 17},          {"ano", 4},        {"papel", 5},     {"papeles", 5},   {"Papel", 5},       {"no", 6},
    {"digital", 7},        {"digitales", 7},  {"que", 8},       {"la", 9},        {"de", 10},         {"público", 11},
    {"pu\u0301blico", 11}, {"2019", 12},      {"pingüino", 13}, {"PINGÜINO", 13}, {"مرحبا", 14},      {"x", 15}};

int family_of(const std::string& word)
{
    for (const auto& entry : vocabulary)
        if (workbench::lower(entry.word) == workbench::lower(word)) return entry.family;
    return -1;
}

std::string random_line(Random& random)
{
    static const std::vector<std::string> joints{" ",    " ",  " ", " ",  ", ", "-",
                                                 " 😀 ", "… ", "/", ". ", " «", " 👨‍👩‍👧 "};
    static const std::vector<std::string> labels{"", "", "", "DMPP1: ", "papel: ", "E: "};
    auto line = one(random, labels);
    for (auto n = pick(random, 14); n > 0; --n) line += one(random, vocabulary).word + one(random, joints);
    return line;
}

// ── random queries ───────────────────────────────────────────────────────────────────────────────────────────────────

std::string random_word(Random& random)
{
    return one(random, vocabulary).word;
}

std::string random_leaf(Random& random)
{
    const auto word = random_word(random);
    const auto points = word.substr(0, word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
    switch (pick(random, 14)) {
    case 0: return "\"" + word + " " + random_word(random) + "\"";
    case 1: return "\"" + word + ", " + random_word(random) + " " + random_word(random) + "\"";
    case 2: return "=" + word;
    case 3: return points.size() > 2 ? points.substr(0, 2) + "*" : word;
    case 4: return word + "~";
    case 5: return word + "~2";
    case 6: return "doc:" + std::to_string(pick(random, 4));
    case 7: return "speaker:" + std::string(pick(random, 2) ? "papel" : "E");
    case 8: return "*" + word.substr(word.size() - 1 - (static_cast<unsigned char>(word.back()) >= 0x80));
    case 9: return points.size() > 2 ? "/" + points.substr(0, 3) + "/" : word;
    default: return word;
    }
}

std::string random_operand(Random& random)
{
    const auto word = random_word(random);
    switch (pick(random, 6)) {
    case 0: return "\"" + word + " " + random_word(random) + "\"";
    case 1: return "(" + word + " OR \"" + random_word(random) + " " + random_word(random) + "\")";
    case 2: return "=" + word;
    default: return word;
    }
}

std::string random_query(Random& random, int depth)
{
    const auto deeper = [&] { return random_query(random, depth - 1); };
    if (depth == 0) return random_leaf(random);
    switch (pick(random, 12)) {
    case 0: return deeper() + " AND " + deeper();
    case 1: return deeper() + " OR " + deeper();
    case 2: return "(" + deeper() + " XOR " + deeper() + " XOR " + deeper() + ")";
    case 3: return "(" + deeper() + ") " + deeper();
    case 4: return deeper() + " NOT (" + deeper() + ")";
    case 5: return "+(" + deeper() + ") " + deeper();
    case 6: return "-(" + deeper() + ")";
    case 7: return "(" + deeper() + " O " + deeper() + ")";
    case 8:
    case 9:
        return random_operand(random) + (pick(random, 2) ? " NEAR/" : " ADJ/") + std::to_string(1 + pick(random, 5)) +
               " " + random_operand(random);
    case 10: return random_word(random) + " NEAR/6 " + random_operand(random) + " NEAR/6 " + random_word(random);
    default: return random_leaf(random);
    }
}

// ── the slow and obvious way ─────────────────────────────────────────────────────────────────────────────────────────

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

/// What a word is compared by. The stem is that of the family by hand, or of Snowball for words of real texts.
struct Keys {
    std::string lower, fold, stem;
};

/// Whose stems: those of the vocabulary above, by hand, or Snowball's for real texts, which have words of both.
bool stems_by_hand = true;

const Keys& keys_of(const std::string& word)
{
    static std::map<std::pair<bool, std::string>, Keys> known;
    static const Xapian::Stem snowball("es");
    const auto [at, added] = known.try_emplace({stems_by_hand, word});
    if (added) {
        auto& keys = at->second;
        keys.lower = workbench::lower(word);
        keys.fold = workbench::fold(word);
        keys.stem = stems_by_hand ? std::to_string(family_of(word)) : workbench::fold(snowball(keys.lower));
    }
    return at->second;
}

std::u32string points(const std::string& text)
{
    std::u32string out;
    for (const unsigned char c : text) {
        if (c < 0x80)
            out += c;
        else if ((c & 0xC0) == 0x80)
            out.back() = out.back() << 6 | (c & 0x3F);
        else
            out += c & (c < 0xE0 ? 0x1F : c < 0xF0 ? 0x0F : 0x07);
    }
    return out;
}

bool means(const WordPattern& pattern, const std::string& word)
{
    const bool exact = pattern.rule == WordPattern::Rule::exact;
    const auto key = [exact](const std::string& text) { return exact ? keys_of(text).lower : keys_of(text).fold; };
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
    return pattern.rule == WordPattern::Rule::plain && keys_of(pattern.text).stem == keys_of(word).stem;
}

/// Passages as lists of words, and the marks as numbers of words.
struct Oracle {
    const MemoryTexts& texts;
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
                all = all && means(phrase ? query.parts[i].word : query.word, words[at + i]);
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
            const auto stretches = *search_tests::resolver_of(texts)(query.outside);
            for (const auto& stretch : stretches)
                if (stretch.text == text && stretch.begin < passage.end && passage.begin < stretch.end) return marked;
            return {};
        }
        }
        return {};
    }
};

using Place = std::pair<std::size_t, std::size_t>;

std::map<Place, std::vector<Mark>> slow_answer(const Query& query, const MemoryTexts& texts)
{
    std::map<Place, std::vector<Mark>> out;
    Oracle oracle{texts};
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

std::map<Place, std::vector<Mark>> by_place(const Hits& hits)
{
    std::map<Place, std::vector<Mark>> out;
    for (const auto& hit : hits.hits) out[{hit.text, hit.passage}] = hit.marks;
    return out;
}

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

/// Each mark is a word that the query asks for; a match begins and ends with a mark and lies in the passage.
std::string wrong_mark(const Query& query, const Hits& hits)
{
    std::vector<WordPattern> words;
    bool loose = false;
    collect(query, words, loose);
    for (const auto& hit : hits.hits) {
        std::set<std::int64_t> begins, ends;
        for (const auto& [begin, end] : hit.marks) {
            begins.insert(begin), ends.insert(end);
            const auto text = text_between(hit.where, begin, end);
            const bool asked = std::any_of(words.begin(), words.end(), [&](auto& word) { return means(word, text); });
            if (!asked && !loose) return "marks " + text;
            if (begin < hit.where.words_begin || end > hit.where.end || begin >= end) return "marks outside " + text;
        }
        for (const auto& [begin, end] : hit.matches)
            if (!loose && (!begins.contains(begin) || !ends.contains(end)))
                return "matches " + text_between(hit.where, begin, end);
    }
    return {};
}

bool same(const Hits& a, const Hits& b)
{
    const auto alike = [](const Hit& x, const Hit& y) {
        return x.text == y.text && x.where == y.where && x.score == y.score && x.marks == y.marks &&
               x.matches == y.matches;
    };
    return a.total == b.total && std::equal(a.hits.begin(), a.hits.end(), b.hits.begin(), b.hits.end(), alike);
}

Hits answer_of(const Query& query, const MemoryTexts& texts, Index& index)
{
    return *search::search(query, texts, index, search_tests::resolver_of(texts), {0, -1});
}

/// The smallest part of the query that two indexes answer differently, for the message of a failure.
std::string differing_part(const Query& query, const MemoryTexts& texts, Index& a, Index& b)
{
    for (const auto& part : query.parts)
        if (!same(answer_of(part, texts, a), answer_of(part, texts, b))) return differing_part(part, texts, a, b);
    std::string out = describe(query);
    const auto one = answer_of(query, texts, a), other = answer_of(query, texts, b);
    for (const auto* hits : {&one, &other}) {
        out += "\n" + std::to_string(hits->total);
        for (const auto& hit : hits->hits)
            out += " " + std::to_string(hit.text) + ":" + std::to_string(hit.passage) + "=" + std::to_string(hit.score);
    }
    return out;
}

MemoryTexts random_texts(Random& random, const std::string& other_language)
{
    MemoryTexts texts;
    for (auto n = 2 + pick(random, 5); n > 0; --n) {
        std::string text;
        for (auto lines = pick(random, 9); lines > 0; --lines) text += random_line(random) + "\n";
        texts.add(text, pick(random, 4) ? "es" : other_language);
        if (pick(random, 8) == 0) texts.add(text, "es");
    }
    return texts;
}

/// A part of the texts, to have an index that is behind and that knows texts which are gone.
MemoryTexts part_of(Random& random, const MemoryTexts& texts)
{
    auto part = texts;
    part.remove(pick(random, part.heads().size()));
    part.add("papel que ya no está\ngobierno digital");
    return part;
}

}

TEST(Oracle, StemFamilies)
{
    MemoryTexts texts;
    std::string text;
    for (const auto& entry : vocabulary) text += std::string(entry.word) + "\n";
    texts.add(text);
    support::TempFolder cache;
    auto index = Index::open(cache.path(), "p");
    for (const auto& entry : vocabulary) {
        const auto hits = *search::search(*parse(entry.word), texts, index, search_tests::resolver_of(texts), {0, -1});
        std::set<std::size_t> expected, found;
        for (std::size_t i = 0; i < vocabulary.size(); ++i)
            if (vocabulary[i].family == entry.family) expected.insert(i);
        for (const auto& hit : hits.hits) found.insert(hit.passage);
        EXPECT_EQ(found, expected) << entry.word;
    }
}

TEST(Oracle, ScanningTheIndexAndAnIndexThatIsBehindAnswerAlike)
{
    Random random(20260101 + static_cast<unsigned>(GTEST_FLAG_GET(random_seed))); // --gtest_random_seed=N tries others
    support::TempFolder cache;
    workbench::Progress progress;
    for (int round = 0; round < 24; ++round) {
        // the slow way knows the stems of Spanish only: another language takes part in the comparison of ways
        const auto other = round % 2 ? "en" : "es";
        const auto texts = random_texts(random, other);
        auto none = Index::open(cache.path(), "none");
        auto behind = Index::open(cache.path(), "behind" + std::to_string(round % 3));
        auto whole = Index::open(cache.path(), "whole" + std::to_string(round % 3));
        auto sharded = Index::open(cache.path(), "whole" + std::to_string(round % 3));
        sharded.share({2 + round % 3, 1});
        ASSERT_TRUE(behind.update(part_of(random, texts), progress));
        ASSERT_TRUE(whole.update(texts, progress));
        const auto resolver = search_tests::resolver_of(texts);
        for (int i = 0; i < 60; ++i) {
            const auto text = random_query(random, static_cast<int>(pick(random, 4)));
            const auto query = parse(text);
            ASSERT_TRUE(query) << text << ": " << query.error().detail;
            const auto scanned = answer_of(*query, texts, none);
            for (auto* index : {&whole, &sharded, &behind})
                ASSERT_TRUE(same(scanned, answer_of(*query, texts, *index)))
                    << text << "\n"
                    << differing_part(*query, texts, none, *index);
            if (std::string(other) == "es") {
                ASSERT_EQ(by_place(scanned), slow_answer(*query, texts)) << text;
                ASSERT_EQ(wrong_mark(*query, scanned), "") << text;
            }
            const Page page{static_cast<std::int64_t>(pick(random, 5)), static_cast<std::int64_t>(pick(random, 5))};
            const auto some = *search::search(*query, texts, whole, resolver, page);
            ASSERT_EQ(some.total, scanned.total);
            for (std::size_t k = 0; k < some.hits.size(); ++k)
                ASSERT_EQ(some.hits[k].where, scanned.hits[static_cast<std::size_t>(page.offset) + k].where) << text;
        }
        ASSERT_GE(sharded.texts(), 1) << "an answer of the index was doubted, and the index given up";
    }
}

TEST(Oracle, AnIndexThatFollowsCorrectionsAnswersAsScanningDoes)
{
    Random random(20260303 + static_cast<unsigned>(GTEST_FLAG_GET(random_seed)));
    support::TempFolder cache;
    workbench::Progress progress;
    std::vector<std::vector<std::string>> lines(3);
    for (auto& text : lines)
        for (int i = 0; i < 8; ++i) text.push_back(random_line(random));
    auto none = Index::open(cache.path(), "none");
    auto followed = Index::open(cache.path(), "followed");
    followed.share({3, 1});
    for (int step = 0; step < 60; ++step) {
        auto& text = lines[pick(random, lines.size())];
        auto& line = text[pick(random, text.size())];
        if (pick(random, 8) == 0)
            text.insert(text.begin() + static_cast<std::ptrdiff_t>(pick(random, text.size())), random_line(random));
        else
            line = random_line(random);
        MemoryTexts texts;
        for (const auto& one_text : lines) {
            std::string all;
            for (const auto& one_line : one_text) all += one_line + "\n";
            texts.add(all);
        }
        ASSERT_TRUE(followed.update(texts, progress));
        for (int i = 0; i < 12; ++i) {
            const auto text_of_query = random_query(random, static_cast<int>(pick(random, 3)));
            const auto query = parse(text_of_query);
            ASSERT_TRUE(query) << text_of_query;
            ASSERT_TRUE(same(answer_of(*query, texts, none), answer_of(*query, texts, followed)))
                << text_of_query << "\n"
                << differing_part(*query, texts, none, followed);
        }
        ASSERT_EQ(followed.texts(), 3) << "an answer of the index was doubted, and the index given up";
    }
}

// ── real texts ───────────────────────────────────────────────────────────────────────────────────────────────────────

namespace
{

/// The interviews of the sample study, and queries made of the words that stand in them.
class RealTexts
{
 public:
    RealTexts(Random& random, std::size_t count) : random_(random)
    {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(support::corpus("puno") / "interviews"))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::shuffle(files.begin(), files.end(), random_);
        for (std::size_t i = 0; i < std::min(count, files.size()); ++i) texts.add(support::read_file(files[i]));
        for (std::size_t t = 0; t < texts.heads().size(); ++t)
            for (const auto& passage : texts.read(t)) {
                auto& words = passages_.emplace_back();
                for (const auto& word : workbench::words_of(passage.text, "es"))
                    words.emplace_back(workbench::slice(passage.text, word));
                if (words.size() < 4) passages_.pop_back();
            }
    }

    std::string query(int depth)
    {
        const auto deeper = [&] { return query(depth - 1); };
        if (depth == 0) return leaf();
        switch (pick(random_, 9)) {
        case 0: return deeper() + " O " + deeper();
        case 1: return "(" + deeper() + ") Y (" + deeper() + ")";
        case 2: return "(" + deeper() + ") -(" + deeper() + ")";
        case 3: return "+(" + deeper() + ") " + deeper();
        case 4: return "(" + deeper() + ") XOR (" + deeper() + ")";
        case 5: return chain(" NEAR/");
        case 6: return chain(" ADJ/");
        case 7: return "NO (" + deeper() + ")";
        default: return leaf();
        }
    }

    MemoryTexts texts;

 private:
    /// `length` words side by side in some passage.
    std::vector<std::string> together(std::size_t length)
    {
        const auto& words = one(random_, passages_);
        const auto from = pick(random_, words.size() - length + 1);
        return {words.begin() + static_cast<std::ptrdiff_t>(from),
                words.begin() + static_cast<std::ptrdiff_t>(from + length)};
    }
    std::string word() { return quoted_if_operator(together(1).front()); }
    static std::string quoted_if_operator(const std::string& word)
    {
        for (const auto& sign : signs)
            if (word == sign.english || word == sign.spanish) return "\"" + word + "\"";
        return word;
    }
    std::string chain(const char* sign)
    {
        const auto words = together(2 + pick(random_, 2));
        const auto distance = sign + std::to_string(1 + pick(random_, 4)) + " ";
        return "(" + quoted_if_operator(words.front()) + distance + quoted_if_operator(words.back()) + ")";
    }
    std::string leaf()
    {
        const auto some = word();
        const auto letters = points(some).size();
        switch (pick(random_, 8)) {
        case 0: {
            const auto words = together(2 + pick(random_, 2));
            std::string phrase;
            for (const auto& one : words) phrase += " " + one;
            return "\"" + phrase + "\"";
        }
        case 1: return some.front() == '"' ? some : "=" + some;
        case 2: return letters > 3 && some.front() != '"' ? cut(some, letters - 2) + "*" : some;
        case 3: return letters > 4 && some.front() != '"' ? some + "~" : some;
        case 4: return letters > 6 && some.front() != '"' ? some + "~2" : some;
        default: return some;
        }
    }
    static std::string cut(const std::string& word, std::size_t letters)
    {
        std::size_t at = 0;
        for (std::size_t count = 0; at < word.size(); ++at)
            if ((static_cast<unsigned char>(word[at]) & 0xC0) != 0x80 && ++count > letters) break;
        return word.substr(0, at);
    }

    Random& random_;
    std::vector<std::vector<std::string>> passages_;
};

void compare_on_real_texts(int rounds, int queries)
{
    stems_by_hand = false;
    const std::shared_ptr<void> back(nullptr, [](void*) { stems_by_hand = true; });
    Random random(20260202 + static_cast<unsigned>(GTEST_FLAG_GET(random_seed)));
    support::TempFolder cache;
    workbench::Progress progress;
    std::int64_t found = 0;
    for (int round = 0; round < rounds; ++round) {
        RealTexts real(random, 3);
        auto none = Index::open(cache.path(), "none");
        auto whole = Index::open(cache.path(), "whole");
        whole.share({1 + round % 4, 1});
        ASSERT_TRUE(whole.update(real.texts, progress));
        for (int i = 0; i < queries; ++i) {
            const auto text = real.query(static_cast<int>(pick(random, 3)));
            const auto query = parse(text);
            ASSERT_TRUE(query) << text << ": " << query.error().detail;
            const auto scanned = answer_of(*query, real.texts, none);
            ASSERT_TRUE(same(scanned, answer_of(*query, real.texts, whole)))
                << text << "\n"
                << differing_part(*query, real.texts, none, whole);
            ASSERT_EQ(by_place(scanned), slow_answer(*query, real.texts)) << text;
            ASSERT_EQ(wrong_mark(*query, scanned), "") << text;
            found += scanned.total;
        }
    }
    EXPECT_GT(found, rounds * queries) << "the queries find something";
}

}

TEST(Oracle, RealTextsAreAnsweredAsTheSlowWayDoes)
{
    compare_on_real_texts(2, 60);
}

TEST(SlowOracle, ManyQueriesOnRealTextsAreAnsweredAsTheSlowWayDoes)
{
    compare_on_real_texts(40, 250);
}
