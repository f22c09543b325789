#include "desk.h"
#include "code_panel.h"
#include "coding/coding.h"
#include "message_bar.h"
#include "preferences.h"
#include "shown.h"
#include "text_surface.h"
#include "work_book.h"
#include <chrono>
#include <cstdlib>
#include <wx/wx.h>

namespace gui_test
{

namespace
{

using Clock = std::chrono::steady_clock;

void work_off()
{
    wxTheApp->Yield(true);
    wxTheApp->ProcessIdle();
}

}

bool wait_for(const std::function<bool()>& condition, int milliseconds)
{
    const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
    while (!condition() && Clock::now() < end) {
        work_off();
        wxMilliSleep(4);
    }
    return condition();
}

void settle()
{
    const auto begin = Clock::now();
    // On a busy machine what is to be drawn comes late: a moment of quiet counts, not a time.
    for (int quiet = 0; quiet < 5 || Clock::now() - begin < std::chrono::milliseconds(30);) {
        quiet = wxTheApp->Pending() ? 0 : quiet + 1;
        work_off();
        wxMilliSleep(4);
        if (Clock::now() - begin > std::chrono::milliseconds(1500)) return;
    }
}

void Desk::SetUp()
{
    ::setenv("XDG_CONFIG_HOME", (folder_ / "config").c_str(), 1);
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    gui::load_preferences();
    gui::preferences().asked_coder = "RM";
    frame_ = new gui::MainFrame;
    frame_->SetSize(0, 0, 1400, 900);
    frame_->Show();
    frame_->Raise();
    ASSERT_TRUE(wait_for([&] { return frame_->IsShownOnScreen() && frame_->GetClientSize().x > 1000; }));
    hands_.MouseMove(700, 450); // keys go to the window below the pointer
    settle();
}

void Desk::TearDown()
{
    if (frame_) {
        frame_->Close(true);
        settle();
    }
}

std::filesystem::path Desk::make_project(const std::string& name, const std::function<void(workbench::Project&)>& fill)
{
    const auto file = folder_ / (name + ".quipu");
    auto made = workbench::Project::create(file, name, "es");
    if (!made) throw std::runtime_error(made.error().detail);
    made->set_coder("RM");
    fill(*made);
    return file;
}

void Desk::open(const std::filesystem::path& project)
{
    ASSERT_TRUE(frame_->open_project(project)) << message();
    settle();
}

void Desk::open_sample()
{
    open(make_project("sample", fill_with_sample));
}

gui::DocumentView& Desk::view()
{
    auto* found = work().book().document_view();
    if (!found) throw std::runtime_error("no document is in front");
    return *found;
}

std::string Desk::message()
{
    return gui::utf8(frame_->messages().said());
}

void Desk::press(int key, int modifiers)
{
    hands_.Char(key, modifiers);
    settle();
}

void Desk::type(const std::string& ascii)
{
    hands_.Text(ascii.c_str());
    settle();
}

void Desk::click(wxWindow& window)
{
    const auto size = window.GetSize();
    click(window, {size.x / 2, size.y / 2});
}

void Desk::click(wxWindow& window, wxPoint at)
{
    hands_.MouseMove(window.ClientToScreen(at));
    settle();
    hands_.MouseClick();
    settle();
}

void Desk::double_click(wxWindow& window, wxPoint at)
{
    hands_.MouseMove(window.ClientToScreen(at));
    settle();
    hands_.MouseDblClick();
    settle();
}

wxPoint Desk::middle_of(wxDataViewCtrl& list, const wxDataViewItem& item)
{
    list.EnsureVisible(item);
    settle();
    const auto row = list.GetItemRect(item, list.GetColumn(0));
    return {row.x + std::min(60, row.width / 2), row.y + row.height / 2};
}

void Desk::select(const std::string& name, const std::string& quote)
{
    const auto span = place(project(), name, quote);
    work().book().show_document({document(project(), name)});
    settle();
    view().transcript().text().SetFocus();
    view().transcript().text().select(span);
    settle();
}

std::vector<std::string> Desk::codings()
{
    std::vector<std::string> found;
    for (const auto& coding : coding::codings(project()))
        found.push_back(coding.document_name + " " + std::to_string(coding.span->begin) + ":" +
                        std::to_string(coding.span->end) + " " + coding.code);
    return found;
}

std::vector<std::string> Desk::codings_of(const std::string& quote)
{
    std::vector<std::string> found;
    for (const auto& coding : coding::codings(project()))
        if (coding.span && workbench::slice(project(), coding.document, *coding.span) == quote)
            found.push_back(coding.code);
    return found;
}

}
