#include "terminal.h"
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <mutex>
#include <unistd.h>

namespace cli
{
namespace
{

// What the signal handler and the workers share; made before the handler is installed.
workbench::CancelToken& token()
{
    static workbench::CancelToken instance;
    return instance;
}

void on_interrupt(int)
{
    token().cancel();
    std::signal(SIGINT, SIG_DFL); // the second time, by force
}

/// A bar that is drawn at most ten times a second, by whichever thread reports.
class Bar
{
 public:
    void show(const std::string& what, std::int64_t done, std::int64_t total)
    {
        const std::lock_guard lock(mutex_);
        const auto now = std::chrono::steady_clock::now();
        if (now - drawn_ < std::chrono::milliseconds(100)) return;
        drawn_ = now;
        constexpr int width = 24;
        const auto full = total > 0 ? static_cast<int>(std::min(done, total) * width / total) : 0;
        const auto percent = total > 0 ? std::min(done, total) * 100 / total : 0;
        put(fmt::format("\r\033[K{} [{}{}] {} %", what, std::string(full, '#'), std::string(width - full, '.'),
                        percent));
        visible_ = true;
    }
    void wipe()
    {
        const std::lock_guard lock(mutex_);
        if (visible_) put("\r\033[K");
        visible_ = false;
    }

 private:
    static void put(const std::string& text) { (void)!write(STDERR_FILENO, text.data(), text.size()); }
    std::mutex mutex_;
    std::chrono::steady_clock::time_point drawn_{};
    bool visible_ = false;
};

Bar& bar()
{
    static Bar instance;
    return instance;
}

}

workbench::Progress terminal_progress(bool shown)
{
    (void)token();
    std::signal(SIGINT, on_interrupt);
    workbench::Progress::Show show;
    if (shown && isatty(STDERR_FILENO))
        show = [](const std::string& what, std::int64_t done, std::int64_t total) { bar().show(what, done, total); };
    return {show, token()};
}

void wipe_progress()
{
    bar().wipe();
}

}
