// Before a project is open, and how one comes and goes.
#include "crash_report.h"
#include "desk.h"
#include "dialogs.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "preferences.h"
#include "shown.h"
#include "start_page.h"
#include "tool_bar.h"
#include <chrono>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <wx/filedlg.h>
#include <wx/testing.h>

using namespace gui_test;

namespace
{

class Start : public Desk
{
 protected:
    /// The button on the start page with that accessible name; null when there is none.
    wxWindow* button(const std::string& name)
    {
        const auto wanted = gui::shown(name);
        std::function<wxWindow*(wxWindow*)> look = [&](wxWindow* from) -> wxWindow* {
            for (auto* child : from->GetChildren()) {
                if (dynamic_cast<wxButton*>(child) && child->IsShownOnScreen() && child->GetName() == wanted)
                    return child;
                if (auto* found = look(child)) return found;
            }
            return nullptr;
        };
        return look(&frame());
    }
};

}

TEST_F(Start, MakesAProjectByTheMenu)
{
    const auto file = folder_ / "thesis.quipu";
    wxTEST_DIALOG(press('N', wxMOD_CONTROL), wxExpectModal<wxFileDialog>(gui::shown(file.string())));
    ASSERT_TRUE(wait_for([&] { return frame().work() != nullptr; })) << message();
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_EQ(gui::utf8(frame().GetTitle()), "thesis \u2013 Quipu");
}

TEST_F(Start, NeverWritesOverAProject)
{
    const auto file = make_project("there", fill_with_sample);
    EXPECT_FALSE(frame().new_project(file));
    EXPECT_NE(message(), "");
    EXPECT_EQ(frame().work(), nullptr);
}

TEST_F(Start, OpensAProjectByItsDoor)
{
    const auto file = make_project("there", fill_with_sample);
    auto* door = button("Open a project");
    ASSERT_NE(door, nullptr);
    wxTEST_DIALOG(click(*door), wxExpectModal<wxFileDialog>(gui::shown(file.string())));
    ASSERT_TRUE(wait_for([&] { return frame().work() != nullptr; })) << message();
    EXPECT_EQ(session().documents().size(), 3u);
}

TEST_F(Start, SaysWhyAFileDoesNotOpen)
{
    EXPECT_FALSE(frame().open_project(folder_ / "none.quipu"));
    EXPECT_NE(message().find("none.quipu"), std::string::npos) << message();
    const auto other = support::write_file(folder_ / "notes.quipu", "this is no project");
    EXPECT_FALSE(frame().open_project(other));
    EXPECT_NE(message().find("notes.quipu"), std::string::npos) << message();
    EXPECT_EQ(frame().work(), nullptr);
}

// Only a panel notices that its table is not there: the file is a project by all that is looked at before.
TEST_F(Start, SaysWhenAProjectCannotBeReadWhole)
{
    const auto file = make_project("torn", fill_with_sample);
    auto bytes = support::read_file(file);
    const std::string name = "saved_search", other = "saved_serach";
    for (auto at = bytes.find(name); at != std::string::npos; at = bytes.find(name, at))
        bytes.replace(at, name.size(), other);
    support::write_file(file, bytes);
    EXPECT_FALSE(frame().open_project(file));
    EXPECT_NE(message().find("no such table"), std::string::npos) << message();
    EXPECT_EQ(frame().work(), nullptr);
    EXPECT_TRUE(frame().start().IsShown());
    open_sample();
    ASSERT_NE(frame().work(), nullptr);
    EXPECT_EQ(session().documents().size(), 3u);
}

TEST_F(Start, AProjectThatDoesNotOpenLeavesTheOpenOne)
{
    open_sample();
    EXPECT_FALSE(frame().open_project(folder_ / "none.quipu"));
    ASSERT_NE(frame().work(), nullptr);
    EXPECT_EQ(session().documents().size(), 3u);
}

TEST_F(Start, ListsRecentProjects)
{
    open_sample();
    press('W', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return frame().work() == nullptr; }));
    auto* recent = button("sample");
    ASSERT_NE(recent, nullptr);
    click(*recent);
    ASSERT_TRUE(wait_for([&] { return frame().work() != nullptr; }));
}

TEST_F(Start, MarksAProjectThatIsGoneAndForgetsItOnAClick)
{
    open_sample();
    const auto file = project().path();
    frame().close_project();
    std::filesystem::rename(file, folder_ / "moved.quipu");
    frame().start().refresh();
    settle();
    EXPECT_EQ(button("sample"), nullptr);
    auto* gone = button("sample (not found)");
    ASSERT_NE(gone, nullptr);
    click(*gone);
    EXPECT_TRUE(wait_for([&] { return message().find("sample.quipu") != std::string::npos; })) << message();
    EXPECT_TRUE(wait_for([&] { return button("sample (not found)") == nullptr; }));
}

