#include "search/suggest.h"
#include "support/temp_project.h"
#include "texts.h"
#include <gmock/gmock.h>

using namespace search;
using namespace search_tests;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

namespace
{

const char* const archive = "El archivo guarda papeles viejos en cajas.\n"     // 0
                            "Botamos los papeles y las cajas del archivo.\n"   // 43
                            "La lluvia mojó la plaza y el mercado.\n"          // 88
                            "Quemaron un papel del archivo junto a la caja.\n" // 126
                            "El alcalde habló de la plaza.\n"                  // 173
                            "E: ¿Y los papeles del archivo?\n";

struct Suggest : testing::Test {
    support::TempFolder folder;
    MemoryTexts texts;
    std::optional<Index> index;
    workbench::Progress progress;

    void SetUp() override
    {
        texts.add(archive);
        texts.add("La lluvia cayó en la plaza.\nEn el sótano quedó un archivador con cajas de papel.\n");
        index.emplace(Index::open(folder.path(), "p"));
    }
    std::vector<std::string> first_words(const LikeThese& wanted)
    {
        std::vector<std::string> out;
        for (const auto& one : suggest(texts, *index, wanted)) {
            out.push_back(one.where.text.substr(0, one.where.text.find(' ', 4)));
            EXPECT_FALSE(one.terms.empty());
            EXPECT_GT(one.score, 0);
        }
        return out;
    }
};

}

TEST_F(Suggest, FindsWhatIsLikeTheExamplesWithTheWordsThatMadeIt)
{
    const auto found = suggest(texts, *index, {{{0, 0, 10}, {0, 50, 60}}, {}, {}, 10});
    ASSERT_GE(found.size(), 2u);
    EXPECT_THAT(found[0].where.text, testing::StartsWith("Quemaron"));
    EXPECT_THAT(found[0].terms, testing::IsSupersetOf({"papel", "archivo", "caja"})) << "other forms of a stem count";
    EXPECT_THAT(found[0].terms, Not(Contains("del")));
    EXPECT_GE(found[0].score, found[1].score);
    for (const auto& mark : found[0].marks) {
        EXPECT_GE(mark.begin, found[0].where.begin);
        EXPECT_LE(mark.end, found[0].where.end);
    }
    EXPECT_EQ(found[0].marks.size(), found[0].terms.size());
}

TEST_F(Suggest, GivesTheSameWithoutIndexBehindAndUpToDate)
{
    const LikeThese wanted{{{0, 0, 10}, {0, 50, 60}}, {}, {}, 10};
    const auto scanned = first_words(wanted);
    ASSERT_FALSE(scanned.empty());
    ASSERT_TRUE(index->update(texts, progress));
    EXPECT_EQ(first_words(wanted), scanned);
    texts.add("Otro archivo con papeles en cajas viejas.\n");
    const auto behind = first_words(wanted);
    EXPECT_THAT(behind, Contains("Otro"));
    ASSERT_TRUE(index->update(texts, progress));
    EXPECT_EQ(first_words(wanted), behind);
    texts.remove(1); // the index still holds it
    EXPECT_THAT(first_words(wanted), Not(Contains("En el")));
}

TEST_F(Suggest, LeavesOutWhatItIsTold)
{
    EXPECT_THAT(first_words({{{0, 0, 10}}, {{0, 43, 200}}, {}, 10}), Not(Contains("Quemaron")));
    EXPECT_THAT(first_words({{{0, 0, 10}}, {}, {}, 1}), testing::SizeIs(1));
    EXPECT_THAT(first_words({{{0, 0, 10}}, {}, {}, 0}), IsEmpty());
    EXPECT_THAT(first_words({{}, {}, {}, 10}), IsEmpty());
    EXPECT_THAT(first_words({{{0, 0, 10}}, {}, {{0, 0, 1000}}, 10}), IsEmpty()) << "nothing is learnt from these";
}

TEST_F(Suggest, TakesALimitBeyondAllPassages)
{
    EXPECT_LE(suggest(texts, *index, {{{0, 0, 10}}, {}, {}, INT64_MAX}).size(), 7u);
}

TEST(SuggestInAProject, PassesByWhatInterviewersSay)
{
    support::TempProject project;
    std::string text;
    std::vector<workbench::Turn> turns;
    for (const std::string line :
         {"E: Hablemos del archivo y de los papeles.", "ANA: El archivo guarda papeles.",
          "E: Y los papeles del archivo?", "ANA: Los papeles del archivo se quemaron.", "ANA: Llueve en la plaza.",
          "ANA: El mercado cierra tarde.", "ANA: La lluvia no para.", "ANA: La plaza queda lejos."}) {
        const auto begin = static_cast<std::int64_t>(text.size());
        const auto label = static_cast<std::int64_t>(line.find(": ") + 2);
        text += line;
        turns.push_back({static_cast<int>(turns.size()) + 1,
                         {begin, static_cast<std::int64_t>(text.size())},
                         begin + label,
                         line.substr(0, line.find(':')),
                         {}});
        text += '\n';
    }
    const auto document = project.add("e1", text, turns);
    const auto example = turns[1].span;
    const auto found = suggest_in(*project, {{document, {example.begin + 5, example.end}}}, {}, 10);
    ASSERT_EQ(found.size(), 1u) << "neither what an interviewer says nor the example itself";
    EXPECT_EQ(found[0].paragraph, 4);
    EXPECT_EQ(found[0].document.id, document);
    EXPECT_EQ(found[0].found.where.speaker, "ANA");
    EXPECT_THAT(found[0].found.terms, testing::UnorderedElementsAre("papeles", "archivo"));
}
