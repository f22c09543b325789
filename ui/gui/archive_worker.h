#pragma once
#include "search/archive.h"
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gui
{

/// Asks archives in a thread of its own, so that one that is slow or gone delays nothing. The newest query wins: one
/// that still waits when the next is asked is never answered.
class ArchiveWorker
{
 public:
    /// Both are called in the worker's thread, and never after the worker's end.
    struct Deliver {
        std::function<void(const std::string& query, std::vector<search::ArchiveAnswer>)> answers;
        std::function<void(workbench::Result<workbench::Draft>)> document;
    };
    explicit ArchiveWorker(Deliver deliver);
    /// Does not wait for an archive that is silent.
    ~ArchiveWorker();
    ArchiveWorker(const ArchiveWorker&) = delete;
    ArchiveWorker& operator=(const ArchiveWorker&) = delete;

    void ask(const std::string& query, const std::vector<workbench::Host>& archives, std::int64_t limit);
    /// Fetches a document by its number there.
    void fetch(const workbench::Host& archive, const std::string& label);

 private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}
