#include "search/collocation.h"
#include "search/dispersion.h"
#include "search/vocabulary.h"
#include "search/word_figures.h"
#include "support/temp_project.h"
#include <gtest/gtest.h>
#include <map>

using namespace search;
using namespace workbench;

namespace
{

struct Counted : testing::Test {
    support::TempProject project;
    std::optional<ProjectIndex> index;

    void SetUp() override
    {
        project.add("e1", "E: ¿Qué papel?\nANA: El papel, la firma y el Papel. ¿Está? Esta firma.\n",
                    {{1, {0, 14}, 3, "E", {}}, {2, {15, 69}, 20, "ANA", {}}});
        project.add("notas", "Papeles y firmas\nUn papel sin firma");
        index.emplace(*project, project / "cache");
    }
    Passages passages(const std::optional<std::string>& query = {})
    {
        auto found = Passages::of(*index, query, {});
        EXPECT_TRUE(found);
        return std::move(*found);
    }
    std::string counts(StopWords stop, bool stem, const std::optional<std::string>& query = {}, std::int64_t limit = -1)
    {
        Vocabulary vocabulary(stop, stem);
        passages(query).each(
            [&](const auto& document, std::size_t, const auto& passage) { vocabulary.add(document, passage); });
        std::string out;
        for (const auto& [word, count, documents] : vocabulary.counts(limit))
            out += word + " " + std::to_string(count) + "/" + std::to_string(documents) + ", ";
        return out + std::to_string(vocabulary.words());
    }
};

}

TEST_F(Counted, WordsAreCountedWithoutCaseAndWithAccents)
{
    EXPECT_EQ(counts(StopWords::none, false),
              "papel 4/2, firma 3/2, el 2/1, y 2/2, esta 1/1, está 1/1, firmas 1/1, la 1/1, papeles 1/1, qué 1/1, "
              "sin 1/1, un 1/1, 19");
    EXPECT_EQ(counts(StopWords::es, false), "papel 4/2, firma 3/2, firmas 1/1, papeles 1/1, 19");
    EXPECT_EQ(counts(StopWords::es, true), "papel 5/2, firma 4/2, 19");
    EXPECT_EQ(counts(StopWords::es, true, "hablante:ANA"), "firma 2/1, papel 2/1, 10");
    EXPECT_EQ(counts(StopWords::none, false, "doc:notas", 2), "firma 1/1, firmas 1/1, 7");
    EXPECT_EQ(counts(StopWords::en, false, "doc:notas", 0), "7");
}

TEST_F(Counted, AWordIsInAPartWhenAllOfItIs)
{
    Vocabulary vocabulary;
    passages("doc:notas").each([&](const auto& document, std::size_t, const auto& passage) {
        vocabulary.add(document, passage, {3, 25}); // "eles y firmas", "Un papel"
    });
    std::map<std::string, std::int64_t> counts;
    for (const auto& one : vocabulary.counts()) counts[one.word] = one.count;
    EXPECT_EQ(counts, (std::map<std::string, std::int64_t>{{"y", 1}, {"firmas", 1}, {"un", 1}, {"papel", 1}}));
}

TEST_F(Counted, StopListsAreOfWordsInLowerCase)
{
    EXPECT_TRUE(is_stop_word(StopWords::es, "esta"));
    EXPECT_TRUE(is_stop_word(StopWords::es, "está"));
    EXPECT_FALSE(is_stop_word(StopWords::es, "año"));
    EXPECT_TRUE(is_stop_word(StopWords::en, "don't"));
    EXPECT_FALSE(is_stop_word(StopWords::en, "papel"));
    EXPECT_FALSE(is_stop_word(StopWords::none, "de"));
    EXPECT_FALSE(is_stop_word(StopWords::es, ""));
    EXPECT_EQ(stop_words_named("qu"), std::nullopt);
}

TEST_F(Counted, CollocatesStandInTheWindowOfAMatchAndCountOnce)
{
    // ANA: El papel, la firma y el Papel. ¿Está? Esta firma.   window 1: el, la; el, está
    const auto found = collocations(*index, "papel", passages("hablante:ANA"), {1, StopWords::none, 1}, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->matches, 2);
    EXPECT_EQ(found->near, 4);
    EXPECT_EQ(found->words, 8) << "the matches themselves are left out";
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> met;
    for (const auto& one : found->collocates) met[one.word] = {one.counts.together, one.counts.total};
    const std::map<std::string, std::pair<std::int64_t, std::int64_t>> expected{
        {"el", {2, 2}}, {"la", {1, 1}}, {"está", {1, 1}}};
    EXPECT_EQ(met, expected);
    EXPECT_EQ(found->collocates.front().word, "el");
    const auto wide = collocations(*index, "papel", passages("hablante:ANA"), {50, StopWords::none, 1}, {});
    ASSERT_TRUE(wide);
    EXPECT_EQ(wide->near, wide->words) << "a word near both matches counts once";
    EXPECT_TRUE(wide->collocates.empty()) << "everything is near: nothing is more frequent than by chance";
}

