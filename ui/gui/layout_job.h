#pragma once
#include "coding/network_figure.h"
#include "errand.h"
#include <functional>
#include <memory>
#include <optional>
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

    /// What runs already is cancelled, and never heard of again.
    void start(coding::NetworkPicture picture, coding::NetworkLayout layout, Done done);
    /// Stops Graphviz; `done` hears of it.
    void cancel()
    {
        if (errand_) errand_->cancel();
    }
    bool running() const { return running_; }

 private:
    void finish(int run, const Done& done);

    wxEvtHandler& window_;
    std::optional<coding::NetworkPicture> picture_; ///< the errand's while it works
    std::optional<workbench::Error> why_not_;
    int run_ = 0;
    bool running_ = false;
    std::unique_ptr<Errand> errand_; ///< ends first
};

}
