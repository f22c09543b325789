#include "coding/autocode.h"
#include "coding/quotation_list.h"
#include "study.h"

using namespace coding;
using testing::ElementsAre;
using testing::IsEmpty;
using workbench::ErrorCode;
using workbench::Turn;

namespace
{

struct Autocode : testing::Test {
    Study study;
    DocumentId first, second;
    CodeId code;

    void SetUp() override
    {
        //                  0         1         2         3         4         5         6         7
        //                  01234567890123456789012345678901234567890123456789012345678901234567890123456789
        first =
            study.add("e1", "E: Papel?\nANA: Cero papel. Sin papel, sin cola.\nY el papel, cero.\nE: Bien.",
                      {Turn{1, {0, 9}, 3, "E", {}}, Turn{2, {10, 65}, 15, "ANA", {}}, Turn{3, {66, 74}, 69, "E", {}}});
        second = study.add("e2", "El cero - papel y el e-gobierno.");
        code = study.code("Papel");
    }
    std::vector<std::string> texts(const Result<Autocoding>& made)
    {
        std::vector<std::string> all;
        if (!made) return {made.error().detail};
        for (const auto& place : made->places)
            all.push_back(workbench::slice(study.project(), place.document, place.span));
        return all;
    }
    std::vector<std::string> would(std::string_view query, Extent extent)
    {
        return texts(rehearse_autocode(study.project(), query, code, extent));
    }
};

}

TEST_F(Autocode, TakesAsMuchAsItIsTold)
{
    EXPECT_THAT(would("papel", Extent::match), ElementsAre("Papel", "papel", "papel", "papel", "papel"));
    EXPECT_THAT(would("papel", Extent::sentence), ElementsAre("Papel?", "Cero papel.", "Sin papel, sin cola.",
                                                              "Y el papel, cero.", "El cero - papel y el e-gobierno."));
    EXPECT_THAT(would("cola", Extent::paragraph), ElementsAre("ANA: Cero papel. Sin papel, sin cola."));
    EXPECT_THAT(
        would("cola OR cero", Extent::turn),
        ElementsAre("ANA: Cero papel. Sin papel, sin cola.\nY el papel, cero.", "El cero - papel y el e-gobierno."));
}

TEST_F(Autocode, TakesAPhraseOrABrokenWordAsOneMatch)
{
    EXPECT_THAT(would("\"cero papel\"", Extent::match), ElementsAre("Cero papel", "cero - papel"));
    EXPECT_THAT(would("e-gobierno", Extent::match), ElementsAre("e-gobierno"));
    EXPECT_THAT(would("cero papel doc:e2", Extent::match), ElementsAre("cero", "papel"));
}

TEST_F(Autocode, TakesTheParagraphWhereNoWordIsAskedFor)
{
    EXPECT_THAT(would("doc:e2", Extent::match), ElementsAre("El cero - papel y el e-gobierno."));
    EXPECT_THAT(would("doc:e2", Extent::sentence), ElementsAre("El cero - papel y el e-gobierno."));
    EXPECT_THAT(would("nada", Extent::turn), IsEmpty());
}

TEST_F(Autocode, IsOneChangeThatKeepsItsQueryAndIsUndone)
{
    const auto before = workbench::dump_of(study.project());
    const auto changes = study.changes();
    const auto made = autocode(study.project(), "papel hablante:ana", code, Extent::match);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->coded, 3);
    EXPECT_EQ(made->quotations.size(), 3u);
    EXPECT_EQ(study.changes(), changes + 1);
    EXPECT_EQ(study.number<std::string>("SELECT DISTINCT origin_query FROM coding"), "papel hablante:ana");
    EXPECT_EQ(label_of(study.project(), *made->quotations.front()), "1:1");
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(workbench::dump_of(study.project()), before);
}

TEST_F(Autocode, MakesNothingNewWhenDoneTwice)
{
    study.mark(first, 20, 25, {"Papel"});
    const auto made = autocode(study.project(), "papel", code, Extent::match).value();
    EXPECT_EQ(made.coded, 4);
    EXPECT_EQ(label_of(study.project(), *made.quotations[1]), "1:1");
    const auto changes = study.changes();
    const auto again = autocode(study.project(), "papel", code, Extent::match).value();
    EXPECT_EQ(again.coded, 0);
    EXPECT_EQ(again.quotations, made.quotations);
    EXPECT_EQ(study.changes(), changes);
}

TEST_F(Autocode, RehearsesWithoutWriting)
{
    study.mark(first, 20, 25, {"Papel"});
    const auto before = workbench::dump_of(study.project());
    const auto would = rehearse_autocode(study.project(), "papel", code, Extent::match).value();
    EXPECT_EQ(would.places.size(), 5u);
    EXPECT_EQ(would.coded, 4);
    EXPECT_TRUE(would.quotations[1]);
    EXPECT_FALSE(would.quotations[0]);
    EXPECT_EQ(workbench::dump_of(study.project()), before);
    study.project().set_coder("otra");
    EXPECT_EQ(rehearse_autocode(study.project(), "papel", code, Extent::match)->coded, 5);
}

TEST_F(Autocode, RefusesWhatItCannotRead)
{
    const auto before = workbench::dump_of(study.project());
    EXPECT_EQ(autocode(study.project(), "papel (", code, Extent::match).error().code, ErrorCode::bad_value);
    EXPECT_EQ(autocode(study.project(), "hablante:nadie", code, Extent::match).error().code, ErrorCode::not_found);
    EXPECT_EQ(autocode(study.project(), "papel", CodeId{99}, Extent::match).error().code, ErrorCode::not_found);
    EXPECT_EQ(rehearse_autocode(study.project(), "papel", CodeId{99}, Extent::match).error().code,
              ErrorCode::not_found);
    EXPECT_EQ(workbench::dump_of(study.project()), before);
    EXPECT_EQ(extent_named("turn"), Extent::turn);
    EXPECT_FALSE(extent_named("page"));
    EXPECT_EQ(name_of(Extent::sentence), "sentence");
}