TEST_F(Counted, ADispersionSaysWhereMatchesStandAndHowEvenly)
{
    const auto found = dispersion(*index, "papel", passages("role:participant OR doc:notas"), {});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->rows.size(), 2u);
    EXPECT_EQ(found->rows[0].words, 10);
    EXPECT_EQ(found->rows[0].places, (std::vector<double>{0.1, 0.6}));
    EXPECT_EQ(found->rows[1].words, 7);
    EXPECT_EQ(found->rows[1].places, (std::vector<double>{0, 4.0 / 7}));
    EXPECT_EQ(found->matches, 4);
    EXPECT_NEAR(found->spread->dp, 0.5 - 7.0 / 17, 1e-12);
    const auto none = dispersion(*index, "nada", passages(), {});
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->spread);
    EXPECT_EQ(none->rows.size(), 2u);
}

TEST(Collocation, LogLikelihoodAndMutualInformationByHand)
{
    // 2 * sum of O ln(O/E) over the four cells, computed apart in double precision
    const CompanyCounts strong{8, 100, 20, 10'000};
    EXPECT_NEAR(log_likelihood(strong), 47.63577295283492, 1e-9);
    EXPECT_NEAR(*mutual_information(strong), 5.321928094887362, 1e-12); // log2(8 / 0.2)
    EXPECT_NEAR(expected(strong), 0.2, 1e-12);
    EXPECT_NEAR(log_likelihood({10, 1'000, 100, 10'000}), 0, 1e-9) << "exactly as by chance";
    EXPECT_EQ(mutual_information({0, 100, 20, 10'000}), std::nullopt);
}

TEST(Dispersion, SpreadByHand)
{
    struct Row {
        std::vector<std::int64_t> matches, words;
        double dp, dp_norm, juilland;
    };
    // by hand from the formulas of the header
    const Row rows[]{
        {{1, 2, 3}, {100, 200, 300}, 0, 0, 1},
        {{5, 0, 0}, {100, 100, 200}, 0.75, 1, 0},
        {{6, 2, 1}, {50, 30, 40}, 0.25, 1.0 / 3, 0.6103356525461852},
    };
    for (const auto& [matches, words, dp, dp_norm, juilland] : rows) {
        const auto spread = spread_of(matches, words);
        ASSERT_TRUE(spread);
        EXPECT_NEAR(spread->dp, dp, 1e-12);
        EXPECT_NEAR(*spread->dp_norm, dp_norm, 1e-12);
        EXPECT_NEAR(*spread->juilland_d, juilland, 1e-12);
    }
    const std::vector<std::int64_t> one{3}, ten{10}, zero{0};
    EXPECT_EQ(spread_of(one, ten)->dp, 0);
    EXPECT_EQ(spread_of(one, ten)->juilland_d, std::nullopt);
    EXPECT_EQ(spread_of(zero, ten), std::nullopt);
}

TEST_F(Counted, FiguresAreTheSameEachTime)
{
    std::vector<WordCount> words;
    for (int i = 0; i < 60; ++i) words.push_back({"palabra" + std::to_string(i), 100 - i, 1});
    const auto found = dispersion(*index, "papel", passages(), {});
    for (const std::string suffix : {".svg", ".png", ".pdf"}) {
        for (const std::string name : {"a", "b"}) {
            ASSERT_TRUE(write_picture(WordCloud(words), project / ("cloud-" + name + suffix)));
            ASSERT_TRUE(write_picture(DispersionPlot(*found), project / ("plot-" + name + suffix)));
        }
        for (const std::string picture : {"cloud-", "plot-"}) {
            const auto bytes = support::read_file(project / (picture + "a" + suffix));
            EXPECT_GT(bytes.size(), 500u);
            EXPECT_EQ(bytes, support::read_file(project / (picture + "b" + suffix))) << picture << suffix;
        }
    }
    const auto refused = write_picture(WordCloud(words), project / "cloud.doc");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_value);
    EXPECT_EQ(write_picture(WordCloud(words), project / "no/such/cloud.svg").error().code, ErrorCode::not_found);
}
