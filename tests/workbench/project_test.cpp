#include "support/marks.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include "workbench/settings.h"
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

using namespace workbench;
using support::TempProject;

namespace
{

std::vector<Problem> problems(Project& project, bool deep = true)
{
    Progress quiet;
    return check(project, {false, deep}, quiet);
}

}

TEST(Project, ANewOneIsSoundAndHasAnEmptyHistory)
{
    TempProject project;
    EXPECT_TRUE(history(*project).empty());
    EXPECT_TRUE(problems(*project).empty());
    EXPECT_EQ(settings(*project).at("language"), "es");
}

TEST(Project, AFileThatIsThereIsNotOverwritten)
{
    TempProject project;
    const auto again = Project::create(project.file(), "Other", "es");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::exists);
    EXPECT_EQ(settings(*project).at("title"), "Study");
}

TEST(Project, AClosedProjectIsOneOrdinaryFile)
{
    TempProject project;
    support::code(project, "Cero papel");
    project.close();
    EXPECT_FALSE(std::filesystem::exists(project.file().string() + "-wal"));
    EXPECT_FALSE(std::filesystem::exists(project.file().string() + "-shm"));
    EXPECT_FALSE(std::filesystem::exists(project.file().string() + "-journal"));
    project.reopen();
    EXPECT_EQ(history(*project).size(), 1u);
}

TEST(Project, AnErrorInAChangeLeavesNothing)
{
    TempProject project;
    const auto before = dump_of(*project);
    const auto failed = project->change(Op::add_code, [&](Change& change) -> Result<int> {
        change.new_object<Id<struct CodeTag>>(ObjectKind::code);
        return fail(ErrorCode::bad_value, "no");
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::bad_value);
    EXPECT_EQ(dump_of(*project), before);
    EXPECT_TRUE(history(*project).empty());
}

TEST(Project, AChangeThatChangesNothingLeavesNoTrace)
{
    TempProject project;
    const auto same = project->change(Op::settings, [](Change&) -> Result<int> { return 7; });
    ASSERT_TRUE(same);
    EXPECT_EQ(*same, 7);
    EXPECT_TRUE(history(*project).empty());
}

TEST(Project, ANestedChangeJoinsTheOuterOne)
{
    TempProject project;
    const auto done = project->change(Op::demo, [&](Change& change) -> Result<void> {
        change.about("both");
        support::code(project, "a");
        support::code(project, "b");
        return {};
    });
    ASSERT_TRUE(done);
    const auto entries = history(*project);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].op, "demo");
    EXPECT_EQ(entries[0].subject, "both");
}

TEST(Project, ANestedFailureTakesBackOnlyItsOwnPart)
{
    TempProject project;
    const auto done = project->change(Op::demo, [&](Change&) -> Result<void> {
        support::code(project, "stays");
        const auto inner = project->change(Op::add_code, [&](Change& change) -> Result<int> {
            change.new_object<Id<struct CodeTag>>(ObjectKind::code);
            return fail(ErrorCode::bad_value, "no");
        });
        EXPECT_FALSE(inner);
        return {};
    });
    ASSERT_TRUE(done);
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM code"), 1);
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM object WHERE kind = 'code'"), 1);
}

TEST(Project, SubscribersHearOfEveryChange)
{
    TempProject project;
    std::vector<ChangeSet> heard;
    {
        const auto subscription = project->subscribe([&](const ChangeSet& change) { heard.push_back(change); });
        support::code(project, "a");
        ASSERT_TRUE(undo(*project));
    }
    support::code(project, "b");
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_EQ(heard[0].seqs, std::vector<std::int64_t>{1});
    EXPECT_NE(std::find(heard[0].tables.begin(), heard[0].tables.end(), "code"), heard[0].tables.end());
    EXPECT_FALSE(heard[0].elsewhere);
}

TEST(Project, TwoOpenProjectsOfOneFileAgree)
{
    TempProject project;
    auto other = support::open_project(project.file());
    std::vector<ChangeSet> heard;
    const auto subscription = other.subscribe([&](const ChangeSet& change) { heard.push_back(change); });
    support::code(project, "a");
    other.poll();
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_TRUE(heard[0].elsewhere);
    support::code(other, "b");
    EXPECT_EQ(project->row<int>("SELECT count(*) FROM code"), 2);
    EXPECT_TRUE(problems(*project).empty());
}

