#pragma once
#include "document_view.h"
#include "main_frame.h"
#include "sample.h"
#include "support/corpus.h"
#include "work_area.h"
#include "work_book.h"
#include <functional>
#include <gtest/gtest.h>
#include <stdexcept>
#include <wx/dataview.h>
#include <wx/uiaction.h>

namespace gui_test
{

/// Lets the window work until `condition` holds; false when it does not within `milliseconds`.
bool wait_for(const std::function<bool()>& condition, int milliseconds = 4000);
/// Lets it work until it has nothing to do.
void settle();

/// A test at the window: a folder of its own, a frame, and a user's hands. The small sample is open unless the test
/// asks for the start page.
class Desk : public ::testing::Test
{
 protected:
    void SetUp() override;
    void TearDown() override;

    void open_sample();
    void open(const std::filesystem::path& project);
    std::filesystem::path make_project(const std::string& name, const std::function<void(workbench::Project&)>& fill);

    gui::MainFrame& frame() { return *frame_; }
    gui::WorkArea& work() { return *frame_->work(); }
    gui::Session& session() { return work().session(); }
    workbench::Project& project() { return session().project(); }
    gui::DocumentView& view();
    /// The tab in front, which the test knows to be of that kind.
    template <class View>
    View& front()
    {
        auto* page = dynamic_cast<View*>(work().book().GetCurrentPage());
        if (!page) throw std::runtime_error("another tab is in front");
        return *page;
    }
    std::string message();

    void press(int key, int modifiers = 0);
    void type(const std::string& ascii);
    /// The pointer, to a place of the screen.
    void move(wxPoint screen);
    /// With the left button, from one place of the screen to another.
    void drag(wxPoint from, wxPoint to);
    /// In steps, as a hand does: a list asks on the way whether it may be dropped there.
    void drag_in_steps(wxPoint from, wxPoint to);
    void click(wxWindow& window);
    void click(wxWindow& window, wxPoint at);
    void click_with_control(wxPoint screen);
    void double_click(wxWindow& window, wxPoint at);
    /// The middle of a row of a tree or list.
    wxPoint middle_of(wxDataViewCtrl& list, const wxDataViewItem& item);
    /// Opens a document and selects a quote in it, the keyboard's focus in the text.
    void select(const std::string& document, const std::string& quote);
    /// "E1 0:5 Path" for each coding, in the order of the project.
    std::vector<std::string> codings();
    std::vector<std::string> codings_of(const std::string& quote);

    support::TempFolder folder_;
    gui::MainFrame* frame_ = nullptr;
    wxUIActionSimulator hands_;
};

}
