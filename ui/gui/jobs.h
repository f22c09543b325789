#pragma once
#include "errand.h"
#include "workbench/error.h"
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <wx/timer.h>

namespace gui
{

/// The long work of one window, one piece after the other, each in a thread of its own and on a connection of its own;
/// the window goes on meanwhile. What comes out is shown on the window's thread, and not at all when the window is
/// gone.
class Jobs : public wxEvtHandler
{
 public:
    /// Shows what came out; empty when there is nothing to show.
    using Show = std::function<void()>;
    /// Called in the thread. It takes nothing of the window along but copies, and opens the project itself.
    using Work = std::function<Show(workbench::Progress&)>;

    /// `fail` is told when a piece met a file that gave way.
    explicit Jobs(std::function<void(const workbench::Error&)> fail);
    /// Stops what runs and waits for its end; nothing is shown any more.
    ~Jobs() override;

    void start(Work work);
    /// Stops the piece that runs; what it has begun is left as it was before.
    void cancel();
    /// How far the piece is that runs; nothing when none does.
    std::optional<Errand::State> running() const;

 private:
    struct Piece {
        Work work;
        Show show;
    };
    void begin();
    void look();
    std::function<void(const workbench::Error&)> fail_;
    std::deque<std::unique_ptr<Piece>> pieces_; ///< the first is at work
    std::unique_ptr<Errand> errand_;
    wxTimer timer_;
};

}
