#include "coding/code_color.h"
#include "coding/code_group.h"
#include "coding/code_tree.h"
#include "study.h"

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using workbench::ErrorCode;

TEST(CodePath, TakesSlashesInNamesWithABackslash)
{
    EXPECT_THAT(names_in("A/B"), ElementsAre("A", "B"));
    EXPECT_THAT(names_in("A\\/B/C"), ElementsAre("A/B", "C"));
    EXPECT_THAT(names_in(" A / B "), ElementsAre("A", "B"));
    EXPECT_THAT(names_in(""), ElementsAre(""));
    EXPECT_THAT(names_in("A//B"), ElementsAre("A", "", "B"));
    EXPECT_THAT(names_in("C:\\dir"), ElementsAre("C:\\dir"));
    for (const std::string name : {"a/b", "a\\", "a\\/b", "\\\\", "plain", "x\\y", "/"})
        EXPECT_THAT(names_in(escape_name(name)), ElementsAre(name)) << name;
}

TEST(Code, IsMadeWithItsParents)
{
    Study study;
    const auto id = add_code(study.project(), {.path = "Motivaciones/Cero papel", .definition = "Sin papel"}).value();
    EXPECT_THAT(study.paths(), ElementsAre("Motivaciones", "Motivaciones/Cero papel"));
    const auto made = code(study.project(), id).value();
    EXPECT_EQ(made.definition, "Sin papel");
    EXPECT_EQ(made.origin, Origin::a_priori);
    EXPECT_TRUE(made.color.has_value());
    EXPECT_EQ(study.changes(), 1u);
    EXPECT_EQ(find_code(study.project(), "Motivaciones/Cero papel").value(), id);
    EXPECT_EQ(find_code(study.project(), "#" + std::to_string(id.value)).value(), id);
}

