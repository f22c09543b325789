// Several windows on one project, its backups, and what is preferred.
#include "backup_dialog.h"
#include "code_panel.h"
#include "desk.h"
#include "dialogs.h"
#include "look.h"
#include "message_bar.h"
#include "preferences.h"
#include "shown.h"
#include "workbench/copy.h"
#include <cstdlib>
#include <wx/combobox.h>
#include <wx/filedlg.h>
#include <wx/testing.h>

using namespace gui_test;

namespace
{

class Windows : public Desk
{
 protected:
    gui::MainFrame* other()
    {
        for (auto* window : wxTopLevelWindows)
            if (auto* frame = dynamic_cast<gui::MainFrame*>(window); frame && frame != &this->frame()) return frame;
        return nullptr;
    }
    void open_second()
    {
        press('W', wxMOD_CONTROL | wxMOD_ALT);
        ASSERT_TRUE(wait_for([&] { return other() && other()->work(); })) << message();
    }
    void TearDown() override
    {
        if (auto* second = other()) second->Close(true);
        Desk::TearDown();
    }
};

/// Answers a dialog by what `act` does to it; `act` gives the answer.
class Answer : public wxExpectModalBase<wxDialog, Answer>
{
 public:
    explicit Answer(std::function<int(wxDialog&)> act) : act_(std::move(act)) {}

 protected:
    int OnInvoked(wxDialog* dialog) const override { return act_(*dialog); }

 private:
    std::function<int(wxDialog&)> act_;
};

template <class Control>
Control* find(wxWindow& in, const std::string& name)
{
    for (auto* child : in.GetChildren()) {
        auto* control = dynamic_cast<Control*>(child);
        if (control && gui::utf8(control->GetName()) == name) return control;
        if (auto* found = find<Control>(*child, name)) return found;
    }
    return nullptr;
}

}

TEST_F(Windows, TwoOnOneProjectAgreeAtOnce)
{
    open_sample();
    open_second();
    const auto codes = session().codes().size();
    (void)coding::add_code(project(), {.path = "Trust"}).value();
    EXPECT_TRUE(wait_for([&] { return other()->work()->session().codes().size() == codes + 1; }));
    auto& second = other()->work()->session();
    (void)coding::add_code(second.project(), {.path = "Fear"}).value();
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == codes + 2; }));
    frame().act(gui::Action::undo);
    EXPECT_TRUE(wait_for([&] { return second.codes().size() == codes + 1; })) << message();
}

TEST_F(Windows, OneIsClosedAndTheOtherGoesOn)
{
    open_sample();
    open_second();
    other()->Close(true);
    ASSERT_TRUE(wait_for([&] { return !other(); }));
    const auto codes = session().codes().size();
    (void)coding::add_code(project(), {.path = "Trust"}).value();
    EXPECT_EQ(session().codes().size(), codes + 1);
}

TEST_F(Windows, BackupsAreListedAndOneOpensAsACopy)
{
    open_sample();
    ASSERT_TRUE(workbench::back_up(project(), "test"));
    const auto known = gui::backups_of(session());
    ASSERT_FALSE(known.empty());
    EXPECT_GT(known[0].bytes, 10000u);
    const auto copy = folder_ / "again.quipu";
    wxTEST_DIALOG(frame().act(gui::Action::backups), Answer([&](wxDialog& dialog) {
                      auto* list = find<wxDataViewListCtrl>(dialog, "Backups");
                      EXPECT_TRUE(list && list->GetItemCount() == static_cast<int>(known.size()));
                      EXPECT_EQ(dialog.GetEscapeId(), wxID_CANCEL);
                      wxDataViewEvent open(wxEVT_DATAVIEW_ITEM_ACTIVATED, list, list->RowToItem(0));
                      list->ProcessWindowEvent(open);
                      return wxID_OK;
                  }),
                  wxExpectModal<wxFileDialog>(gui::shown(copy.string())));
    ASSERT_TRUE(wait_for([&] { return frame().work() && project().path() == copy; })) << message();
    EXPECT_EQ(session().documents().size(), 3u);
    EXPECT_TRUE(std::filesystem::exists(folder_ / "sample.quipu")) << "the project stays as it is";
}

TEST_F(Windows, PreferencesAreTakenOver)
{
    wxTEST_DIALOG(gui::ask_preferences(&frame()), Answer([&](wxDialog& dialog) {
                      auto* face = find<wxComboBox>(dialog, "Font of the text");
                      auto* folder = find<wxTextCtrl>(dialog, "Folder of the backups");
                      EXPECT_TRUE(face && folder);
                      if (!face || !folder) return static_cast<int>(wxID_CANCEL);
                      face->SetValue("DejaVu Sans");
                      folder->SetValue(gui::shown(folder_.path().string()));
                      return static_cast<int>(wxID_OK);
                  }));
    gui::load_preferences();
    EXPECT_EQ(gui::preferences().reading_face, "DejaVu Sans");
    EXPECT_EQ(gui::look::reading(12).GetFaceName(), "DejaVu Sans");
    EXPECT_STREQ(std::getenv("QUIPU_BACKUPS"), folder_.path().c_str());
    gui::preferences() = {};
    gui::save_preferences();
    gui::use_backup_folder();
}

TEST_F(Windows, AWrongAnswerIsSaidBesideItsField)
{
    wxTEST_DIALOG(gui::ask_preferences(&frame()), Answer([&](wxDialog& dialog) {
                      auto* folder = find<wxTextCtrl>(dialog, "Folder of the backups");
                      EXPECT_NE(folder, nullptr);
                      folder->SetValue("/no/such/folder");
                      wxCommandEvent pressed(wxEVT_BUTTON, wxID_OK);
                      dialog.GetEventHandler()->ProcessEvent(pressed);
                      bool said = false;
                      for (auto* child : dialog.GetChildren())
                          said = said || (child->IsShown() && child->GetLabel().Contains("/no/such/folder"));
                      EXPECT_TRUE(said);
                      return static_cast<int>(wxID_CANCEL);
                  }));
    EXPECT_EQ(gui::preferences().backup_folder, "");
}

TEST_F(Windows, ADialogHasItsSizeAgain)
{
    for (int i = 0; i < 2; ++i)
        wxTEST_DIALOG(gui::show_shortcuts(&frame()), Answer([&](wxDialog& dialog) {
                          if (i == 0) dialog.SetSize(777, 444);
                          EXPECT_EQ(dialog.GetSize(), wxSize(777, 444));
                          return static_cast<int>(wxID_OK);
                      }));
}