TEST(Project, OtherFilesAreRefused)
{
    support::TempFolder folder;
    const auto text = support::write_file(folder / "notes.txt", "Not a project, only some notes that somebody wrote.");
    const auto empty = support::write_file(folder / "empty.quipu", "");
    EXPECT_EQ(Project::open(text).error().code, ErrorCode::not_a_project);
    EXPECT_EQ(Project::open(empty).error().code, ErrorCode::not_a_project);
    EXPECT_EQ(Project::open(folder / "absent.quipu").error().code, ErrorCode::not_found);
    EXPECT_EQ(Project::open(folder.path()).error().code, ErrorCode::not_a_project);
}

TEST(Project, ADamagedFileIsReadButNotWritten)
{
    TempProject project;
    const auto document = project.add("long", std::string(200'000, 'x') + "end");
    project.close();
    {
        // Overwrite a page in the middle: the header stays, a b-tree does not.
        std::fstream file(project.file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096 * 8);
        file << std::string(4096 * 4, '\x5a');
    }
    const auto writing = Project::open(project.file());
    auto reading = Project::open(project.file(), Access::read);
    ASSERT_TRUE(reading);
    EXPECT_FALSE(problems(*reading, false).empty());
    if (writing) {
        auto project_again = support::open_project(project.file());
        const auto refused = rename_document(project_again, document, "new");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::broken_file);
    } else {
        EXPECT_EQ(writing.error().code, ErrorCode::broken_file);
    }
}

TEST(Project, ANewerFormatIsReadButNotWritten)
{
    TempProject project;
    support::code(project, "a");
    project.close();
    {
        std::fstream file(project.file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(60); // user_version, big endian, in SQLite's header
        file.write("\0\0\0\x09", 4);
    }
    EXPECT_EQ(Project::open(project.file()).error().code, ErrorCode::newer_version);
    const auto reading = Project::open(project.file(), Access::read);
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->read_only());
    EXPECT_EQ(reading->row<int>("SELECT count(*) FROM code"), 1);
}

TEST(Project, AnOwnChangeDoesNotHideWhatOthersDidBeforeIt)
{
    TempProject project;
    auto other = support::open_project(project.file());
    std::vector<ChangeSet> heard;
    const auto subscription = other.subscribe([&](const ChangeSet& change) { heard.push_back(change); });
    support::code(project, "a");
    support::code(project, "b");
    support::code(other, "c");
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_TRUE(heard[0].elsewhere);
    EXPECT_EQ(heard[0].seqs, (std::vector<std::int64_t>{1, 2}));
    EXPECT_FALSE(heard[1].elsewhere);
    EXPECT_EQ(heard[1].seqs, std::vector<std::int64_t>{3});
    other.poll();
    EXPECT_EQ(heard.size(), 2u) << "once is enough";
}

TEST(Project, SettingsAreCheckedAndOneChange)
{
    TempProject project;
    EXPECT_EQ(*set_settings(*project, {{"title", "Gobierno electrónico"}, {"numbers", "es_ES"}}), 2);
    EXPECT_EQ(settings(*project).at("numbers"), "es_ES");
    EXPECT_EQ(history(*project).size(), 1u);
    EXPECT_EQ(set_settings(*project, {{"colour", "red"}}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(set_settings(*project, {{"language", "qu"}}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(*set_settings(*project, {{"title", "Gobierno electrónico"}}), 0);
    EXPECT_EQ(history(*project).size(), 1u);
}

TEST(Project, WhatIsWrittenGoesIntoTheFileAfterAMomentOfRest)
{
    TempProject project;
    support::code(project, "a");
    const auto log = project.file().string() + "-wal";
    ASSERT_GT(std::filesystem::file_size(log), 0u);
    project->poll();
    EXPECT_GT(std::filesystem::file_size(log), 0u) << "not while the user is at work";
    std::this_thread::sleep_for(std::chrono::milliseconds(2050));
    project->poll();
    EXPECT_EQ(std::filesystem::file_size(log), 0u);
}

TEST(Project, ADocumentCorrectedInTheChangeThatMadeItIsDerivedAsItStands)
{
    TempProject project;
    NewDocument document;
    document.name = "d";
    document.text = "uno dos";
    document.text_sha256 = project->keep(document.text).value();
    ASSERT_TRUE(project->change(Op::demo, [&](Change& change) -> Result<void> {
        const auto id = add_document(change, document);
        if (const auto done = correct(*project, id, {0, 3}, "tres"); !done) return fail(done.error());
        return {};
    }));
    EXPECT_EQ(text_of(*project, documents(*project)[0].id), "tres dos");
    EXPECT_TRUE(problems(*project).empty());
}
