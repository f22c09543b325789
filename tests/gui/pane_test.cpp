// Panels that dock, float and hide, and are found again.
#include "code_panel.h"
#include "desk.h"
#include "gtk_widgets.h"
#include "menu_bar.h"
#include "pane.h"
#include "panes.h"
#include "preferences.h"
#include "quotation_panel.h"
#include "search_panel.h"
#include "shown.h"
#include <fstream>
#include <set>
#include <sstream>

using namespace gui_test;

namespace
{

class Pane : public Desk
{
 protected:
    gui::Panes& panes() { return work().panes(); }
    wxWindow& codes() { return work().codes(); }
    wxWindow& text() { return work().book(); }

    /// The project closed and opened again, the preferences read anew: as after another start.
    void start_again()
    {
        const auto file = project().path();
        frame().close_project();
        settle();
        gui::load_preferences();
        open(file);
    }
    std::string kept()
    {
        std::ostringstream all;
        all << std::ifstream(folder_ / "config" / "quipu" / "desktop.ini").rdbuf();
        return all.str();
    }
};

std::string gone(const std::string& text, const std::string& what, const std::string& with)
{
    std::string changed = text;
    for (auto at = changed.find(what); at != std::string::npos; at = changed.find(what, at + with.size()))
        changed.replace(at, what.size(), with);
    return changed;
}

}

TEST_F(Pane, StandRoundTheTextAtFirst)
{
    open_sample();
    const auto middle = text().GetScreenRect();
    EXPECT_LE(work().side().documents().GetScreenRect().GetRight(), middle.x);
    EXPECT_LE(work().side().memos().GetScreenRect().GetRight(), middle.x);
    EXPECT_GE(codes().GetScreenRect().x, middle.GetRight());
    EXPECT_GT(work().quotations().GetScreenRect().y, codes().GetScreenRect().y);
    EXPECT_GT(middle.width, 600);
    EXPECT_FALSE(panes().is_shown("results"));
}

TEST_F(Pane, AreHiddenAndShownFromTheMenu)
{
    open_sample();
    const int item = gui::MenuBar::id_of_pane("codes");
    EXPECT_TRUE(frame().GetMenuBar()->IsChecked(item));
    const int before = text().GetSize().x;
    wxCommandEvent chosen(wxEVT_MENU, item);
    chosen.SetInt(0);
    frame().GetEventHandler()->ProcessEvent(chosen);
    ASSERT_TRUE(wait_for([&] { return !codes().IsShownOnScreen(); }));
    EXPECT_FALSE(frame().GetMenuBar()->IsChecked(item));
    panes().show("quotations", false);
    EXPECT_TRUE(wait_for([&] { return text().GetSize().x > before + 200; })) << "the text takes the room";
    press('3', wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return codes().IsShownOnScreen() && work().codes().tree().HasFocus(); }))
        << "who goes to the codes finds them";
    EXPECT_TRUE(frame().GetMenuBar()->IsChecked(item));
}

TEST_F(Pane, AreDraggedByTheirHeadsAndDockAgain)
{
    open_sample();
    const auto from = codes().ClientToScreen(wxPoint(60, 14));
    hands_.MouseMove(from);
    settle();
    hands_.MouseDown();
    settle();
    for (int i = 1; i <= 6; ++i) {
        hands_.MouseMove(from.x - 40 * i, from.y + 30 * i);
        settle();
    }
    hands_.MouseUp();
    ASSERT_TRUE(wait_for([&] { return panes().is_floating("codes"); }));
    EXPECT_TRUE(codes().IsShownOnScreen());
    EXPECT_NE(wxGetTopLevelParent(&codes()), &frame());
    panes().set_floating("codes", false);
    ASSERT_TRUE(wait_for([&] { return wxGetTopLevelParent(&codes()) == &frame(); }));
    EXPECT_GE(codes().GetScreenRect().x, text().GetScreenRect().GetRight());
}

TEST_F(Pane, AFloatingPanelHearsTheMenusKeysAndGoesWithTheProject)
{
    open_sample();
    panes().set_floating("codes", true);
    ASSERT_TRUE(wait_for([&] { return wxGetTopLevelParent(&codes()) != &frame() && codes().IsShownOnScreen(); }));
    frame().close_project();
    settle();
    EXPECT_EQ(frame().work(), nullptr);
}

TEST_F(Pane, MoveToAnotherSide)
{
    open_sample();
    panes().dock("codes", gui::Side::left);
    EXPECT_TRUE(wait_for([&] { return codes().GetScreenRect().GetRight() <= text().GetScreenRect().x; }));
    panes().dock("codes", gui::Side::bottom);
    EXPECT_TRUE(wait_for([&] { return codes().GetScreenRect().y >= text().GetScreenRect().GetBottom(); }));
}

TEST_F(Pane, AreFoundAgainAfterTheNextStart)
{
    open_sample();
    panes().dock("codes", gui::Side::left);
    panes().show("cases", false);
    settle();
    start_again();
    EXPECT_TRUE(wait_for([&] { return codes().GetScreenRect().GetRight() <= text().GetScreenRect().x; }));
    EXPECT_FALSE(panes().is_shown("cases"));
    EXPECT_TRUE(panes().is_shown("memos"));
}

