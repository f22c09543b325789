#include "support/marks.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/copy.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include "workbench/merge.h"
#include "workbench/study_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <memory>
#include <random>

using namespace workbench;
using support::TempProject;

namespace
{

void update(Project& project, const std::string& column, std::int64_t code, const std::string& value)
{
    ASSERT_TRUE(project.change(Op::set_code, [&](Change& change) -> Result<int> {
        change.about(value);
        return static_cast<int>(change.run("UPDATE code SET " + column + " = ? WHERE id = ?", value, code));
    }));
}

void remove_code(Project& project, std::int64_t code)
{
    ASSERT_TRUE(project.change(Op::delete_code, [&](Change& change) -> Result<int> {
        change.run("DELETE FROM coding WHERE code = ?", code);
        change.run("DELETE FROM code WHERE id = ?", code);
        change.drop_object(code);
        return 1;
    }));
}

Project copy_of(TempProject& project, const std::string& name, const CopyWithout& without = {})
{
    const auto done = copy_project(*project, project / name, without);
    EXPECT_TRUE(done) << done.error().detail;
    auto copy = support::open_project(project / name);
    copy.set_coder("LC");
    return copy;
}

std::vector<std::string> code_names(const Project& project)
{
    return project.rows<std::string>("SELECT name FROM code ORDER BY name");
}

void expect_sound(Project& project)
{
    Progress quiet;
    for (const auto& problem : check(project, {false, true}, quiet))
        ADD_FAILURE() << problem.what << " in " << problem.where;
}

}

TEST(Copy, HasALetterAndNumbersOfItsOwn)
{
    TempProject project;
    const auto document = project.add("d", "uno dos tres");
    support::quote(project, document, {0, 3});
    auto copy = copy_of(project, "b.quipu");
    EXPECT_EQ(dump_of(copy), dump_of(*project));
    const auto quotation = support::quote(copy, document, {4, 7});
    EXPECT_EQ(copy.row<std::string>("SELECT number || copy FROM quotation WHERE id = ?", quotation), "2b");
    auto third = copy_of(project, "c.quipu");
    const auto other = support::quote(third, document, {4, 7});
    EXPECT_EQ(third.row<std::string>("SELECT number || copy FROM quotation WHERE id = ?", other), "2c");
    EXPECT_EQ(undo(copy, 2).error().code, ErrorCode::nothing_to_undo)
        << "what the first copy did is not this copy's to undo";
}

TEST(Copy, AFileCopiedBehindOurBackTakesANewNumber)
{
    TempProject project;
    const auto document = project.add("d", "uno dos tres");
    support::quote(project, document, {0, 3});
    project.close();
    std::filesystem::copy_file(project.file(), project / "usb.quipu");
    auto copy = support::open_project(project / "usb.quipu");
    const auto quotation = support::quote(copy, document, {4, 7});
    const auto label = copy.row<std::string>("SELECT copy FROM quotation WHERE id = ?", quotation).value();
    ASSERT_EQ(label.size(), 4u);
    EXPECT_EQ(label[0], '-');
    project.reopen();
    const auto own = support::quote(project, document, {8, 12});
    EXPECT_EQ(project->row<std::string>("SELECT number || copy FROM quotation WHERE id = ?", own), "2");
    const auto merged = merge(*project, {project / "usb.quipu"});
    ASSERT_TRUE(merged) << merged.error().detail;
    EXPECT_EQ(merged->applied, 1);
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM quotation"), 3);
}

TEST(Copy, AMovedFileIsStillItself)
{
    TempProject project;
    const auto document = project.add("d", "uno dos tres");
    project.close();
    std::filesystem::create_directory(project / "thesis");
    std::filesystem::rename(project.file(), project / "thesis/moved.quipu");
    auto moved = support::open_project(project / "thesis/moved.quipu");
    const auto quotation = support::quote(moved, document, {0, 3});
    EXPECT_EQ(moved.row<std::string>("SELECT number || copy FROM quotation WHERE id = ?", quotation), "1");
    EXPECT_TRUE(undo(moved, 2));
}

TEST(Copy, ARestoredBackupTakesANewNumber)
{
    TempProject project;
    const auto document = project.add("d", "uno dos tres");
    const auto backup = back_up(*project, "test");
    ASSERT_TRUE(backup);
    support::quote(project, document, {0, 3}); // cited in the thesis already
    project.close();
    std::filesystem::copy_file(*backup, project.file(), std::filesystem::copy_options::overwrite_existing);
    project.reopen();
    const auto quotation = support::quote(project, document, {4, 7});
    EXPECT_NE(project->row<std::string>("SELECT copy FROM quotation WHERE id = ?", quotation), "");
}

