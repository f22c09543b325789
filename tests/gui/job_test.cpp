// Long work beside the window: how far it is, its end, and what it leaves.
#include "coding/code.h"
#include "desk.h"
#include "import_action.h"
#include "jobs.h"
#include "message_bar.h"
#include "preferences.h"
#include "stats/indicator_table.h"
#include "status_line.h"
#include "workbench/document.h"
#include <atomic>
#include <thread>
#include <wx/button.h>

using namespace gui_test;

namespace
{

class Job : public Desk
{
 protected:
    /// Work that goes on until it is stopped or let go; `let_go` and `stopped` outlive it.
    gui::Jobs::Show wait_in(workbench::Progress& progress)
    {
        progress.start("Counting", 4);
        progress.step();
        begun = true;
        while (!let_go && !progress.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        if (progress.cancelled()) stopped = true;
        return [this] { shown_by = std::this_thread::get_id(); };
    }
    void TearDown() override
    {
        let_go = true;
        Desk::TearDown();
    }
    std::atomic<bool> begun = false, let_go = false, stopped = false;
    std::thread::id shown_by;
};

}

TEST_F(Job, GoesOnWhileTheWindowIsUsedAndIsShownOnItsThread)
{
    open_sample();
    work().jobs().start([this](auto& progress) { return wait_in(progress); });
    ASSERT_TRUE(wait_for([&] { return begun.load(); }));
    select("E1", "tema del papel");
    EXPECT_TRUE(wait_for([&] { return frame().status().GetStatusText(2).Contains("Counting 25"); }))
        << frame().status().GetStatusText(2);
    EXPECT_TRUE(frame().status().stop().IsShownOnScreen());
    let_go = true;
    ASSERT_TRUE(wait_for([&] { return shown_by != std::thread::id(); }));
    EXPECT_EQ(shown_by, std::this_thread::get_id());
    EXPECT_TRUE(wait_for([&] { return !frame().status().stop().IsShown(); }));
}

TEST_F(Job, IsStoppedByItsButton)
{
    open_sample();
    work().jobs().start([this](auto& progress) { return wait_in(progress); });
    ASSERT_TRUE(wait_for([&] { return begun && frame().status().stop().IsShownOnScreen(); }));
    click(frame().status().stop());
    EXPECT_TRUE(wait_for([&] { return stopped.load(); }));
    EXPECT_TRUE(wait_for([&] { return !work().jobs().running(); }));
}

TEST_F(Job, EndsWithTheProjectAndShowsNothingAfter)
{
    open_sample();
    work().jobs().start([this](auto& progress) { return wait_in(progress); });
    ASSERT_TRUE(wait_for([&] { return begun.load(); }));
    frame().close_project();
    settle();
    EXPECT_TRUE(stopped);
    EXPECT_EQ(shown_by, std::thread::id());
}

TEST_F(Job, OneWaitsForTheOther)
{
    open_sample();
    int order = 0, first = 0, second = 0;
    work().jobs().start([&](workbench::Progress&) -> gui::Jobs::Show { return [&] { first = ++order; }; });
    work().jobs().start([&](workbench::Progress&) -> gui::Jobs::Show { return [&] { second = ++order; }; });
    ASSERT_TRUE(wait_for([&] { return order == 2; }));
    EXPECT_EQ(first, 1);
    EXPECT_EQ(second, 2);
}

TEST_F(Job, AReportIsWrittenBesideTheWindow)
{
    open_sample();
    const auto file = folder_ / "report.docx";
    work().write_report_to(file);
    EXPECT_TRUE(work().jobs().running()) << "it does not wait";
    ASSERT_TRUE(wait_for([&] { return message().find("report.docx") != std::string::npos; }, 20000)) << message();
    EXPECT_GT(std::filesystem::file_size(file), 1000u);
}

TEST_F(Job, AReportThatCannotBeWrittenIsSaid)
{
    open_sample();
    work().write_report_to(folder_ / "no" / "such" / "report.docx");
    EXPECT_TRUE(wait_for([&] { return !message().empty(); }, 20000));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "no"));
}

TEST_F(Job, OneThatIsStoppedLeavesTheProjectAsItWas)
{
    open_sample();
    work().jobs().start([this](auto& progress) { return wait_in(progress); });
    std::string table = "lugar,valor\n";
    for (int i = 0; i < 200000; ++i) table += "distrito " + std::to_string(i) + "," + std::to_string(i % 97) + "\n";
    gui::import_table_file(&work(), session(), support::write_file(folder_ / "grande.csv", table));
    let_go = true;
    ASSERT_TRUE(wait_for([&] {
        const auto running = work().jobs().running();
        return running && running->what == "Reading a table";
    }));
    work().jobs().cancel();
    EXPECT_TRUE(wait_for([&] { return !work().jobs().running(); }, 20000));
    EXPECT_NE(message().find("stopped"), std::string::npos) << message();
    EXPECT_TRUE(stats::indicator_tables(project()).empty());
}

TEST_F(Job, TheWindowIsUsedWhileTheSampleStudyIsMade)
{
    ASSERT_TRUE(frame().make_sample(folder_ / "sample.quipu")) << message();
    ASSERT_TRUE(wait_for([&] { return frame().status().stop().IsShownOnScreen(); })) << "it can be stopped";
    session().project().set_coder("RM");
    EXPECT_TRUE(coding::add_code(session().project(), {.path = "Mine"}));
    ASSERT_TRUE(wait_for([&] { return !work().jobs().running(); }, 60000));
    EXPECT_EQ(workbench::documents(project()).size(), 12u) << message();
    frame().close_project();
    EXPECT_TRUE(std::filesystem::exists(folder_ / "sample.quipu"));
}

namespace
{

std::vector<std::string> files_in(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) names.push_back(entry.path().filename());
    return names;
}

}

TEST_F(Job, ASampleStudyThatIsStoppedLeavesNothing)
{
    const auto before = files_in(folder_.path());
    ASSERT_TRUE(frame().make_sample(folder_ / "sample.quipu")) << message();
    ASSERT_TRUE(wait_for([&] { return frame().status().stop().IsShownOnScreen(); })) << "it can be stopped";
    click(frame().status().stop());
    ASSERT_TRUE(wait_for([&] { return !frame().work(); }, 20000)) << "the start page is back";
    EXPECT_EQ(message(), "Stopped: nothing is left of the sample study.");
    EXPECT_EQ(files_in(folder_.path()), before);
    EXPECT_TRUE(gui::preferences().recent.empty());
}

TEST_F(Job, ASampleStudyThatIsClosedBeforeItsEndLeavesNothing)
{
    const auto before = files_in(folder_.path());
    ASSERT_TRUE(frame().make_sample(folder_ / "sample.quipu")) << message();
    ASSERT_TRUE(wait_for([&] { return work().jobs().running() && !session().documents().empty(); }, 20000));
    frame().close_project();
    EXPECT_EQ(files_in(folder_.path()), before);
}