TEST_F(Pane, AWorkAreaIsEnteredInOneStepAndRemembered)
{
    open_sample();
    press('3', wxMOD_CONTROL | wxMOD_ALT);
    ASSERT_TRUE(wait_for([&] { return panes().area() == gui::Area::numbers; }));
    EXPECT_TRUE(wait_for([&] { return !codes().IsShownOnScreen() && work().side().numbers().IsShownOnScreen(); }));
    EXPECT_TRUE(frame().GetMenuBar()->IsChecked(static_cast<int>(gui::Action::area_numbers)));
    panes().show("memos");
    press('1', wxMOD_CONTROL | wxMOD_ALT);
    ASSERT_TRUE(wait_for([&] { return codes().IsShownOnScreen(); }));
    press('3', wxMOD_CONTROL | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return !codes().IsShownOnScreen() && panes().is_shown("memos"); }))
        << "each area keeps its own arrangement";
    start_again();
    EXPECT_EQ(panes().area(), gui::Area::numbers);
    EXPECT_TRUE(panes().is_shown("memos"));
}

TEST_F(Pane, ALayoutIsReset)
{
    open_sample();
    const auto before = codes().GetScreenRect();
    panes().dock("codes", gui::Side::bottom);
    panes().show("quotations", false);
    settle();
    press('0', wxMOD_CONTROL | wxMOD_ALT);
    ASSERT_TRUE(wait_for([&] { return codes().GetScreenRect() == before; }));
    EXPECT_TRUE(work().quotations().IsShownOnScreen());
}

TEST_F(Pane, WhatIsKeptInAnOldWayOrBrokenIsThrownAway)
{
    open_sample();
    panes().show("codes", false);
    const auto file = project().path();
    frame().close_project();
    settle();
    const auto now = kept();
    const auto ini = folder_ / "config" / "quipu" / "desktop.ini";
    ASSERT_NE(now.find("layout-1"), std::string::npos) << now;

    std::ofstream(ini) << gone(now, "[layout-1]", "[layout-0]");
    gui::load_preferences();
    open(file);
    EXPECT_TRUE(panes().is_shown("codes"));
    frame().close_project();
    settle();
    EXPECT_EQ(kept().find("layout-0"), std::string::npos);

    std::ofstream(ini) << gone(now, "layout2|", "nonsense|");
    gui::load_preferences();
    open(file);
    EXPECT_TRUE(panes().is_shown("codes"));
}

TEST_F(Pane, APanelThatCameLaterStandsWhereItBelongs)
{
    open_sample();
    const auto file = project().path();
    frame().close_project();
    settle();
    // As if kept by a program that had no panel of codes yet.
    const auto ini = folder_ / "config" / "quipu" / "desktop.ini";
    const auto now = kept();
    std::ofstream(ini) << gone(now, "name=codes;", "name=elders;");
    gui::load_preferences();
    open(file);
    EXPECT_TRUE(wait_for([&] { return codes().IsShownOnScreen(); }));
    EXPECT_GE(codes().GetScreenRect().x, text().GetScreenRect().GetRight());
}

TEST_F(Pane, EveryOneHasItsMenuAndAName)
{
    open_sample();
    for (const auto& pane : gui::pane_table()) {
        const auto* item = frame().GetMenuBar()->FindItem(gui::MenuBar::id_of_pane(pane.id));
        ASSERT_NE(item, nullptr) << pane.id;
        EXPECT_FALSE(item->GetItemLabelText().empty()) << pane.id;
        EXPECT_NE(panes().window(pane.id), nullptr) << pane.id;
    }
}

TEST_F(Pane, AreAllReachedByOneKey)
{
    open_sample();
    for (const auto key : {'1', '2', '3', '4', '5'}) {
        press(key, wxMOD_CONTROL | wxMOD_ALT);
        settle();
        std::set<std::string> wanted{"the middle"}, reached;
        for (const auto& info : gui::pane_table())
            if (panes().is_shown(info.id)) wanted.insert(info.id);
        const auto where = [&]() -> std::string {
            auto* focus = wxWindow::FindFocus();
            for (const auto& info : gui::pane_table())
                if (auto* panel = panes().window(info.id); panel && panel->IsDescendant(focus)) return info.id;
            return work().book().IsDescendant(focus) ? "the middle" : "nowhere";
        };
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto before = where();
            press(WXK_F6);
            EXPECT_TRUE(wait_for([&] { return where() != before; })) << "stays in " << before;
            reached.insert(where());
        }
        EXPECT_EQ(reached, wanted) << "in work area " << key;
        const auto last = where();
        press(WXK_F6, wxMOD_SHIFT);
        EXPECT_TRUE(wait_for([&] { return where() != last; }));
        press(WXK_F6);
        EXPECT_TRUE(wait_for([&] { return where() == last; })) << "there and back";
    }
}
