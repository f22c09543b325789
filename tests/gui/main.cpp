// Runs the tests inside the toolkit's event loop: windows are real, only nobody but the tests touches them.
#include "app.h"
#include "gtk_widgets.h"
#include <clocale>
#include <cstdlib>
#include <gtest/gtest.h>
#include <gtk/gtk.h>
#include <wx/evtloop.h>
#include <wx/init.h>
#include <wx/wx.h>

// Stands before the toolkit's own: its simulator of keys and clicks rests 20 ms after each of them, a third of the time
// of all tests. They wait themselves until what they did has come back from the screen (desk.cpp).
void wxMicroSleep(unsigned long) {}

namespace
{

class TestApp : public wxApp
{
 public:
    bool OnInit() override { return true; }
    void OnInitCmdLine(wxCmdLineParser&) override {}
    bool OnCmdLineParsed(wxCmdLineParser&) override { return true; }
};

// What moves by itself would never let a test find the window at rest; and two clicks of a quick hand are not a double
// click.
void hold_still()
{
    g_object_set(gtk_settings_get_default(), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                 "gtk-double-click-time", 100, nullptr);
}

void on_assert(const wxString& file, int line, const wxString&, const wxString& condition, const wxString& message)
{
    ADD_FAILURE() << "assertion of the toolkit: " << file << ":" << line << " " << condition << " " << message;
}

}

int main(int argc, char** argv)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    gui::do_without_opengl();
    ::testing::InitGoogleTest(&argc, argv);
    if (GTEST_FLAG_GET(list_tests)) return RUN_ALL_TESTS();
    wxApp::SetInstance(new TestApp);
    int none = 1;
    if (!wxEntryStart(none, argv)) {
        std::fputs("There is no screen: run the tests of the window under xvfb-run.\n", stderr);
        return 1;
    }
    wxSetAssertHandler(on_assert);
    wxTheApp->CallOnInit();
    wxTheApp->SetExitOnFrameDelete(false);
    hold_still();
    gui::load_style();
    gui::use_language("en");
    int result = 0;
    {
        wxEventLoop loop;
        const wxEventLoopActivator active(&loop);
        result = RUN_ALL_TESTS();
    }
    wxEntryCleanup();
    return result;
}
