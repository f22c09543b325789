#pragma once
#include "workbench/progress.h"
#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace gui
{

/// One piece of long work in a thread of its own. Who sent it asks by a timer how far it is; nothing waits for it but
/// its end, which stops it first.
class Errand
{
 public:
    using Work = std::function<void(workbench::Progress&)>;
    explicit Errand(Work work);
    ~Errand();
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;

    struct State {
        std::string what;
        std::int64_t done = 0, total = 0;
    };
    State state() const;
    /// All that the work wrote can be read when this is true.
    bool finished() const { return finished_; }
    void cancel() { token_.cancel(); }
    bool cancelled() const { return token_.cancelled(); }

 private:
    workbench::CancelToken token_;
    mutable std::mutex mutex_;
    State state_;
    std::atomic<bool> finished_ = false;
    std::thread thread_;
};

}
