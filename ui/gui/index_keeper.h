#pragma once
#include "errand.h"
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>

namespace gui
{

/// Keeps the search index of a project up to date, in a thread and on a connection of its own. The window never waits
/// for it: a search answers from the text what the index does not know yet. What goes wrong costs only time.
class IndexKeeper
{
 public:
    explicit IndexKeeper(std::filesystem::path project) : project_(std::move(project)) {}

    /// Begins, or when it is at it already, begins once more afterwards.
    void bring_up_to_date();
    /// How far it is; nothing when it rests.
    std::optional<Errand::State> running() const;
    /// Stops it until it is asked again; a search answers from the text meanwhile.
    void cancel();

 private:
    void work(workbench::Progress& progress);
    std::filesystem::path project_;
    std::atomic<int> wanted_ = 0; ///< how many times it was asked; the errand ends when it has answered the last
    std::unique_ptr<Errand> errand_;
};

}
