#include "index_keeper.h"
#include "search/project_index.h"
#include "workbench/project.h"

namespace gui
{

void IndexKeeper::bring_up_to_date()
{
    if (wanted_.fetch_add(1) > 0) return;
    errand_.reset(); // it has finished
    errand_ = std::make_unique<Errand>([this](workbench::Progress& progress) { work(progress); });
}

std::optional<Errand::State> IndexKeeper::running() const
{
    return wanted_ > 0 && errand_ ? std::optional(errand_->state()) : std::nullopt;
}

void IndexKeeper::cancel()
{
    if (errand_) errand_->cancel();
}

void IndexKeeper::work(workbench::Progress& progress)
{
    for (int seen = wanted_; seen > 0;) {
        if (progress.cancelled()) {
            wanted_ = 0;
            return;
        }
        try {
            auto project = workbench::Project::open(project_, workbench::Access::read);
            // An index that cannot be written is no concern of who reads and codes.
            if (project) (void)search::bring_up_to_date(*project, progress);
        } catch (const workbench::BrokenFile&) { // the window meets it itself, and says so
        }
        if (wanted_.compare_exchange_strong(seen, 0)) return;
    }
}

}
