#include "archive_worker.h"
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace gui
{
namespace
{

using namespace std::chrono_literals;

constexpr search::Patience patience{2, 4, 10};
constexpr auto last_wait = 300ms;

struct Question {
    std::string query;
    std::vector<workbench::Host> archives;
    std::int64_t limit = 0;
};
struct Wish {
    workbench::Host archive;
    std::string label;
};

}

/// What the thread and its owner share; the last of them takes it away.
struct ArchiveWorker::Shared {
    explicit Shared(Deliver what) : deliver(std::move(what)) {}

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Question> question; ///< the one that waits
    std::vector<Wish> wishes;
    bool ends = false, gone = false; ///< gone: the thread
    Deliver deliver;
    std::vector<search::Archive> lines; ///< the thread's; kept from query to query

    search::Archive& line_to(const workbench::Host& host)
    {
        for (auto& line : lines)
            if (line.where() == host) return line;
        return lines.emplace_back(host, patience);
    }

    /// The lines in the order of the question; one that is no longer asked for is closed.
    void draw_lines(const std::vector<workbench::Host>& hosts)
    {
        std::vector<search::Archive> wanted;
        for (const auto& host : hosts) {
            const auto line = lines.begin() + (&line_to(host) - lines.data());
            wanted.push_back(std::move(*line));
            lines.erase(line);
        }
        lines = std::move(wanted);
    }

    void answer(const Question& asked)
    {
        draw_lines(asked.archives);
        auto answers = search::ask_archives(lines, asked.query, asked.limit);
        const std::lock_guard lock(mutex);
        if (!ends && !question && answers) deliver.answers(asked.query, std::move(*answers));
    }

    void fulfil(const Wish& wish)
    {
        auto draft = line_to(wish.archive).document(wish.label);
        const std::lock_guard lock(mutex);
        if (!ends) deliver.document(std::move(draft));
    }

    void work()
    {
        for (;;) {
            std::optional<Question> asked;
            std::vector<Wish> wished;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [this] { return ends || question || !wishes.empty(); });
                if (ends) break;
                asked.swap(question);
                wished.swap(wishes);
            }
            for (const auto& wish : wished) fulfil(wish);
            if (asked) answer(*asked);
        }
        const std::lock_guard lock(mutex);
        gone = true;
        changed.notify_all();
    }
};

ArchiveWorker::ArchiveWorker(Deliver deliver) : shared_(std::make_shared<Shared>(std::move(deliver)))
{
    std::thread([shared = shared_] { shared->work(); }).detach();
}

ArchiveWorker::~ArchiveWorker()
{
    std::unique_lock lock(shared_->mutex);
    shared_->ends = true;
    shared_->changed.notify_all();
    shared_->changed.wait_for(lock, last_wait, [this] { return shared_->gone; });
}

void ArchiveWorker::ask(const std::string& query, const std::vector<workbench::Host>& archives, std::int64_t limit)
{
    const std::lock_guard lock(shared_->mutex);
    shared_->question = Question{query, archives, limit};
    shared_->changed.notify_all();
}

void ArchiveWorker::fetch(const workbench::Host& archive, const std::string& label)
{
    const std::lock_guard lock(shared_->mutex);
    shared_->wishes.push_back({archive, label});
    shared_->changed.notify_all();
}

}