TEST(Copy, WithoutHistoryStillMerges)
{
    TempProject project;
    const auto code = support::code(project, "a");
    auto copy = copy_of(project, "slim.quipu", {.history = true});
    EXPECT_TRUE(history(copy).empty());
    EXPECT_EQ(code_names(copy), code_names(*project));
    update(copy, "color", code, "#0072B2");
    const auto merged = merge(*project, {project / "slim.quipu"});
    ASSERT_TRUE(merged) << merged.error().detail;
    EXPECT_EQ(merged->applied, 1);
    EXPECT_EQ(project->row<std::string>("SELECT color FROM code"), "#0072B2");
    support::code(project, "b");
    const auto back = merge(copy, {project.file()});
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(back->applied, 1);
    EXPECT_EQ(dump_of(copy), dump_of(*project));
}

TEST(Copy, WithoutCodersNamesNobody)
{
    TempProject project;
    support::code(project, "a");
    auto copy = copy_of(project, "anonymous.quipu", {.coders = true});
    EXPECT_EQ(copy.row<int>("SELECT count(*) FROM history WHERE coder = 'RM'"), 0);
    EXPECT_EQ(copy.row<int>("SELECT count(*) FROM coder WHERE name = 'RM'"), 0);
}

TEST(Copy, DoesNotOverwrite)
{
    TempProject project;
    support::write_file(project / "there.quipu", "x");
    EXPECT_EQ(copy_project(*project, project / "there.quipu").error().code, ErrorCode::exists);
    EXPECT_EQ(copy_project(*project, project / "no/folder.quipu").error().code, ErrorCode::not_found);
}

TEST(Copy, CompactKeepsWhatIsNamed)
{
    TempProject project;
    const auto document = project.add("d", "uno dos tres");
    ASSERT_TRUE(project->keep("nobody names these bytes"));
    ASSERT_TRUE(compact(*project));
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM content"), 1);
    ASSERT_TRUE(undo(*project));
    ASSERT_TRUE(compact(*project));
    ASSERT_TRUE(redo(*project)) << "the history still names the text";
    EXPECT_EQ(text_of(*project, document), "uno dos tres");
    expect_sound(*project);
}

TEST(Merge, BringsTheOthersChangesUnderTheirOwnNames)
{
    TempProject project;
    support::code(project, "a");
    auto copy = copy_of(project, "b.quipu");
    support::code(copy, "b");
    const auto merged = merge(*project, {project / "b.quipu"});
    ASSERT_TRUE(merged) << merged.error().detail;
    EXPECT_EQ(merged->applied, 1);
    EXPECT_EQ(merged->already_there, 1);
    EXPECT_TRUE(merged->conflicts.empty());
    EXPECT_TRUE(std::filesystem::exists(merged->backup));
    EXPECT_EQ(history(*project).back().coder, "LC");
    EXPECT_EQ(code_names(*project), (std::vector<std::string>{"a", "b"}));
    const auto again = merge(*project, {project / "b.quipu"});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->applied, 0);
    EXPECT_TRUE(again->backup.empty());
    EXPECT_EQ(history(*project).size(), 2u);
    expect_sound(*project);
}

TEST(Merge, ARehearsalWritesNothing)
{
    TempProject project;
    auto copy = copy_of(project, "b.quipu");
    support::code(copy, "b");
    const auto rehearsed = merge(*project, {project / "b.quipu"}, true);
    ASSERT_TRUE(rehearsed);
    EXPECT_EQ(rehearsed->applied, 1);
    EXPECT_TRUE(code_names(*project).empty());
    EXPECT_TRUE(history(*project).empty());
}

