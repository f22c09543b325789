#include "support/marks.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include "workbench/study_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

using namespace workbench;
using support::TempProject;

namespace
{

void rename_code(Project& project, std::int64_t code, const std::string& name)
{
    ASSERT_TRUE(project.change(Op::rename_code, [&](Change& change) -> Result<int> {
        change.about(name);
        return static_cast<int>(change.run("UPDATE code SET name = ? WHERE id = ?", name, code));
    }));
}

}

TEST(History, ARowSaysWhoDidWhatAndWhen)
{
    TempProject project;
    support::code(project, "Cero papel");
    const auto entries = history(*project);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].seq, 1);
    EXPECT_EQ(entries[0].coder, "RM");
    EXPECT_EQ(entries[0].op, "code add");
    EXPECT_EQ(entries[0].subject, "Cero papel");
    EXPECT_EQ(said_of(entries[0]), title_of(entries[0].op) + " \u00b7 Cero papel");
    EXPECT_EQ(said_of({.op = "demo"}), title_of("demo"));
    EXPECT_EQ(entries[0].at.size(), 20u);
    EXPECT_FALSE(entries[0].undoes);
}

TEST(History, OfAnObjectIsWhatMadeChangedOrUsedIt)
{
    TempProject project;
    const auto a = support::code(project, "a"), b = support::code(project, "b");
    rename_code(project, a, "A");
    support::code(project, "child", a);
    EXPECT_EQ(history(*project, a).size(), 3u);
    EXPECT_EQ(history(*project, b).size(), 1u);
    EXPECT_EQ(history(*project, {}, 2).size(), 2u);
    EXPECT_EQ(history(*project, {}, 2)[0].seq, 3);
    EXPECT_TRUE(history(*project, {}, 0).empty());
}

