#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace workbench
{

/// Raised by the user (a button, Ctrl+C); read by long work. Copies share one flag.
class CancelToken
{
 public:
    CancelToken() : flag_(std::make_shared<std::atomic<bool>>(false)) {}
    void cancel() { *flag_ = true; }
    bool cancelled() const { return *flag_; }

 private:
    std::shared_ptr<std::atomic<bool>> flag_;
};

/// What is being done, how much of it, and whether to stop. Passed by reference into long work; the face decides how
/// it is shown. `show` may be called from the thread that works.
class Progress
{
 public:
    using Show = std::function<void(const std::string& what, std::int64_t done, std::int64_t total)>;

    Progress() = default; ///< shows nothing, is never cancelled
    Progress(Show show, CancelToken token) : show_(std::move(show)), token_(std::move(token)) {}

    void start(std::string what, std::int64_t total)
    {
        what_ = std::move(what);
        total_ = total;
        done_ = 0;
        report();
    }
    void step(std::int64_t by = 1)
    {
        done_ += by;
        report();
    }
    bool cancelled() const { return token_.cancelled(); }

 private:
    void report() const
    {
        if (show_) show_(what_, done_, total_);
    }
    Show show_;
    CancelToken token_;
    std::string what_;
    std::int64_t done_ = 0, total_ = 0;
};

}