TEST(Merge, AnotherProjectIsRefused)
{
    TempProject project, other;
    EXPECT_EQ(merge(*project, {other.file()}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(merge(*project, {project / "absent.quipu"}).error().code, ErrorCode::not_found);
}

TEST(Merge, TheLaterOfTwoValuesCountsAndBothAreTold)
{
    TempProject project;
    const auto code = support::code(project, "a");
    auto copy = copy_of(project, "b.quipu");
    update(*project, "name", code, "ours");
    update(copy, "color", code, "#111111"); // so that the copy's rename is the later one
    update(copy, "name", code, "theirs");
    const auto merged = merge(*project, {project / "b.quipu"});
    ASSERT_TRUE(merged);
    ASSERT_EQ(merged->conflicts.size(), 1u);
    EXPECT_EQ(merged->conflicts[0].ours, "ours");
    EXPECT_EQ(merged->conflicts[0].theirs, "theirs");
    EXPECT_EQ(merged->conflicts[0].kept, "theirs");
    EXPECT_EQ(code_names(*project), (std::vector<std::string>{"theirs"}));
    ASSERT_TRUE(merge(copy, {project.file()}));
    EXPECT_EQ(dump_of(copy), dump_of(*project));
}

TEST(Merge, ARemovalYieldsToAUse)
{
    TempProject project;
    const auto code = support::code(project, "a");
    auto copy = copy_of(project, "b.quipu");
    remove_code(*project, code);
    support::code(copy, "child", code);
    const auto merged = merge(*project, {project / "b.quipu"});
    ASSERT_TRUE(merged) << merged.error().detail;
    EXPECT_EQ(merged->conflicts.size(), 1u);
    EXPECT_EQ(code_names(*project), (std::vector<std::string>{"a", "child"}));
    EXPECT_TRUE(history(*project)[1].suspended);
    ASSERT_TRUE(merge(copy, {project.file()}));
    EXPECT_EQ(dump_of(copy), dump_of(*project));
    expect_sound(*project);
}

TEST(Merge, WhatWasMadeTwiceBecomesOne)
{
    TempProject project;
    auto copy = copy_of(project, "b.quipu");
    const auto ours = support::code(project, "Motivaciones"), theirs = support::code(copy, "Motivaciones");
    support::code(project, "Cero papel", ours);
    support::code(copy, "Cero papel", theirs);
    ASSERT_TRUE(set_case(*project, "DMPP5", {}));
    ASSERT_TRUE(set_case(copy, "DMPP5", {}));
    const auto merged = merge(*project, {project / "b.quipu"});
    ASSERT_TRUE(merged) << merged.error().detail;
    EXPECT_EQ(merged->joined.size(), 3u);
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM code"), 2);
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM study_case"), 1);
    ASSERT_TRUE(merge(copy, {project.file()}));
    EXPECT_EQ(dump_of(copy), dump_of(*project));
    EXPECT_EQ(next_undo(*project)->op, "case set") << "the joining is passed over";
    expect_sound(*project);
}

TEST(Merge, DocumentsOfOneTextBecomeOneWithAllTheirQuotations)
{
    TempProject project;
    auto copy = copy_of(project, "b.quipu");
    const auto ours = project.add("DMPP1", "El papel se perdía.");
    ASSERT_TRUE(correct(*project, ours, {3, 8}, "cuaderno"));
    const auto quotation = support::quote(project, ours, {3, 11});
    NewDocument same;
    same.name = "DMPP1";
    same.text = "El papel se perdía.";
    same.text_sha256 = copy.keep(same.text).value();
    const auto theirs = copy.change(Op::import_documents,
                                    [&](Change& change) -> Result<DocumentId> { return add_document(change, same); })
                            .value();
    const auto other = support::quote(copy, theirs, {9, 18});
    const auto merged = merge(*project, {project / "b.quipu"});
    ASSERT_TRUE(merged) << merged.error().detail;
    ASSERT_EQ(documents(*project).size(), 1u);
    EXPECT_EQ(text_of(*project, documents(*project)[0].id), "El cuaderno se perdía.");
    EXPECT_EQ(support::text_of_quotation(*project, quotation), "cuaderno");
    EXPECT_EQ(support::text_of_quotation(*project, other), "se perdía");
    EXPECT_TRUE(find_document(*project, "1")) << "both old numbers still find it";
    EXPECT_TRUE(find_document(*project, "1b"));
    expect_sound(*project);
}

TEST(Merge, ConcurrentCorrectionsOfOneWordConverge)
{
    TempProject project;
    const auto document = project.add("d", "la municipalidad provincial");
    const auto quotation = support::quote(project, document, {3, 16});
    auto copy = copy_of(project, "b.quipu");
    ASSERT_TRUE(correct(*project, document, {5, 7}, "XX"));
    ASSERT_TRUE(correct(copy, document, {6, 9}, "YYY"));
    ASSERT_TRUE(merge(*project, {project / "b.quipu"}));
    ASSERT_TRUE(merge(copy, {project.file()}));
    EXPECT_EQ(dump_of(copy), dump_of(*project));
    EXPECT_EQ(text_of(*project, document).size(), 28u) << "four characters were cut, five put in";
    EXPECT_EQ(support::text_of_quotation(*project, quotation).substr(0, 2), "mu");
    expect_sound(*project);
}

TEST(Merge, IsTakenBackByOpeningTheBackup)
{
    TempProject project;
    support::code(project, "a");
    const auto before = dump_of(*project);
    auto copy = copy_of(project, "b.quipu");
    support::code(copy, "b");
    const auto merged = merge(*project, {project / "b.quipu"});
    const auto backup = Project::open(merged->backup, Access::read);
    ASSERT_TRUE(backup);
    EXPECT_EQ(dump_of(*backup), before);
}

namespace
{

void random_change(Project& project, std::mt19937& random)
{
    const auto codes = project.rows<std::int64_t>("SELECT id FROM code ORDER BY id");
    const auto quotations = project.rows<QuotationId>("SELECT quotation FROM quotation_place ORDER BY quotation");
    const auto texts = documents(project);
    const auto any = [&](const auto& list) { return list[random() % list.size()]; };
    switch (random() % 10) {
    case 0:
        support::code(project, fmt::format("n{}", random() % 6),
                      codes.empty() || random() % 2 ? std::nullopt : std::optional(any(codes)));
        break;
    case 1:
        if (!codes.empty()) update(project, "name", any(codes), fmt::format("r{}", random() % 5));
        break;
    case 2:
        if (!codes.empty()) update(project, "color", any(codes), fmt::format("#{:06}", random() % 999));
        break;
    case 3:
        if (!codes.empty())
            if (const auto code = any(codes); !project.row<int>("SELECT 1 FROM code WHERE parent = ?", code))
                remove_code(project, code);
        break;
    case 4:
    case 5:
        if (!texts.empty() && any(texts).characters > 2) {
            const auto& document = texts[random() % texts.size()];
            if (document.characters < 2) break;
            const std::int64_t begin = random() % (document.characters - 1);
            support::quote(project, document.id,
                           {begin, begin + 1 +
                                       static_cast<std::int64_t>(
                                           random() % std::min<std::int64_t>(9, document.characters - begin))});
        }
        break;
    case 6:
        if (!codes.empty() && !quotations.empty())
            ASSERT_TRUE(project.change(Op::mark, [&](Change& change) -> Result<int> {
                change.run(
                    "INSERT INTO coding (id, quotation, code, coder, at) VALUES (?,?,?,?,'2026-01-01T00:00:00Z')",
                    change.next_id<Id<struct CodingTag>>(), any(quotations), any(codes), change.coder());
                return 1;
            }));
        break;
    case 7:
    case 8:
        if (!texts.empty()) {
            const auto& document = any(texts);
            const std::int64_t begin = random() % (document.characters + 1);
            const auto end = std::min<std::int64_t>(document.characters, begin + random() % 5);
            ASSERT_TRUE(correct(project, document.id, {begin, end},
                                std::string(random() % 4, static_cast<char>('A' + random() % 26))));
        }
        break;
    case 9:
        if (random() % 2 && next_undo(project))
            (void)undo(project).has_value(); // may be refused; then nothing has happened
        else
            ASSERT_TRUE(set_case(project, fmt::format("caso {}", random() % 3), {}));
        break;
    }
}

/// 2 to 5 copies change apart, meet in part, then everyone merges everyone, each in an order of its own, until nothing
/// is new: one result.
void copies_converge(unsigned seed)
{
    std::mt19937 random(seed);
    TempProject first;
    first.add("d", "El alcalde lo repetía en cada reunión: no quería ver más rumas de papel.");
    for (int i = 0; i < 6; ++i) random_change(first, random);
    const std::size_t count = 2 + random() % 4;
    std::vector<std::unique_ptr<Project>> copies;
    std::vector<std::filesystem::path> files{first.file()};
    for (std::size_t i = 1; i < count; ++i) {
        files.push_back(first / fmt::format("copy{}.quipu", i));
        ASSERT_TRUE(copy_project(*first, files.back()));
    }
    first.close();
    for (const auto& file : files) copies.push_back(std::make_unique<Project>(support::open_project(file)));

    for (int round = 0; round < 2; ++round) {
        for (auto& copy : copies)
            for (unsigned k = random() % 7; k > 0; --k) random_change(*copy, random);
        const auto a = random() % count, b = random() % count;
        if (round == 0 && a != b) {
            ASSERT_TRUE(merge(*copies[a], {files[b]}));
        }
    }
    for (int pass = 0; pass < 3; ++pass)
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<std::filesystem::path> others;
            for (std::size_t j = 0; j < count; ++j)
                if (j != i) others.push_back(files[j]);
            std::shuffle(others.begin(), others.end(), random);
            for (const auto& other : others) {
                const auto merged = merge(*copies[i], {other});
                ASSERT_TRUE(merged) << "seed " << seed << ": " << merged.error().detail;
            }
        }
    const auto result = dump_of(*copies[0]);
    for (auto& copy : copies) {
        ASSERT_EQ(dump_of(*copy), result) << "seed " << seed;
        EXPECT_EQ(copy->row<int>("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }
    expect_sound(*copies[0]);
}

}

TEST(Merge, CopiesConvergeWhateverTheOrder)
{
    for (unsigned seed = 1; seed <= 8; ++seed) copies_converge(seed);
}
TEST(MergeSlow, CopiesConvergeWhateverTheOrderManyTimes)
{
    for (unsigned seed = 1000; seed < 1300; ++seed) copies_converge(seed);
}
