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
    thread_ = std::thread([this] { work(); });
}

void IndexKeeper::work()
{
    for (int seen = wanted_; seen > 0 && !token_.cancelled();) {
        try {
            auto project = workbench::Project::open(project_, workbench::Access::read);
            workbench::Progress progress({}, token_);
            // An index that cannot be written is no concern of who reads and codes.
            if (project) (void)search::bring_up_to_date(*project, progress);
        } catch (const workbench::BrokenFile&) { // the window meets it itself, and says so
        }
        if (wanted_.compare_exchange_strong(seen, 0)) return;
    }
}

}
