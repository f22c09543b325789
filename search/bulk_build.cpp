#include "bulk_build.h"
#include "text_indexer.h"
#include "workbench/tr.h"
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <thread>

namespace search
{
namespace fs = std::filesystem;
namespace
{

constexpr std::size_t most_open_parts = 200; // each has four files open while they are put together

struct Batch {
    std::size_t number = 0;
    std::vector<NewText> texts;
};

/// 1,000 passages are the fastest; later batches are larger, so that the parts of a huge project can be open at once.
std::size_t batch_size(std::size_t number)
{
    return 1'000 + 30 * number;
}

/// Batches wait here for a worker. Holds only a few, so that reading does not run ahead of writing.
class Queue
{
 public:
    explicit Queue(std::size_t room) : room_(room) {}

    /// False when the workers have stopped.
    bool push(Batch batch)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || waiting_.size() < room_; });
        if (closed_) return false;
        waiting_.push_back(std::move(batch));
        changed_.notify_all();
        return true;
    }
    std::optional<Batch> pop()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return {};
        auto batch = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        return batch;
    }
    void close()
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    void drop()
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.clear();
        changed_.notify_all();
    }

 private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Batch> waiting_;
    std::size_t room_;
    bool closed_ = false;
};

/// The threads that write batches.
class Workers
{
 public:
    explicit Workers(fs::path folder) : folder_(std::move(folder)), queue_(crew_size())
    {
        for (std::size_t i = 0; i < crew_size(); ++i) crew_.emplace_back([this] { work(); });
    }
    ~Workers() { queue_.drop(); } // an exception in the reader: let the crew go home
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    bool give(Batch batch) { return queue_.push(std::move(batch)); }

    /// Waits for the last batch. Throws what a worker has thrown.
    std::vector<IndexedText> finish()
    {
        queue_.close();
        crew_.clear();
        if (failure_) std::rethrow_exception(failure_);
        return std::move(indexed_);
    }

 private:
    static std::size_t crew_size() { return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8); }

    void work()
    {
        try {
            PassageIndexer indexer;
            while (auto batch = queue_.pop()) write(*batch, indexer);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
            queue_.drop();
        }
    }

    void write(const Batch& batch, PassageIndexer& indexer)
    {
        Xapian::WritableDatabase part((folder_ / std::to_string(batch.number)).string(), scratch);
        std::vector<IndexedText> indexed;
        for (const auto& text : batch.texts) indexed.push_back(add_text(part, indexer, text));
        indexer.write_forms(part);
        part.commit();
        const std::lock_guard lock(mutex_);
        std::move(indexed.begin(), indexed.end(), std::back_inserter(indexed_));
    }

    fs::path folder_;
    Queue queue_;
    std::mutex mutex_;
    std::exception_ptr failure_;
    std::vector<IndexedText> indexed_;
    std::vector<std::jthread> crew_; // last: joined before the rest goes
};

/// Writes all batches; returns their number, or empty when cancelled.
std::optional<std::size_t> write_parts(MissingTexts& texts, std::vector<NewText> begun,
                                       const workbench::Progress& progress, Workers& workers)
{
    Batch batch{0, std::move(begun)};
    std::size_t passages = 0;
    for (const auto& text : batch.texts) passages += text.passages.size();
    while (!texts.at_end()) {
        if (progress.cancelled()) return {};
        if (passages >= batch_size(batch.number)) {
            const auto next = batch.number + 1;
            if (!workers.give(std::move(batch))) return next; // a worker failed; finish() says how
            batch = Batch{next, {}};
            passages = 0;
        }
        batch.texts.push_back(texts.next());
        passages += batch.texts.back().passages.size();
    }
    const auto count = batch.number + 1;
    workers.give(std::move(batch));
    return count;
}

void put_together(const std::vector<fs::path>& parts, const Xapian::Database* existing, const fs::path& target)
{
    Xapian::Database all;
    if (existing) all.add_database(*existing);
    for (const auto& part : parts) all.add_database(Xapian::Database(part.string()));
    all.compact(target.string(), Xapian::DBCOMPACT_NO_RENUMBER);
}

/// More parts than may be open at once are put together in groups first.
std::vector<fs::path> grouped(std::vector<fs::path> parts, const fs::path& folder)
{
    std::vector<fs::path> groups;
    for (std::size_t at = 0; parts.size() > most_open_parts && at < parts.size(); at += most_open_parts) {
        const auto end = std::min(parts.size(), at + most_open_parts);
        const auto from = parts.begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<fs::path> group(from, parts.begin() + static_cast<std::ptrdiff_t>(end));
        groups.push_back(folder / ("group" + std::to_string(groups.size())));
        put_together(group, nullptr, groups.back());
        for (const auto& part : group) fs::remove_all(part);
    }
    return groups.empty() ? parts : groups;
}

}

MissingTexts::MissingTexts(const TextSource& source, const TextEntries& present, Xapian::docid next,
                           workbench::Progress& progress)
    : source_(source), progress_(progress), next_(next)
{
    std::set<std::string> seen;
    const auto& heads = source.heads();
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (!present.contains(heads[i].hash) && seen.insert(heads[i].hash).second) wanted_.push_back(i);
    progress_.start(workbench::tr("Indexing"), static_cast<std::int64_t>(wanted_.size()));
}

NewText MissingTexts::next()
{
    const auto i = wanted_[at_++];
    NewText text{source_.heads()[i], next_, source_.read(i)};
    next_ += static_cast<Xapian::docid>(text.passages.size());
    progress_.step();
    return text;
}

std::vector<IndexedText> build_in_bulk(MissingTexts& texts, std::vector<NewText> begun,
                                       const workbench::Progress& progress, const Xapian::Database* existing,
                                       const fs::path& folder, const fs::path& target)
{
    fs::create_directories(folder);
    Workers workers(folder);
    const auto count = write_parts(texts, std::move(begun), progress, workers);
    if (!count) return {};
    auto indexed = workers.finish();
    std::vector<fs::path> parts;
    for (std::size_t i = 0; i < *count; ++i) parts.push_back(folder / std::to_string(i));
    put_together(grouped(std::move(parts), folder), existing, target);
    return indexed;
}

}