TEST(Code, IsNotMadeTwice)
{
    Study study;
    study.code("A/B");
    EXPECT_EQ(add_code(study.project(), {"A/B"}).error().code, ErrorCode::exists);
    EXPECT_EQ(add_code(study.project(), {"A"}).error().code, ErrorCode::exists);
    EXPECT_EQ(add_code(study.project(), {""}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_code(study.project(), {"A//C"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_code(study.project(), {"two\nlines"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_code(study.project(), {.path = "C", .color = "blue"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(study.changes(), 1u);
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/B"));
}

TEST(Code, UnknownNamesListTheNearOnes)
{
    Study study;
    study.code("Motivaciones/Cero papel");
    const auto error = find_code(study.project(), "Motivaciones/Cero papl").error();
    EXPECT_EQ(error.code, ErrorCode::not_found);
    EXPECT_THAT(error.hint, HasSubstr("Motivaciones/Cero papel"));
    EXPECT_EQ(find_code(study.project(), "#99").error().code, ErrorCode::not_found);
}

TEST(Code, StandsInOrderOfNamesWithoutCaseOrAccents)
{
    Study study;
    for (const auto* path : {"Zona", "\u00c1rea", "nube", "\u00f1and\u00fa", "ojo", "beta/x", "Beta2"})
        study.code(path);
    EXPECT_THAT(study.paths(),
                ElementsAre("\u00c1rea", "beta", "beta/x", "Beta2", "nube", "\u00f1and\u00fa", "ojo", "Zona"));
}

TEST(Code, ColoursStandApartFromSiblings)
{
    Study study;
    std::set<std::string> colors;
    for (int i = 0; i < 12; ++i) colors.insert(*code(study.project(), study.code("P/" + std::to_string(i)))->color);
    EXPECT_EQ(colors.size(), 12u);
    EXPECT_EQ(color_in("#abc"), "#AABBCC");
    EXPECT_EQ(color_in("#12345"), std::nullopt);
    EXPECT_EQ(color_in("#gggggg"), std::nullopt);
}

TEST(Code, IsRenamedButNotToTheNameOfASibling)
{
    Study study;
    const auto a = study.code("A"), b = study.code("B");
    EXPECT_EQ(rename_code(study.project(), a, "B").error().code, ErrorCode::exists);
    EXPECT_EQ(rename_code(study.project(), a, " C/D ").value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("B", "C\\/D"));
    const auto changes = study.changes();
    EXPECT_EQ(rename_code(study.project(), a, "C/D").value(), 0);
    EXPECT_EQ(study.changes(), changes);
    EXPECT_EQ(rename_code(study.project(), b, "").error().code, ErrorCode::bad_value);
}

TEST(Code, MovesWithAllBelowItButNotBelowItself)
{
    Study study;
    const auto a = study.code("A"), b = study.code("A/B"), d = study.code("D");
    study.code("A/B/C");
    EXPECT_EQ(move_code(study.project(), a, find_code(study.project(), "A/B/C").value()).error().code,
              ErrorCode::conflict);
    EXPECT_EQ(move_code(study.project(), a, a).error().code, ErrorCode::conflict);
    EXPECT_EQ(move_code(study.project(), b, d).value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("A", "D", "D/B", "D/B/C"));
    EXPECT_EQ(move_code(study.project(), b, std::nullopt).value(), 1);
    EXPECT_EQ(move_code(study.project(), b, std::nullopt).value(), 0);
    study.code("D/B");
    EXPECT_EQ(move_code(study.project(), b, d).error().code, ErrorCode::exists);
}

TEST(Code, ARingMadeByTwoCopiesIsStillListed)
{
    Study study;
    const auto a = study.code("A"), b = study.code("A/B");
    study.project()
        .change(workbench::Op::move_code,
                [&](Change& change) -> workbench::Result<int> {
                    change.run("UPDATE code SET parent = ? WHERE id = ?", b, a);
                    return 0;
                })
        .value();
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/B"));
}

TEST(Code, SettingChangesOnlyWhatDiffers)
{
    Study study;
    const auto a = study.code("A");
    EXPECT_EQ(set_code(study.project(), a, {.color = "#ff0000", .definition = "x", .origin = Origin::emergent}).value(),
              1);
    EXPECT_EQ(code(study.project(), a)->color, "#FF0000");
    EXPECT_EQ(code(study.project(), a)->origin, Origin::emergent);
    const auto changes = study.changes();
    EXPECT_EQ(set_code(study.project(), a, {.color = "#F00", .definition = "x", .origin = Origin::emergent}).value(),
              0);
    EXPECT_EQ(study.changes(), changes);
    EXPECT_EQ(set_code(study.project(), a, {.color = "", .definition = ""}).value(), 1);
    EXPECT_EQ(code(study.project(), a)->color, std::nullopt);
    EXPECT_EQ(code(study.project(), a)->definition, std::nullopt);
}

TEST(Code, WithChildrenGoesOnlyWithThem)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres cuatro");
    const auto a = study.code("A");
    const auto quotation = study.mark(document, 0, 3, {"A", "A/B", "C"});
    const auto refused = delete_code(study.project(), a, false).error();
    EXPECT_EQ(refused.code, ErrorCode::conflict);
    EXPECT_THAT(refused.detail, HasSubstr("A/B"));
    EXPECT_EQ(delete_code(study.project(), a, true).value(), 2);
    EXPECT_THAT(study.paths(), ElementsAre("C"));
    EXPECT_EQ(codes_on(study.project(), quotation).size(), 1u);
    EXPECT_TRUE(workbench::undo(study.project()));
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/B", "C"));
    EXPECT_EQ(codes_on(study.project(), quotation).size(), 3u);
}

TEST(Code, TakesItsTiesWithIt)
{
    Study study;
    const auto a = study.code("A");
    add_memo(study.project(), {"M", "text", "analytic", {a.value}}).value();
    study.link("A", "is cause of", "B");
    add_network(study.project(), {"N", {}, {a.value, study.code("B").value}}).value();
    add_group(study.project(), "G", {a, study.code("B")}).value();
    EXPECT_EQ(delete_code(study.project(), a, false).value(), 1);
    EXPECT_TRUE(memos(study.project()).front().on.empty());
    EXPECT_TRUE(links(study.project()).empty());
    EXPECT_EQ(networks(study.project()).front().nodes.size(), 1u);
    EXPECT_EQ(code_groups(study.project()).front().codes.size(), 1u);
}

TEST(Code, MergingJoinsCodingsChildrenAndTies)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres cuatro");
    const auto both = study.mark(document, 0, 3, {"A", "B"});
    const auto one = study.mark(document, 4, 7, {"A"});
    study.mark(document, 8, 12, {"A/x"});
    study.mark(document, 8, 12, {"B/x", "A/y"});
    study.link("A", "is cause of", "B");
    study.link("A", "is cause of", "C", "why");
    study.link("B", "is cause of", "C");
    const auto a = study.code("A"), b = study.code("B");
    add_memo(study.project(), {"M", "text", "analytic", {a.value, b.value}}).value();
    EXPECT_EQ(merge_codes(study.project(), {a}, b).value(), 2);
    EXPECT_THAT(study.paths(), ElementsAre("B", "B/x", "B/y", "C"));
    EXPECT_THAT(codes_on(study.project(), both), ElementsAre(b));
    EXPECT_THAT(codes_on(study.project(), one), ElementsAre(b));
    EXPECT_EQ(links(study.project()).size(), 1u);
    EXPECT_THAT(memos(study.project()).front().on, ElementsAre(b.value));
    EXPECT_EQ(code(study.project(), b)->quotations, 2);
}

TEST(Code, MergingAParentIntoItsChildMakesNoRing)
{
    Study study;
    study.code("A/B/C");
    study.code("A/D");
    EXPECT_EQ(merge_codes(study.project(), {study.code("A")}, study.code("A/B")).value(), 1);
    EXPECT_THAT(study.paths(), ElementsAre("B", "B/C", "B/D"));
    EXPECT_EQ(merge_codes(study.project(), {study.code("B")}, study.code("B")).error().code, ErrorCode::bad_value);
    EXPECT_EQ(merge_codes(study.project(), {study.code("B"), study.code("B/C")}, study.code("B/D")).value(), 2);
    EXPECT_THAT(study.paths(), ElementsAre("D"));
}

TEST(Code, CountsEqualSpansOnce)
{
    Study study;
    const auto first = study.add("e1", "uno dos tres"), second = study.add("e2", "uno dos tres");
    study.mark(first, 0, 3, {"A"});
    study.project().set_coder("LQ");
    study.mark(first, 0, 3, {"A"});
    study.mark(first, 4, 7, {"A"});
    study.mark(second, 4, 7, {"A"});
    const auto counted = codes(study.project()).front();
    EXPECT_EQ(counted.quotations, 3);
    EXPECT_EQ(counted.codings, 4);
    EXPECT_EQ(counted.documents, 2);
    const auto alone = code(study.project(), counted.id).value();
    EXPECT_EQ(alone.quotations, 3);
    EXPECT_EQ(alone.codings, 4);
    EXPECT_EQ(alone.documents, 2);
}
