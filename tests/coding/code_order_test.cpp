// Places among siblings, parts split off, and names replaced.
#include "coding/code_names.h"
#include "coding/code_tree.h"
#include "study.h"

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using workbench::ErrorCode;

TEST(CodeOrder, SiblingsKeepThePlaceTheyWereGiven)
{
    Study study;
    for (const auto* path : {"A/x", "A/y", "A/z", "B"}) study.code(path);
    EXPECT_EQ(place_codes(study.project(), {study.code("A/z")}, study.code("A"), study.code("A/x")).value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/z", "A/x", "A/y", "B"));
    place_codes(study.project(), {study.code("B")}, {}, study.code("A")).value();
    EXPECT_THAT(study.paths(), ElementsAre("B", "A", "A/z", "A/x", "A/y"));
    const auto before = study.changes();
    EXPECT_EQ(place_codes(study.project(), {study.code("B")}, {}, study.code("A")).value(), 0);
    EXPECT_EQ(study.changes(), before);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/z", "A/x", "A/y", "B"));
}

TEST(CodeOrder, SeveralMoveTogetherInTheOrderGiven)
{
    Study study;
    for (const auto* path : {"A/x", "A/x/deep", "A/y", "B/b", "C"}) study.code(path);
    const std::vector moved{study.code("C"), study.code("A/x"), study.code("A/x/deep")};
    EXPECT_EQ(place_codes(study.project(), moved, study.code("B")).value(), 2);
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/y", "B", "B/b", "B/C", "B/x", "B/x/deep"));
    EXPECT_EQ(place_codes(study.project(), {study.code("B/b")}, {}, study.code("A")).value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("b", "A", "A/y", "B", "B/C", "B/x", "B/x/deep"));
}

TEST(CodeOrder, ThosePutBeforeOneThatMovesAlongStandBeforeTheNext)
{
    Study study;
    for (const auto* path : {"a", "b", "c", "d"}) study.code(path);
    const std::vector moved{study.code("d"), study.code("b")};
    ASSERT_TRUE(place_codes(study.project(), moved, {}, study.code("b")));
    EXPECT_THAT(study.paths(), ElementsAre("a", "d", "b", "c"));
}

TEST(CodeOrder, WhatCannotStandThereIsRefused)
{
    Study study;
    for (const auto* path : {"A/x", "B/x", "B/y"}) study.code(path);
    const auto before = study.changes();
    EXPECT_EQ(place_codes(study.project(), {study.code("A")}, study.code("A/x")).error().code, ErrorCode::conflict);
    EXPECT_EQ(place_codes(study.project(), {study.code("A/x")}, study.code("B")).error().code, ErrorCode::exists);
    EXPECT_EQ(place_codes(study.project(), {study.code("A/x"), study.code("B/x")}, {}).error().code, ErrorCode::exists);
    EXPECT_EQ(place_codes(study.project(), {study.code("A/x")}, {}, study.code("B/y")).error().code,
              ErrorCode::bad_value);
    EXPECT_EQ(place_codes(study.project(), {CodeId{99}}, {}).error().code, ErrorCode::not_found);
    EXPECT_EQ(study.changes(), before);
}

TEST(CodeOrder, CanBeThatOfNamesAgain)
{
    Study study;
    for (const auto* path : {"A/x", "A/y", "B"}) study.code(path);
    place_codes(study.project(), {study.code("A/y")}, study.code("A"), study.code("A/x")).value();
    place_codes(study.project(), {study.code("B")}, {}, study.code("A")).value();
    EXPECT_EQ(order_by_name(study.project(), study.code("A")).value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("B", "A", "A/x", "A/y"));
    EXPECT_EQ(order_by_name(study.project(), study.code("A")).value(), 0);
    EXPECT_EQ(order_by_name(study.project(), {}).value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/x", "A/y", "B"));
}

TEST(CodeSplit, MovesTheChosenCodingsOfAllCoders)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres cuatro");
    const auto first = study.mark(document, 0, 3, {"Resistencia", "Otro"});
    const auto second = study.mark(document, 4, 7, {"Resistencia"});
    study.project().set_coder("Luis");
    study.mark(document, 0, 3, {"Resistencia"});
    const auto part =
        split_code(study.project(), study.code("Resistencia"), {.path = "Resistencia/Temor"}, {first}).value();
    EXPECT_EQ(code(study.project(), part)->codings, 2);
    EXPECT_EQ(code(study.project(), study.code("Resistencia"))->codings, 1);
    EXPECT_THAT(codes_on(study.project(), second), ElementsAre(study.code("Resistencia")));
    EXPECT_THAT(codes_on(study.project(), first), ElementsAre(study.code("Otro"), part));
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(code(study.project(), study.code("Resistencia"))->codings, 3);
    EXPECT_FALSE(code(study.project(), part));
}

TEST(CodeSplit, MayKeepThemOnTheOldCode)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres cuatro");
    const auto first = study.mark(document, 0, 3, {"Resistencia"});
    const auto part =
        split_code(study.project(), study.code("Resistencia"), {.path = "Temor"}, {first, first}, true).value();
    EXPECT_EQ(code(study.project(), part)->codings, 1);
    EXPECT_EQ(code(study.project(), study.code("Resistencia"))->codings, 1);
}

