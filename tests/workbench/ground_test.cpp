#include "support/marks.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/copy.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include <csignal>
#include <functional>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// What happens when the ground gives way: a full disk, a folder that cannot be written, a process that is killed.

using namespace workbench;
using support::TempProject;

namespace
{

/// Runs `body` in a child process as the user nobody (when we are root); its exit status.
int as_nobody(const std::function<int()>& body)
{
    const auto child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(99);
        _exit(body());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void open_to_all(const std::filesystem::path& folder)
{
    ::chmod(folder.c_str(), 0755);
}

}

TEST(Ground, AReadOnlyFolderCanBeReadAndSaysSoWhenWritten)
{
    TempProject project;
    support::code(project, "a");
    project.close();
    open_to_all(project.file().parent_path());
    const auto status = as_nobody([&] {
        auto reading = Project::open(project.file(), Access::read);
        if (!reading || !reading->read_only()) return 1;
        if (reading->row<int>("SELECT count(*) FROM code") != 1) return 2;
        if (Project::open(project.file()).error().code != ErrorCode::read_only) return 3;
        const auto refused = reading->change(Op::add_code, [](Change&) -> Result<int> { return 1; });
        if (refused || refused.error().code != ErrorCode::read_only) return 4;
        const auto made = Project::create(project / "new.quipu", "x", "es");
        return made || made.error().code != ErrorCode::read_only ? 5 : 0;
    });
    EXPECT_EQ(status, 0);
}

TEST(Ground, AFullDiskLeavesTheProjectAsItWas)
{
    if (geteuid() != 0) FAIL() << "this test mounts a small file system and has to run as root, as CI does";
    support::TempFolder folder;
    const auto disk = folder / "disk";
    std::filesystem::create_directory(disk);
    ASSERT_EQ(::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=2m"), 0) << "cannot mount a small file system";
    ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);
    {
        auto project = Project::create(disk / "p.quipu", "Study", "es");
        ASSERT_TRUE(project);
        support::code(*project, "a");
        const auto before = dump_of(*project);
        const auto kept = project->keep(std::string(4 << 20, 'x'));
        ASSERT_FALSE(kept);
        EXPECT_EQ(kept.error().code, ErrorCode::disk_full);
        EXPECT_EQ(dump_of(*project), before);
        support::code(*project, "b"); // there is room for a small change again
        EXPECT_EQ(project->row<int>("SELECT count(*) FROM code"), 2);
        const auto copied = copy_project(*project, disk / "q.quipu");
        if (!copied) {
            EXPECT_EQ(copied.error().code, ErrorCode::disk_full);
        }
    }
    {
        auto again = support::open_project(disk / "p.quipu");
        Progress quiet;
        EXPECT_TRUE(check(again, {false, true}, quiet).empty());
    }
    ::umount2(disk.c_str(), MNT_DETACH);
}

TEST(Ground, ASecondWriterWaitsForTheFirst)
{
    TempProject project;
    const auto child = fork();
    if (child == 0) {
        auto other = Project::open(project.file());
        if (!other) _exit(1);
        const auto done = other->change(Op::demo, [&](Change& change) -> Result<int> {
            change.new_object<Id<struct CodeTag>>(ObjectKind::code);
            ::usleep(300'000);
            return 1;
        });
        _exit(done ? 0 : 2);
    }
    ::usleep(100'000);
    support::code(project, "waits");
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(history(*project).size(), 2u);
}

namespace
{

/// A child that changes and answers with the number of each change that was committed, until it is killed.
void killed_in_mid_write(int rounds, unsigned seed)
{
    TempProject project;
    const auto document = project.add("d", "El alcalde lo repetía en cada reunión: no quería ver más rumas de papel.");
    project.close();
    std::srand(seed);
    std::int64_t acknowledged = 1;
    for (int round = 0; round < rounds; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const auto child = fork();
        if (child == 0) {
            ::close(ends[0]);
            auto writer = Project::open(project.file());
            if (!writer) _exit(1);
            for (int i = 0;; ++i) {
                if (i % 5 == 4)
                    (void)undo(*writer).has_value();
                else if (i % 3 == 0)
                    (void)correct(*writer, document, {5 + i % 7, 6 + i % 7}, i % 2 ? "Á" : "la").has_value();
                else
                    support::quote(*writer, document, {i % 9, 10 + i % 9});
                const auto seq = writer->row<std::int64_t>("SELECT max(seq) FROM history").value_or(0);
                if (::write(ends[1], &seq, sizeof seq) != sizeof seq) _exit(2);
            }
        }
        ::close(ends[1]);
        ::usleep(static_cast<useconds_t>(5'000 + std::rand() % 60'000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        for (std::int64_t seq = 0; ::read(ends[0], &seq, sizeof seq) == sizeof seq;) acknowledged = seq;
        ::close(ends[0]);

        auto survivor = support::open_project(project.file());
        ASSERT_GE(survivor.row<std::int64_t>("SELECT max(seq) FROM history").value_or(0), acknowledged)
            << "an answered change was lost";
        if (round % 10 == 0 || round + 1 == rounds) {
            Progress quiet;
            for (const auto& problem : check(survivor, {false, true}, quiet))
                ADD_FAILURE() << problem.what << " in " << problem.where;
        }
    }
}

}

TEST(Ground, NothingAnsweredIsLostWhenTheProcessIsKilled)
{
    killed_in_mid_write(15, 1);
}
TEST(GroundSlow, NothingAnsweredIsLostInTwoHundredKills)
{
    killed_in_mid_write(200, 2);
}
