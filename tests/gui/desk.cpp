#include "desk.h"
#include "code_panel.h"
#include "coding/coding.h"
#include "message_bar.h"
#include "preferences.h"
#include "shown.h"
#include "text_surface.h"
#include <chrono>
#include <cstdlib>
#include <gtk/gtk.h>
#include <thread>
#include <wx/wx.h>
// Its short names would stand in the way of the headers above.
#include <X11/Xlib.h>

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
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
    }
    return condition();
}

void settle()
{
    const auto begin = Clock::now();
    for (int quiet = 0; quiet < 3 || Clock::now() - begin < std::chrono::milliseconds(10);) {
        quiet = wxTheApp->Pending() ? 0 : quiet + 1;
        work_off();
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        if (Clock::now() - begin > std::chrono::milliseconds(1500)) return;
    }
}

namespace
{

/// What came back from the screen of that which the hands did: on a busy machine it comes late.
struct Arrived {
    int keys = 0, buttons = 0; ///< released
};
Arrived arrived;

GdkFilterReturn count_input(GdkXEvent* from_screen, GdkEvent*, gpointer)
{
    const auto* event = static_cast<const XEvent*>(from_screen);
    // The newer way of sending input has the same numbers in another place.
    const int type = event->type == GenericEvent ? event->xcookie.evtype : event->type;
    if (type == KeyRelease) ++arrived.keys;
    if (type == ButtonRelease) ++arrived.buttons;
    return GDK_FILTER_CONTINUE;
}

/// Does it and waits until so many keys were let go in the window.
void with_keys(int keys, const std::function<void()>& act)
{
    const int before = arrived.keys;
    act();
    wait_for([&] { return arrived.keys >= before + keys; });
    settle();
}

void with_buttons(int clicks, const std::function<void()>& act)
{
    const int before = arrived.buttons;
    act();
    wait_for([&] { return arrived.buttons >= before + clicks; });
    settle();
}

}

void Desk::SetUp()
{
    ::setenv("XDG_CONFIG_HOME", (folder_ / "config").c_str(), 1);
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    gdk_window_add_filter(nullptr, count_input, nullptr);
    gui::load_preferences();
    gui::preferences().asked_coder = "RM";
    frame_ = new gui::MainFrame;
    frame_->SetSize(0, 0, 1400, 900);
    frame_->Show();
    frame_->Raise();
    ASSERT_TRUE(wait_for([&] { return frame_->IsShownOnScreen() && frame_->GetClientSize().x > 1000; }));
    move({700, 450}); // keys go to the window below the pointer
}

void Desk::TearDown()
{
    if (frame_) {
        frame_->Close(true);
        settle();
    }
    gdk_window_remove_filter(nullptr, count_input, nullptr);
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
    const int keys =
        1 + ((modifiers & wxMOD_CONTROL) != 0) + ((modifiers & wxMOD_SHIFT) != 0) + ((modifiers & wxMOD_ALT) != 0);
    with_keys(keys, [&] { hands_.Char(key, modifiers); });
}

void Desk::type(const std::string& ascii)
{
    with_keys(static_cast<int>(ascii.size()), [&] { hands_.Text(ascii.c_str()); });
}

void Desk::move(wxPoint screen)
{
    hands_.MouseMove(screen);
    wait_for([&] { return wxGetMousePosition() == screen; });
    settle();
}

void Desk::click(wxWindow& window)
{
    const auto size = window.GetSize();
    click(window, {size.x / 2, size.y / 2});
}

void Desk::click(wxWindow& window, wxPoint at)
{
    move(window.ClientToScreen(at));
    with_buttons(1, [&] { hands_.MouseClick(); });
}

void Desk::click_with_control(wxPoint screen)
{
    move(screen);
    hands_.KeyDown(WXK_CONTROL, wxMOD_CONTROL);
    settle();
    hands_.MouseClick();
    settle();
    hands_.KeyUp(WXK_CONTROL, wxMOD_CONTROL);
    settle();
}

void Desk::double_click(wxWindow& window, wxPoint at)
{
    move(window.ClientToScreen(at));
    with_buttons(2, [&] { hands_.MouseDblClick(); });
}

void Desk::drag(wxPoint from, wxPoint to)
{
    move(from);
    hands_.MouseDown();
    settle();
    move({(from.x + to.x) / 2, (from.y + to.y) / 2});
    move(to);
    with_buttons(1, [&] { hands_.MouseUp(); });
}

void Desk::drag_in_steps(wxPoint from, wxPoint to)
{
    move(from);
    hands_.MouseDown();
    settle();
    for (int step = 1; step <= 8; ++step) move(from + (to - from) * step / 8);
    hands_.MouseUp();
    settle();
}

wxPoint Desk::middle_of(wxDataViewCtrl& list, const wxDataViewItem& item)
{
    list.EnsureVisible(item);
    wxPoint middle;
    // A list that was filled this moment has no rows on the screen yet.
    const auto stands = [&] {
        const auto row = list.GetItemRect(item, list.GetColumn(0));
        middle = {row.x + std::min(60, row.width / 2), row.y + row.height / 2};
        wxDataViewItem hit;
        wxDataViewColumn* column = nullptr;
        list.HitTest(middle, hit, column);
        return row.height > 0 && hit == item;
    };
    wait_for(stands, 1000);
    settle();
    stands();
    return middle;
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