TEST(CodeSplit, NeedsAQuotationOfTheCodeAndAFreeName)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres cuatro");
    const auto first = study.mark(document, 0, 3, {"Resistencia"});
    const auto other = study.mark(document, 4, 7, {"Otro"});
    const auto code = study.code("Resistencia");
    const auto before = study.changes();
    EXPECT_EQ(split_code(study.project(), code, {.path = "Temor"}, {other}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(split_code(study.project(), code, {.path = "Otro"}, {first}).error().code, ErrorCode::exists);
    EXPECT_EQ(split_code(study.project(), CodeId{99}, {.path = "T"}, {first}).error().code, ErrorCode::not_found);
    EXPECT_EQ(study.changes(), before);
}

TEST(CodeNames, AreReplacedAsOneChange)
{
    Study study;
    for (const auto* path : {"Papel/Cero papel", "Papeleo", "Otro"}) study.code(path);
    const auto before = study.changes();
    const auto shown = replaced_names(study.project(), {"papel", "documento"}).value();
    EXPECT_EQ(study.changes(), before) << "a preview writes nothing";
    ASSERT_EQ(shown.size(), 3u);
    EXPECT_EQ(shown[1].path, "Papel/Cero papel");
    EXPECT_EQ(shown[1].from, "Cero papel");
    EXPECT_EQ(shown[1].to, "Cero documento");
    EXPECT_EQ(replace_in_names(study.project(), {"papel", "documento"}).value().size(), 3u);
    EXPECT_THAT(study.paths(), ElementsAre("documento", "documento/Cero documento", "documentoeo", "Otro"));
    EXPECT_EQ(study.changes(), before + 1);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_THAT(study.paths(), ElementsAre("Otro", "Papel", "Papel/Cero papel", "Papeleo"));
}

TEST(CodeNames, AreFoundByCaseAndByWholeWordsWhenAskedFor)
{
    Study study;
    for (const auto* path : {"Papel", "Cero papel", "Papeleo", "gesti\u00f3n de la Gesti\u00f3n"}) study.code(path);
    const auto found = [&](const NameReplacement& wanted) {
        std::vector<std::string> names;
        const auto changes = replaced_names(study.project(), wanted).value();
        for (const auto& one : changes) names.push_back(one.to);
        return names;
    };
    EXPECT_THAT(found({"papel", "X", true, false}), ElementsAre("Cero X"));
    EXPECT_THAT(found({"papel", "X", false, true}), ElementsAre("Cero X", "X"));
    EXPECT_THAT(found({"GESTI\u00d3N", "uso"}), ElementsAre("uso de la uso"));
    EXPECT_THAT(found({"gestion", "uso"}), IsEmpty()) << "accents count";
    EXPECT_THAT(found({"Cero ", ""}), ElementsAre("papel"));
}

TEST(CodeNames, ThatWouldCollideOrBeEmptyAreRefused)
{
    Study study;
    for (const auto* path : {"A/papel", "A/papeles", "B"}) study.code(path);
    const auto before = study.changes();
    EXPECT_EQ(replaced_names(study.project(), {"", "x"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(replaced_names(study.project(), {"b", ""}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(replaced_names(study.project(), {"b", "x\ny"}).error().code, ErrorCode::bad_value);
    const auto twins = replace_in_names(study.project(), {"papeles", "papel"}).error();
    EXPECT_EQ(twins.code, ErrorCode::exists);
    EXPECT_THAT(twins.detail, HasSubstr("papel"));
    EXPECT_EQ(study.changes(), before);
}
