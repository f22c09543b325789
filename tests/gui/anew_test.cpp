// Another theme and language while one works: every window is made anew, with what it showed.
#include "anew.h"
#include "app.h"
#include "coding/memo.h"
#include "desk.h"
#include "gtk_widgets.h"
#include "import_action.h"
#include "jobs.h"
#include "look.h"
#include "message_bar.h"
#include "preferences.h"
#include "remembered_dialog.h"
#include "shown.h"
#include "text_surface.h"
#include "with_dialog.h"
#include "workbench/tr.h"
#include <atomic>
#include <thread>

using namespace gui_test;

namespace
{

class Anew : public Desk
{
 protected:
    void TearDown() override
    {
        Desk::TearDown();
        gui::use_theme("");
        gui::load_style();
        gui::use_language("en");
    }
    /// Answers two questions of the preferences by keyboard: so many answers further down.
    void prefer(int language, int theme)
    {
        const auto answer = [&](wxDialog& dialog, const char* question, int down) {
            auto* choice = wxWindow::FindWindowByName(gui::shown(workbench::tr(question)), &dialog);
            ASSERT_TRUE(choice) << question;
            choice->SetFocus();
            settle();
            for (int i = 0; i < down; ++i) press(WXK_DOWN);
        };
        with_dialog<gui::RememberedDialog>([&] { press(',', wxMOD_CONTROL); },
                                           [&](gui::RememberedDialog& dialog) {
                                               answer(dialog, "Language", language);
                                               answer(dialog, "Theme", theme);
                                               click(*dialog.FindWindow(wxID_OK));
                                           });
    }
    std::vector<gui::MainFrame*> windows() const
    {
        std::vector<gui::MainFrame*> all;
        for (auto* window : wxTopLevelWindows)
            if (auto* frame = dynamic_cast<gui::MainFrame*>(window); frame && frame->IsShown()) all.push_back(frame);
        return all;
    }
    /// The test goes on at the window that took the place of the one before.
    bool goes_on_in_new_window()
    {
        const auto* old = frame_;
        if (!wait_for([&] { return windows().size() == 1 && windows()[0] != old && windows()[0]->work(); }))
            return false;
        frame_ = windows()[0];
        settle();
        return true;
    }
};

}

TEST_F(Anew, ThemeAndLanguageChangeAtOnceAndWhatWasOpenIsOpen)
{
    open_sample();
    const auto memo = coding::add_memo(project(), {.title = "On paper", .text = "It stays."}).value();
    session().open_object(memo.value);
    press('L', wxMOD_CONTROL | wxMOD_SHIFT);
    press('Q', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return work().book().GetPageCount() == 4; }));
    work().book().turn(2);
    const auto tabs = work().book().keys();
    const int front = work().book().GetSelection();
    const auto place = frame().GetRect();
    ASSERT_FALSE(gui::look::dark());
    prefer(1, 2);
    ASSERT_TRUE(goes_on_in_new_window()) << message();
    EXPECT_EQ(gui::preferences().language, "es");
    EXPECT_TRUE(gui::look::dark());
    EXPECT_LT(work().GetBackgroundColour().GetLuminance(), 0.3);
    EXPECT_EQ(gui::utf8(frame().GetMenuBar()->GetMenuLabelText(0)), "Proyecto");
    EXPECT_EQ(work().book().keys(), tabs);
    EXPECT_EQ(work().book().GetSelection(), front);
    EXPECT_EQ(frame().GetRect(), place);
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return coding::memos(project()).empty(); })) << "the history goes on: " << message();
    prefer(0, 0);
    EXPECT_TRUE(wait_for([&] { return !message().empty(); })) << "nothing has changed: the window stays";
}

TEST_F(Anew, TheSystemsThemeComesBack)
{
    open_sample();
    gui::preferences().theme = "dark";
    ASSERT_TRUE(gui::begin_anew(false));
    ASSERT_TRUE(goes_on_in_new_window());
    EXPECT_TRUE(gui::look::dark());
    gui::preferences().theme = "";
    ASSERT_TRUE(gui::begin_anew(false));
    ASSERT_TRUE(goes_on_in_new_window());
    EXPECT_FALSE(gui::look::dark());
}

TEST_F(Anew, OneReadsOnWhereOneRead)
{
    open(make_project("long", [](workbench::Project& project) {
        std::string text;
        for (int i = 0; i < 200; ++i) text += "ANA: Paragraph " + std::to_string(i) + " of a long talk.\n\n";
        add_interview(project, "Long", text);
    }));
    auto& before = view().transcript().text();
    before.scroll_to(before.scroll().upper / 2);
    settle();
    const auto place = before.in_view();
    ASSERT_GT(place.begin, 1000);
    gui::preferences().theme = "dark";
    ASSERT_TRUE(gui::begin_anew(false));
    ASSERT_TRUE(goes_on_in_new_window());
    EXPECT_TRUE(wait_for([&] {
        const auto seen = view().transcript().text().in_view();
        return seen.begin <= place.begin && place.begin < seen.end;
    })) << view().transcript().text().in_view().begin
        << " instead of " << place.begin;
}

TEST_F(Anew, WorkThatRunsIsNotLost)
{
    open_sample();
    std::atomic<bool> let_go = false;
    work().jobs().start([&](workbench::Progress&) -> gui::Jobs::Show {
        while (!let_go) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return {};
    });
    prefer(0, 2);
    EXPECT_TRUE(wait_for([&] { return message().find("started again") != std::string::npos; })) << message();
    EXPECT_EQ(windows(), std::vector{frame_});
    EXPECT_FALSE(gui::look::dark());
    let_go = true;
    EXPECT_TRUE(wait_for([&] { return !work().jobs().running(); }));
}
