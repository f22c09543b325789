// Queries made of the words of the sample study's interviews, answered as the slow way does.
#include "random_query.h"
#include "search/fields.h"
#include "support/corpus.h"
#include "ways.h"
#include "workbench/words.h"
#include <algorithm>
#include <gtest/gtest.h>

using namespace search;
using namespace search_tests;

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
        const auto letters = static_cast<std::size_t>(workbench::code_points(some));
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
            ASSERT_EQ(by_place(scanned), slow_answer(*query, real.texts, Stems::snowball)) << text;
            ASSERT_EQ(wrong_mark(*query, scanned, Stems::snowball), "") << text;
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
