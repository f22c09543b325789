#include "index_keeper.h"
#include "search/project_index.h"
#include "workbench/project.h"

namespace gui
{

IndexKeeper::~IndexKeeper()
{
    token_.cancel();
    if (thread_.joinable()) thread_.join();
}

void IndexKeeper::bring_up_to_date()
{
    if (wanted_.fetch_add(1) > 0) return;
    if (thread_.joinable()) thread_.join(); // it has finished
    token_ = {};
    {
        const std::lock_guard lock(mutex_);
        state_ = {};
    }
    thread_ = std::thread([this] { work(); });
}

std::optional<Errand::State> IndexKeeper::running() const
{
    if (wanted_ == 0) return std::nullopt;
    const std::lock_guard lock(mutex_);
    return state_;
}

void IndexKeeper::work()
{
    const auto token = token_;
    for (int seen = wanted_; seen > 0;) {
        if (token.cancelled()) {
            wanted_ = 0;
            return;
        }
        try {
            auto project = workbench::Project::open(project_, workbench::Access::read);
            workbench::Progress progress(
                [this](const std::string& what, std::int64_t done, std::int64_t total) {
                    const std::lock_guard lock(mutex_);
                    state_ = {what, done, total};
                },
                token);
            // An index that cannot be written is no concern of who reads and codes.
            if (project) (void)search::bring_up_to_date(*project, progress);
        } catch (const workbench::BrokenFile&) { // the window meets it itself, and says so
        }
        if (wanted_.compare_exchange_strong(seen, 0)) return;
    }
}

}
