#pragma once
#include "coding/network_figure.h"
#include "workbench/progress.h"
#include <functional>
#include <optional>
#include <thread>
#include <wx/event.h>

namespace gui
{

/// Lays a network out in a thread of its own, so that the window never waits for Graphviz. Ends with its destruction.
class LayoutJob
{
 public:
    /// The picture laid out, or why it is not; called in the window's thread, never after the job is gone.
    using Done = std::function<void(coding::NetworkPicture picture, std::optional<workbench::Error> why_not)>;

    explicit LayoutJob(wxEvtHandler& window) : window_(window) {}
    ~LayoutJob();
    LayoutJob(const LayoutJob&) = delete;
    LayoutJob& operator=(const LayoutJob&) = delete;

    /// What runs already is cancelled, and never heard of again.
    void start(coding::NetworkPicture picture, coding::NetworkLayout layout, Done done);
    /// Stops Graphviz; `done` hears of it.
    void cancel() { token_.cancel(); }
    bool running() const { return running_; }

 private:
    void finish(int run, const Done& done);
    void join();

    wxEvtHandler& window_;
    workbench::CancelToken token_;
    std::thread thread_;
    std::optional<coding::NetworkPicture> picture_; ///< the thread's while it works
    std::optional<workbench::Error> why_not_;
    int run_ = 0;
    bool running_ = false;
};

}
