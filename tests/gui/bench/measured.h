#pragma once
#include <algorithm>
#include <benchmark/benchmark.h>
#include <ctime>
#include <glib.h>
#include <string>

namespace bench
{

/// Seconds: those that have gone, and those that the window's thread has worked.
struct Instant {
    double wall, window;
    static Instant now()
    {
        const auto of = [](clockid_t clock) {
            timespec time{};
            ::clock_gettime(clock, &time);
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
        };
        return {of(CLOCK_MONOTONIC), of(CLOCK_THREAD_CPUTIME_ID)};
    }
};

/// Lets the window work, one step of the toolkit after the other.
class Loop
{
 public:
    template <class Condition>
    void until(Condition holds)
    {
        while (!holds()) step(true);
    }
    void until_idle()
    {
        while (g_main_context_pending(nullptr)) step(false);
    }
    double longest = 0; ///< seconds worked between two moments at which the window could answer

 private:
    void step(bool wait)
    {
        const auto before = Instant::now();
        g_main_context_iteration(nullptr, wait);
        longest = std::max(longest, Instant::now().window - before.window);
    }
};

/// One round of a benchmark, from its making to end(). What comes after that can be noted as well.
class Measured
{
 public:
    explicit Measured(benchmark::State& state) : state_(state) {}
    void end()
    {
        state_.SetIterationTime(Instant::now().wall - begin_.wall);
        note("window_ms");
    }
    /// How long the window's thread has worked up to here; the mean of all rounds.
    void note(const std::string& name) { add(name, Instant::now().window - begin_.window); }
    void stall(const Loop& loop) { add("stall_ms", loop.longest); }

 private:
    void add(const std::string& name, double seconds)
    {
        auto& counter = state_.counters[name];
        counter.flags = benchmark::Counter::kAvgIterations;
        counter.value += seconds * 1000;
    }
    benchmark::State& state_;
    Instant begin_ = Instant::now();
};

}