TEST(History, UndoAndRedoAreNewRowsThatNameWhatTheyTakeBack)
{
    TempProject project;
    support::code(project, "a");
    const auto made = dump_of(*project);
    EXPECT_EQ(*undo(*project), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM code"), 0);
    EXPECT_EQ(*redo(*project), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(dump_of(*project), made);
    const auto entries = history(*project);
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[1].undoes, 1);
    EXPECT_EQ(entries[2].undoes, 2);
    EXPECT_EQ(*undo(*project), (std::vector<std::int64_t>{1}));
}

TEST(History, UndoOfSeveralIsAllOrNone)
{
    TempProject project;
    support::code(project, "a");
    support::code(project, "b");
    const auto both = dump_of(*project);
    const auto too_many = undo(*project, 3);
    ASSERT_FALSE(too_many);
    EXPECT_EQ(too_many.error().code, ErrorCode::nothing_to_undo);
    EXPECT_EQ(dump_of(*project), both);
    EXPECT_EQ(history(*project).size(), 2u);
    EXPECT_EQ(*undo(*project, 2), (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(undo(*project).error().code, ErrorCode::nothing_to_undo);
    EXPECT_EQ(*redo(*project, 2), (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(dump_of(*project), both);
    EXPECT_EQ(redo(*project).error().code, ErrorCode::nothing_to_redo);
}

TEST(History, ANewChangeLeavesNothingToRedo)
{
    TempProject project;
    support::code(project, "a");
    ASSERT_TRUE(undo(*project));
    EXPECT_TRUE(next_redo(*project));
    support::code(project, "b");
    EXPECT_FALSE(next_redo(*project));
    EXPECT_EQ(redo(*project).error().code, ErrorCode::nothing_to_redo);
}

TEST(History, WhatIsNextIsNamed)
{
    TempProject project;
    EXPECT_FALSE(next_undo(*project));
    support::code(project, "Cero papel");
    ASSERT_TRUE(next_undo(*project));
    EXPECT_EQ(next_undo(*project)->subject, "Cero papel");
}

TEST(History, AnOldChangeOnWhichOthersStandIsRefused)
{
    TempProject project;
    const auto a = support::code(project, "a");
    rename_code(project, a, "b");
    support::code(project, "child", a);
    const auto before = dump_of(*project);
    const auto refused = undo_change(*project, 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_NE(refused.error().detail.find("2 "), std::string::npos);
    EXPECT_NE(refused.error().detail.find("3 "), std::string::npos);
    EXPECT_EQ(dump_of(*project), before);
    EXPECT_TRUE(undo_change(*project, 3));
    EXPECT_TRUE(undo_change(*project, 2));
    EXPECT_TRUE(undo_change(*project, 1));
    EXPECT_EQ(undo_change(*project, 1).error().code, ErrorCode::bad_value);
    EXPECT_EQ(undo_change(*project, 99).error().code, ErrorCode::not_found);
}

TEST(History, WhatStandsOnAChangeIsListedThroughEachOther)
{
    TempProject project;
    const auto a = support::code(project, "a");    // 1
    support::code(project, "apart");               // 2
    const auto b = support::code(project, "b", a); // 3 stands on 1
    support::code(project, "c", b);                // 4 stands on 3
    std::vector<std::int64_t> seqs;
    for (const auto& entry : standing_on(*project, 1)) seqs.push_back(entry.seq);
    EXPECT_EQ(seqs, (std::vector<std::int64_t>{4, 3}));
    EXPECT_TRUE(standing_on(*project, 4).empty());
}

TEST(History, AChangeIsTakenBackWithAllThatStandOnIt)
{
    TempProject project;
    const auto a = support::code(project, "a");
    support::code(project, "apart");
    support::code(project, "c", support::code(project, "b", a));
    ASSERT_FALSE(undo_change(*project, 1));
    EXPECT_EQ(*undo_with_later(*project, 1), (std::vector<std::int64_t>{4, 3, 1}));
    EXPECT_EQ(project->rows<std::string>("SELECT name FROM code"), (std::vector<std::string>{"apart"}));
    EXPECT_EQ(undo_with_later(*project, 1).error().code, ErrorCode::bad_value);
    EXPECT_EQ(undo_with_later(*project, 99).error().code, ErrorCode::not_found);
    EXPECT_EQ(*redo(*project, 3), (std::vector<std::int64_t>{1, 3, 4}));
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM code"), 4);
}

TEST(History, GoesBackToAnyMoment)
{
    TempProject project;
    support::code(project, "a");
    const auto then = dump_of(*project);
    support::code(project, "b");
    support::code(project, "c");
    ASSERT_TRUE(undo(*project)); // a change that is taken back already is not in the way
    EXPECT_EQ(*undo_back_to(*project, 1), (std::vector<std::int64_t>{2}));
    EXPECT_EQ(dump_of(*project), then);
    EXPECT_EQ(undo_back_to(*project, 1).error().code, ErrorCode::nothing_to_undo);
}

TEST(History, SaysWhatIsTakenBackAsThingsStand)
{
    TempProject project;
    support::code(project, "a"); // 1
    support::code(project, "b"); // 2
    ASSERT_TRUE(undo(*project)); // 3 takes 2 back
    EXPECT_EQ(taken_back(history(*project)), (std::vector<bool>{false, true, false}));
    ASSERT_TRUE(redo(*project)); // 4 takes 3 back
    EXPECT_EQ(taken_back(history(*project)), (std::vector<bool>{false, false, true, false}));
}

TEST(History, ANumberIsNeverGivenTwice)
{
    TempProject project;
    const auto document = project.add("d", "uno dos tres");
    const auto number = [&](QuotationId id) {
        return project->row<int>("SELECT number FROM quotation WHERE id = ?", id).value_or(0);
    };
    const auto first = support::quote(project, document, {0, 3});
    EXPECT_EQ(number(first), 1);
    ASSERT_TRUE(undo(*project));
    const auto second = support::quote(project, document, {4, 7});
    EXPECT_EQ(number(second), 2);
    ASSERT_TRUE(undo(*project, 2));
    project.add("e", "otro");
    EXPECT_EQ(documents(*project).at(0).number, 2);
}

TEST(History, SurvivesTheProcess)
{
    TempProject project;
    support::code(project, "a");
    const auto with = dump_of(*project);
    ASSERT_TRUE(undo(*project));
    project.reopen();
    ASSERT_TRUE(redo(*project));
    EXPECT_EQ(dump_of(*project), with);
}

TEST(History, AFirstChangeCanBeUndoneAlthoughItsCoderIsNew)
{
    TempProject project;
    project->set_coder("LC");
    support::code(project, "a");
    project->set_coder("RM");
    support::code(project, "b");
    EXPECT_TRUE(undo_change(*project, 1));
    EXPECT_EQ(project->rows<std::string>("SELECT name FROM coder ORDER BY name"),
              (std::vector<std::string>{"LC", "RM"}));
}

namespace
{

/// One random gesture of a researcher.
void gesture(Project& project, std::mt19937& random)
{
    const auto codes = project.rows<std::int64_t>("SELECT id FROM code ORDER BY id");
    const auto quotations = project.rows<QuotationId>("SELECT quotation FROM quotation_place ORDER BY quotation");
    const auto texts = documents(project);
    const auto any = [&](const auto& list) { return list[random() % list.size()]; };
    switch (random() % 9) {
    case 0: {
        const auto text = fmt::format("Texto {} con ñ y más palabras para citar.", random() % 1000);
        NewDocument document;
        document.name = fmt::format("d{}", random());
        document.text = text;
        document.text_sha256 = project.keep(text).value();
        ASSERT_TRUE(project.change(Op::import_documents, [&](Change& change) -> Result<DocumentId> {
            return add_document(change, document);
        }));
        break;
    }
    case 1:
    case 2:
        support::code(project, fmt::format("c{}", random() % 50),
                      codes.empty() || random() % 2 ? std::nullopt : std::optional(any(codes)));
        break;
    case 3:
    case 4:
        if (!texts.empty()) {
            const auto& document = any(texts);
            if (document.characters < 2) break;
            const std::int64_t begin = random() % (document.characters - 1);
            support::quote(project, document.id,
                           {begin, begin + 1 + static_cast<std::int64_t>(random() % (document.characters - begin))});
        }
        break;
    case 5:
        if (!texts.empty()) {
            const auto& document = any(texts);
            const std::int64_t begin = random() % (document.characters + 1);
            const auto end = std::min<std::int64_t>(document.characters, begin + random() % 6);
            ASSERT_TRUE(correct(project, document.id, {begin, end},
                                std::string(random() % 4, static_cast<char>('A' + random() % 26))));
        }
        break;
    case 6:
        if (!codes.empty()) rename_code(project, any(codes), fmt::format("r{}", random() % 20));
        break;
    case 7:
        if (!codes.empty() && !quotations.empty())
            ASSERT_TRUE(project.change(Op::mark, [&](Change& change) -> Result<int> {
                change.run("INSERT INTO coding (id, quotation, code, coder, at) VALUES (?,?,?,?,?)",
                           change.next_id<Id<struct CodingTag>>(), any(quotations), any(codes), change.coder(),
                           change.now());
                return 1;
            }));
        break;
    case 8: ASSERT_TRUE(set_case(project, fmt::format("caso {}", random() % 5), {})); break;
    }
}

void undo_all_and_redo_all(unsigned seed, int gestures)
{
    std::mt19937 random(seed);
    TempProject project;
    const auto start = dump_of(*project);
    for (int i = 0; i < gestures; ++i) {
        gesture(project, random);
        if (random() % 6 == 0 && next_undo(*project)) {
            ASSERT_TRUE(undo(*project));
            if (random() % 2) ASSERT_TRUE(redo(*project));
        }
    }
    const auto end = dump_of(*project);
    int steps = 0;
    for (; next_undo(*project); ++steps) {
        const auto done = undo(*project);
        ASSERT_TRUE(done) << done.error().detail;
    }
    EXPECT_EQ(dump_of(*project), start);
    if (steps) {
        const auto redone = redo(*project, steps);
        ASSERT_TRUE(redone) << redone.error().detail;
    }
    EXPECT_EQ(dump_of(*project), end);
    Progress quiet;
    for (const auto& problem : check(*project, {false, true}, quiet))
        ADD_FAILURE() << problem.what << " in " << problem.where;
}

}

TEST(History, UndoAllIsTheStartAndRedoAllTheEnd)
{
    for (unsigned seed = 1; seed <= 6; ++seed) undo_all_and_redo_all(seed, 40);
}
TEST(HistorySlow, UndoAllIsTheStartAndRedoAllTheEndManyTimes)
{
    for (unsigned seed = 100; seed < 200; ++seed) undo_all_and_redo_all(seed, 150);
}
