#include "traveller.h"
#include "app.h"
#include "code_panel.h"
#include "document_panel.h"
#include "screen.h"
#include "shown.h"
#include "side_bar.h"
#include "text_surface.h"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <gtk/gtk.h>
#include <wx/clipbrd.h>
#include <wx/timer.h>

namespace gui_test
{
namespace
{

std::string wish(const char* name, const std::string& otherwise)
{
    const char* said = std::getenv(name);
    return said && *said ? said : otherwise;
}

GtkWidget* open_file_dialog()
{
    GtkWidget* found = nullptr;
    auto* windows = gtk_window_list_toplevels();
    for (auto* one = windows; one; one = one->next)
        if (GTK_IS_FILE_CHOOSER(one->data) && gtk_widget_get_mapped(GTK_WIDGET(one->data)))
            found = GTK_WIDGET(one->data);
    g_list_free(windows);
    return found;
}

}

void Traveller::SetUp()
{
    gui::use_language("es");
    Desk::SetUp();
    pictures_ = wish("QUIPU_PICTURES", (folder_ / "pictures").string());
    std::filesystem::create_directories(pictures_);
    const int width = std::stoi(wish("QUIPU_WIDTH", "1400"));
    frame().SetSize(0, 0, width, width < 1200 ? 700 : 900);
    settle();
}

void Traveller::TearDown()
{
    Desk::TearDown();
    gui::use_language("en");
}

// Where the pointer is there would be a tip, of whatever lies below it.
void Traveller::be_still()
{
    move({frame().GetSize().x - 40, frame().GetSize().y - 3});
    settle();
}

void Traveller::picture(const std::string& name)
{
    be_still();
    const auto file = pictures_ / fmt::format("{:02}-{}.png", ++taken_, name);
    EXPECT_TRUE(save_screen(file)) << file;
    EXPECT_GT(std::filesystem::file_size(file), 10000u) << "there is something to see in " << file;
}

void Traveller::picture_with(wxWindow& dialog, const std::string& name)
{
    picture(name);
    move(dialog.ClientToScreen(wxPoint(dialog.GetClientSize().x / 2, 6))); // keys go to the window below the pointer
}

void Traveller::picture_of(const wxWindow& area, const std::string& name)
{
    be_still();
    const auto file = pictures_ / (name + ".png");
    EXPECT_TRUE(save_screen(file, area.GetScreenRect())) << file;
}

void Traveller::write(const std::string& text)
{
    if (std::ranges::all_of(text, [](char c) { return c == ' ' || (c > ' ' && c < 127); })) {
        type(text);
        return;
    }
    ASSERT_TRUE(wxTheClipboard->Open());
    wxTheClipboard->SetData(new wxTextDataObject(gui::shown(text)));
    wxTheClipboard->Close();
    press('V', wxMOD_CONTROL);
}

void Traveller::choose_file(const std::function<void()>& ask, const std::filesystem::path& file)
{
    // The dialog is the toolkit's and waits for its user inside the gesture, so the answer comes by a clock.
    bool answered = false;
    wxTimer clock;
    clock.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        auto* dialog = open_file_dialog();
        if (!dialog) return;
        clock.Stop();
        int x = 0, y = 0;
        gdk_window_get_origin(gtk_widget_get_window(dialog), &x, &y);
        move({x + gtk_widget_get_allocated_width(dialog) / 2, y + 4}); // keys go to the window below the pointer
        // The name may be marked already; a slash opens the line for the path where there is none.
        press('A', wxMOD_CONTROL);
        type(file.string());
        press(WXK_RETURN);
        answered = wait_for([&] { return open_file_dialog() != dialog; });
        if (!answered) gtk_dialog_response(GTK_DIALOG(dialog), GTK_RESPONSE_CANCEL);
    });
    clock.Start(30);
    ask();
    EXPECT_TRUE(wait_for([&] { return answered; })) << "the question for a file did not come, or stays";
    settle();
}

void Traveller::open_document(const std::string& name)
{
    auto& panel = work().side().documents();
    click(panel.tree(), middle_of(panel.tree(), panel.item_of(document(project(), name))));
    ASSERT_TRUE(wait_for([&] {
        auto* front = work().book().document_view();
        return front && front->document() == document(project(), name);
    }));
}

workbench::Span Traveller::place_of(const std::string& quote)
{
    return coding::find_text(project(), view().document(), quote).value();
}

void Traveller::draw_over(const std::string& quote)
{
    auto& text = view().transcript().text();
    const auto span = place_of(quote);
    text.reveal(span);
    settle();
    drag(text.ClientToScreen(text.point_of(span.begin) + wxPoint(1, 10)),
         text.ClientToScreen(text.point_of(span.end) + wxPoint(0, 10)));
    ASSERT_TRUE(wait_for([&] { return view().selected_text() == quote; })) << view().selected_text();
}

wxPoint Traveller::row_of(const std::string& path)
{
    auto& tree = work().codes().tree();
    return middle_of(tree, work().codes().model().item_of(code(project(), path)));
}

void Traveller::choose_by_arrows(wxChoice& choice, const std::string& begin)
{
    choice.SetFocus();
    press(WXK_HOME);
    for (unsigned i = 0; i < choice.GetCount() && !choice.GetStringSelection().StartsWith(gui::shown(begin)); ++i)
        press(WXK_DOWN);
    ASSERT_TRUE(choice.GetStringSelection().StartsWith(gui::shown(begin)))
        << begin << ": " << choice.GetStringSelection();
}

void Traveller::choose(gui::ChoiceButton& button, const std::string& letters)
{
    button.SetFocus();
    settle();
    press(WXK_SPACE);
    const auto open = [&] { return gui::Chooser::open_in(&button); };
    ASSERT_TRUE(wait_for([&] { return open() != nullptr; }));
    write(letters);
    ASSERT_TRUE(wait_for([&] { return open() && !open()->offered().empty(); })) << letters;
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return open() == nullptr && button.chosen(); })) << letters;
}

void Traveller::write_in(wxWindow& field, const std::string& text)
{
    click(field);
    ASSERT_TRUE(wait_for([&] { return field.HasFocus(); }));
    write(text);
}

}
