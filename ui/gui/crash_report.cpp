#include "crash_report.h"
#include "shown.h"
#include <array>
#include <cstring>
#include <ctime>
#include <execinfo.h>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <wx/platinfo.h>
#include <wx/utils.h>
#include <wx/version.h>

namespace gui
{
namespace
{

constexpr auto untold = ".new.txt";

/// Made ahead: memory may be broken by then.
struct Prepared {
    std::string file, head;
};

Prepared& prepared()
{
    static Prepared instance;
    return instance;
}

void put(int file, const char* text)
{
    for (std::size_t left = std::strlen(text); left > 0;) {
        const auto written = ::write(file, text, left);
        if (written <= 0) return;
        text += written;
        left -= static_cast<std::size_t>(written);
    }
}

}

std::filesystem::path crash_folder()
{
    wxString folder;
    if (!wxGetEnv("XDG_STATE_HOME", &folder) || folder.empty()) folder = wxGetHomeDir() + "/.local/state";
    return std::filesystem::path(utf8(folder)) / "quipu" / "crashes";
}

void prepare_crash_report()
{
    std::error_code ignored;
    std::filesystem::create_directories(crash_folder(), ignored);
    std::array<char, 32> now{};
    const std::time_t time = std::time(nullptr);
    std::tm parts{};
    std::strftime(now.data(), now.size(), "%Y-%m-%d-%H%M%S", ::gmtime_r(&time, &parts));
    prepared().file = (crash_folder() / (std::string(now.data()) + "-" + std::to_string(::getpid()) + untold)).string();
    prepared().head = std::string("Quipu ") + QUIPU_VERSION + "\n" + utf8(wxVERSION_STRING) + ", " +
                      utf8(wxGetOsDescription()) + ", " + utf8(wxPlatformInfo::Get().GetBitnessName()) + "\nStarted " +
                      now.data() + " UTC\n";
    // The first call loads a library, which must not happen in a handler.
    std::array<void*, 4> frames{};
    ::backtrace(frames.data(), static_cast<int>(frames.size()));
}

void write_crash_report(const char* cause)
{
    const auto& ready = prepared();
    if (ready.file.empty()) return;
    const int file = ::open(ready.file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0) return;
    put(file, ready.head.c_str());
    put(file, "Ended by ");
    put(file, cause);
    put(file, "\n\nStack\n");
    std::array<void*, 64> frames{};
    const int count = ::backtrace(frames.data(), static_cast<int>(frames.size()));
    ::backtrace_symbols_fd(frames.data(), count, file);
    ::close(file);
}

std::optional<std::filesystem::path> untold_crash_report()
{
    std::error_code ignored;
    std::optional<std::filesystem::path> newest;
    for (const auto& entry : std::filesystem::directory_iterator(crash_folder(), ignored))
        if (entry.path().string().ends_with(untold) && (!newest || entry.path() > *newest)) newest = entry.path();
    return newest;
}

void told_crash_reports()
{
    std::error_code ignored;
    while (const auto report = untold_crash_report()) {
        auto name = report->string();
        name.replace(name.size() - std::strlen(untold), std::string::npos, ".txt");
        std::filesystem::rename(*report, name, ignored);
        if (ignored) return; // a folder that cannot be written: better told twice than not at all
    }
}

}
