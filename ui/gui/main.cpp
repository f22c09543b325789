#include "app.h"
#include "workbench/tr.h"
#include <clocale>
#include <cstdio>
#include <wx/init.h>

namespace
{

using workbench::say;
using workbench::tr;

int answer(const char* text)
{
    std::puts(text);
    return 0;
}

int complain(const std::string& word)
{
    std::fprintf(stderr, "%s\n%s\n", say("quipu-desktop does not know \"{}\".", word).c_str(),
                 tr("Usage: quipu-desktop [PROJECT] [--lang es|en] [--coder NAME]"));
    return 2;
}

}

int main(int argc, char** argv)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    gui::do_without_opengl();
    const auto arguments = gui::arguments_in(argc, argv);
    wxApp::SetInstance(new gui::App(arguments)); // before the preferences, which ask the toolkit where they lie
    workbench::set_language(gui::language_for(arguments));
    if (!arguments.unknown.empty()) return complain(arguments.unknown);
    if (arguments.version) return answer("quipu-desktop " QUIPU_VERSION);
    if (arguments.help) return answer(tr("Usage: quipu-desktop [PROJECT] [--lang es|en] [--coder NAME]"));
    int none = 1; // the toolkit has no options of ours to read
    const int code = wxEntry(none, argv);
    return code == -1 ? 1 : code;
}
