// Runs the benchmarks of the window inside the toolkit's event loop, on whatever screen there is.
#include "app.h"
#include "gtk_widgets.h"
#include "study.h"
#include <benchmark/benchmark.h>
#include <clocale>
#include <cstdlib>
#include <gtk/gtk.h>
#include <wx/evtloop.h>
#include <wx/init.h>
#include <wx/wx.h>

namespace
{

class BenchApp : public wxApp
{
 public:
    bool OnInit() override { return true; }
    void OnInitCmdLine(wxCmdLineParser&) override {}
    bool OnCmdLineParsed(wxCmdLineParser&) override { return true; }
};

}

int main(int argc, char** argv)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    gui::do_without_opengl();
    benchmark::Initialize(&argc, argv);
    bench::study(); // before there are threads
    const support::TempFolder home;
    for (const auto* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        ::setenv(name, (home / name).c_str(), 1);
    wxApp::SetInstance(new BenchApp);
    int none = 1;
    if (!wxEntryStart(none, argv)) {
        std::fputs("There is no screen: run the benchmarks of the window under xvfb-run.\n", stderr);
        return 1;
    }
    wxTheApp->CallOnInit();
    wxTheApp->SetExitOnFrameDelete(false);
    g_object_set(gtk_settings_get_default(), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, nullptr);
    gui::load_style();
    gui::use_language("en");
    {
        wxEventLoop loop;
        const wxEventLoopActivator active(&loop);
        benchmark::RunSpecifiedBenchmarks();
        benchmark::Shutdown();
    }
    wxEntryCleanup();
    return 0;
}
