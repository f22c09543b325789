// The history beside the text: what was done, and going back.
#include "code_panel.h"
#include "desk.h"
#include "history_panel.h"
#include "menu_bar.h"
#include "panes.h"
#include "shown.h"
#include "workbench/history.h"
#include <wx/msgdlg.h>
#include <wx/testing.h>

using namespace gui_test;

namespace
{

class Past : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        press('5', wxMOD_ALT);
        ASSERT_TRUE(wait_for([&] { return panel().IsShownOnScreen() && panel().list().HasFocus(); }));
    }
    gui::HistoryPanel& panel() { return work().history(); }
    std::string cell(unsigned row, unsigned column)
    {
        wxVariant value;
        panel().model().GetValueByRow(value, row, column);
        return gui::utf8(value.GetString());
    }
    bool struck(unsigned row)
    {
        wxDataViewItemAttr attr;
        return panel().model().GetAttrByRow(row, 1, attr) && attr.GetStrikethrough();
    }
    void choose(unsigned row) { panel().list().Select(panel().model().GetItem(row)); }
    coding::CodeId add(const std::string& path) { return coding::add_code(project(), {.path = path}).value(); }
    std::size_t rows() { return panel().model().size(); }
};

}

TEST_F(Past, ListsEveryChangeTheNewestFirst)
{
    const auto before = rows();
    EXPECT_EQ(before, workbench::history(project()).size());
    add("Trust");
    ASSERT_TRUE(wait_for([&] { return rows() == before + 1; }));
    EXPECT_NE(cell(0, 1).find("Trust"), std::string::npos) << cell(0, 1);
    EXPECT_EQ(cell(0, 2), "RM");
    EXPECT_EQ(cell(0, 0).size(), 5u) << "the hour, for it was today";
}

TEST_F(Past, StrikesOutWhatIsTakenBack)
{
    add("Trust");
    press('Z', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return struck(1); }));
    EXPECT_FALSE(struck(0));
    EXPECT_NE(cell(1, 1).find("\u21B6"), std::string::npos) << "a sign beside the line";
    press('Z', wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return !struck(2) && struck(1); }));
}

TEST_F(Past, TakesBackAnyOneChangeAndMakesItAgain)
{
    const auto before = session().codes().size();
    add("Trust");
    add("Fear");
    ASSERT_TRUE(wait_for([&] { return cell(1, 1).find("Trust") != std::string::npos; }));
    choose(1);
    panel().turn_chosen();
    ASSERT_TRUE(wait_for([&] { return struck(2); }));
    EXPECT_EQ(session().codes().size(), before + 1) << "the other stays";
    choose(2);
    panel().turn_chosen();
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == before + 2; }));
}

TEST_F(Past, AsksBeforeItTakesBackWhatStandsOnAChange)
{
    const auto before = session().codes().size();
    add("Trust");
    add("Trust/Of neighbours");
    ASSERT_TRUE(wait_for([&] { return cell(0, 1).find("neighbours") != std::string::npos; }));
    choose(1);
    wxTEST_DIALOG(panel().turn_chosen(), wxExpectModal<wxMessageDialog>(wxID_CANCEL));
    EXPECT_EQ(session().codes().size(), before + 2);
    choose(1);
    wxTEST_DIALOG(panel().turn_chosen(), wxExpectModal<wxMessageDialog>(wxID_OK));
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == before; })) << message();
}

TEST_F(Past, GoesBackToAMoment)
{
    const auto codes = session().codes().size();
    add("Trust");
    add("Fear");
    add("Hope");
    ASSERT_TRUE(wait_for([&] { return cell(2, 1).find("Trust") != std::string::npos; }));
    choose(2);
    panel().go_back_to_chosen();
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == codes + 1; })) << message();
}

TEST_F(Past, UndoAndRedoAreNamedInTheMenu)
{
    const auto label = [&](gui::Action action) {
        return gui::utf8(frame().GetMenuBar()->FindItem(static_cast<int>(action))->GetItemLabelText());
    };
    add("Cost & time");
    ASSERT_TRUE(wait_for([&] { return label(gui::Action::undo).find("Cost & time") != std::string::npos; }))
        << label(gui::Action::undo);
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return label(gui::Action::redo).find("Cost & time") != std::string::npos; }))
        << label(gui::Action::redo);
}

TEST_F(Past, IsReadAgainWhenItIsShownAgain)
{
    work().panes().show("history", false);
    add("Trust");
    work().panes().show("history");
    EXPECT_TRUE(wait_for([&] { return cell(0, 1).find("Trust") != std::string::npos; }));
}
