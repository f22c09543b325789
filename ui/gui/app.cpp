#include "app.h"
#include "crash_report.h"
#include "gtk_widgets.h"
#include "main_frame.h"
#include "message_bar.h"
#include "preferences.h"
#include "shown.h"
#include "workbench/tr.h"
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <glib-unix.h>
#include <string_view>
#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/translation.h>

namespace gui
{
namespace
{

gboolean leave(gpointer)
{
    close_all_windows(true);
    return G_SOURCE_CONTINUE;
}

/// Without LC_ALL, LC_MESSAGES or LANG, or with C, Spanish is not assumed for programs, but it is for people.
std::string language_of_system()
{
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto* value = std::getenv(name);
        if (!value || !*value) continue;
        const std::string_view locale(value);
        return locale.starts_with("en") || locale == "C" || locale.starts_with("C.") || locale == "POSIX" ? "en" : "es";
    }
    return "en";
}

std::filesystem::path folder_of_program()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

}

Arguments arguments_in(int argc, char** argv)
{
    Arguments found;
    bool only_files = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word(argv[i]);
        const auto value = [&](std::string_view option, std::string& into) {
            if (word == option && i + 1 < argc) return into = argv[++i], true;
            if (word.starts_with(std::string(option) + "=")) return into = word.substr(option.size() + 1), true;
            return false;
        };
        if (only_files || !word.starts_with('-'))
            (found.project.empty() ? found.project : found.unknown) = word;
        else if (word == "--")
            only_files = true;
        else if (word == "--help" || word == "-h")
            found.help = true;
        else if (word == "--version")
            found.version = true;
        else if (!value("--lang", found.language) && !value("--coder", found.coder))
            found.unknown = word;
    }
    if (!found.language.empty() && found.language != "es" && found.language != "en")
        found.unknown = "--lang " + found.language;
    return found;
}

std::string language_for(const Arguments& arguments)
{
    if (!arguments.language.empty()) return arguments.language;
    return preferences().language.empty() ? language_of_system() : preferences().language;
}

void use_language(const std::string& language)
{
    workbench::set_language(language);
    const wxLogNull quiet; // the toolkit's catalogue may not be installed
    auto* translations = new wxTranslations;
    wxTranslations::Set(translations);
    for (const auto& folder : {folder_of_program() / "locale", folder_of_program().parent_path() / "share" / "locale"})
        wxFileTranslationsLoader::AddCatalogLookupPathPrefix(shown(folder.string()));
    translations->SetLanguage(shown(language));
    translations->AddCatalog("quipu", wxLANGUAGE_ENGLISH);
    translations->AddStdCatalog();
}

void leave_on_signals()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) g_unix_signal_add(signal, leave, nullptr);
}

void do_without_opengl()
{
    ::setenv("GDK_GL", "disable", 0);
}

bool App::OnInit()
{
    prepare_crash_report();
    wxHandleFatalExceptions(true);
    use_theme(preferences().theme);
    use_backup_folder();
    load_style();
    SetAppName("quipu");
    SetAppDisplayName("Quipu");
    use_language(language_for(arguments_));
    preferences().asked_coder = arguments_.coder;
    auto* frame = new MainFrame;
    SetTopWindow(frame);
    frame->Show();
    leave_on_signals();
    if (arguments_.project.empty() || !frame->open_project(arguments_.project)) frame->tell_of_crash();
    return true;
}

// What had been committed is in the file; what is left to do is to say where it happened.
void App::OnFatalException()
{
    write_crash_report("a fatal signal");
}

void App::OnUnhandledException()
{
    write_crash_report("an exception that nobody expected");
}

// The ground gave way under a reading: say so and leave the project, which is whole up to the last change.
bool App::OnExceptionInMainLoop()
{
    auto* frame = dynamic_cast<MainFrame*>(GetTopWindow());
    try {
        throw;
    } catch (const workbench::BrokenFile& broken) {
        if (!frame) return false;
        frame->close_project();
        frame->messages().show(broken.error);
        return true;
    }
}

}
