#pragma once
#include <string>
#include <wx/app.h>

namespace gui
{

/// What stands behind `quipu-desktop`.
struct Arguments {
    std::string project; ///< a file, or empty
    std::string language, coder;
    bool help = false, version = false;
    std::string unknown; ///< an option that there is not; empty when all is well
};
Arguments arguments_in(int argc, char** argv);

/// The language of messages: the one asked for, the one preferred, else that of the system.
std::string language_for(const Arguments& arguments);

/// Closes the window, with all that is shown written, when the system asks the program to end. Call once.
void leave_on_signals();

/// Nothing here is drawn by OpenGL; without a graphics card the toolkit would load a compiler of 50 MB to find that
/// out. Before the toolkit begins.
void do_without_opengl();

/// Loads the catalogues, ours and that of the toolkit's own words.
void use_language(const std::string& language);

class App : public wxApp
{
 public:
    explicit App(Arguments arguments = {}) : arguments_(std::move(arguments)) {}
    bool OnInit() override;
    bool OnExceptionInMainLoop() override;
    void OnFatalException() override;
    void OnUnhandledException() override;
    void OnInitCmdLine(wxCmdLineParser&) override {}
    bool OnCmdLineParsed(wxCmdLineParser&) override { return true; }

 private:
    Arguments arguments_;
};

}
