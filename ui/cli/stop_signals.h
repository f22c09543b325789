#pragma once
#include <chrono>
#include <csignal>
#include <ctime>

namespace cli
{

/// While it lives, Ctrl+C and SIGTERM wait to be asked for, so that something can be ended in good order.
class StopSignals
{
 public:
    StopSignals()
    {
        sigemptyset(&awaited_);
        for (const int one : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&awaited_, one);
        pthread_sigmask(SIG_BLOCK, &awaited_, &before_);
    }
    ~StopSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// Whether one of them comes within that time.
    bool come_within(std::chrono::milliseconds time) const
    {
        const timespec wait{static_cast<time_t>(time.count() / 1000), static_cast<long>(time.count() % 1000 * 1000000)};
        return sigtimedwait(&awaited_, nullptr, &wait) > 0;
    }

 private:
    sigset_t awaited_{}, before_{};
};

}