TEST_F(Start, LeadsToTheManual)
{
    EXPECT_NE(button("From the interview to the thesis in one afternoon"), nullptr);
    EXPECT_TRUE(std::filesystem::exists(gui::manual_page()));
}

TEST_F(Start, AClosedProjectIsOneOrdinaryFile)
{
    open_sample();
    frame().close_project();
    settle();
    EXPECT_FALSE(std::filesystem::exists(folder_ / "sample.quipu-wal"));
}

TEST_F(Start, GreysWhatNeedsAProject)
{
    EXPECT_FALSE(frame().GetMenuBar()->IsEnabled(static_cast<int>(gui::Action::choose_code)));
    EXPECT_FALSE(frame().tools().button(gui::Action::undo).IsEnabled());
    open_sample();
    EXPECT_TRUE(frame().GetMenuBar()->IsEnabled(static_cast<int>(gui::Action::choose_code)));
}

TEST_F(Start, EveryMenuItemHasAShortcutAndEveryToolAName)
{
    std::size_t items = 0;
    for (const auto& action : gui::actions()) {
        const auto* item = frame().GetMenuBar()->FindItem(static_cast<int>(action.action));
        ASSERT_NE(item, nullptr) << action.label;
        const std::unique_ptr<wxAcceleratorEntry> key(item->GetAccel()); // a new one at each call
        EXPECT_NE(key, nullptr) << action.label;
        ++items;
    }
    EXPECT_GT(items, 30u);
    for (auto* child : frame().tools().GetChildren())
        if (auto* button = dynamic_cast<wxButton*>(child)) EXPECT_NE(gui::accessible_name(button), "");
}

namespace
{

/// The toolkit's own way to sleep does nothing here (main.cpp).
void rest(int milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

bool remembers(const std::filesystem::path& config, const std::string& file)
{
    const auto ini = config / "quipu" / "desktop.ini";
    return std::filesystem::exists(ini) && support::read_file(ini).find(file) != std::string::npos;
}

/// Starts the program, ends it by the signal, and returns its exit code; -1 when it did not end by itself.
int exit_code_after(int signal, const std::filesystem::path& config, const std::string& file)
{
    const auto program = std::string(QUIPU_BIN_DIR) + "/quipu-desktop";
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl(program.c_str(), program.c_str(), file.c_str(), "--lang", "en", nullptr);
        ::_exit(127);
    }
    // Until it waits for the user: it remembers the project when it has opened it.
    for (int i = 0; i < 300 && !remembers(config, file); ++i) rest(50);
    rest(700);
    ::kill(child, signal);
    int status = 0;
    for (int i = 0; i < 100; ++i) {
        if (::waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        rest(50);
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return -1;
}

}

TEST_F(Start, ASignalEndsTheProgramWithoutLoss)
{
    const auto file = make_project("there", fill_with_sample);
    EXPECT_EQ(exit_code_after(SIGTERM, folder_ / "config", file.string()), 0);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "there.quipu-wal"));
}

TEST_F(Start, ACrashLeavesAReportWithoutTextAndTheNextStartSaysSo)
{
    const auto file = make_project("there", fill_with_sample);
    EXPECT_FALSE(gui::untold_crash_report());
    EXPECT_EQ(exit_code_after(SIGSEGV, folder_ / "config", file.string()), -1);
    const auto report = gui::untold_crash_report();
    ASSERT_TRUE(report);
    const auto text = support::read_file(*report);
    EXPECT_NE(text.find("Quipu "), std::string::npos) << text;
    EXPECT_NE(text.find("Stack"), std::string::npos) << text;
    // Whichever thread the signal met.
    EXPECT_NE(text.find("write_crash_report"), std::string::npos) << "the stack has names: " << text;
    for (const auto* word : {"ENTREVISTADORA", "papel", "Path", "there.quipu"})
        EXPECT_EQ(text.find(word), std::string::npos) << word;

    open(file);
    EXPECT_NE(message().find("Its last change is \""), std::string::npos) << message();
    EXPECT_NE(message().find("crashes"), std::string::npos) << message();
    EXPECT_FALSE(gui::untold_crash_report()) << "it is told once";
    EXPECT_EQ(session().documents().size(), 3u);
}
