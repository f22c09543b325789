#pragma once
#include "search/passage.h"
#include "workbench/progress.h"
#include "workbench/result.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace search
{

/// What bringing an index up to date has done.
struct IndexUpdate {
    std::int64_t texts_added = 0, texts_dropped = 0;
    std::int64_t passages = 0; ///< in the index now
    std::int64_t written = 0;  ///< those of them that were written now
    bool busy = false;         ///< another process is writing the index: nothing was done here, nothing was waited for
};

/// When a query is answered by several threads side by side, each with a shard of the passages: see
/// ARCHITECTURE.md for what was measured. Answers do not depend on it.
struct Sharing {
    int threads = 0;               ///< at most so many; 0: as many as there are processors
    std::int64_t postings = 8'000; ///< that a shard must have to go through to be worth a thread
};

/// The index of one project: the words of its passages and where they stand, by the hash of the text. A cache: it holds
/// nothing of the user's but words and may be deleted at any time, also while it is open; what is lost is only time.
/// Reading does not wait for a writer. One Index belongs to one thread; other threads and processes open their own.
class Index
{
 public:
    /// The index of `project` in the folder `cache`, which need not exist. An index that is absent, damaged or made by
    /// other rules is an empty one.
    static Index open(const std::filesystem::path& cache, const std::string& project);
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    /// What differs from a project that has these texts.
    struct Behind {
        std::vector<std::string> missing, extra; ///< hashes, sorted
        bool any() const { return !missing.empty() || !extra.empty(); }
    };
    Behind behind(const std::set<std::string>& hashes) const;

    /// Adds the texts that are missing and drops those that are not among `texts`. When another process is writing the
    /// index, does nothing and says so. Errors: cancelled, read_only (the folder cannot be made or written), disk_full,
    /// broken_file (the index gave way twice); the index is then as it was, or empty.
    workbench::Result<IndexUpdate> update(const TextSource& texts, workbench::Progress& progress);

    /// The same from nothing.
    workbench::Result<IndexUpdate> rebuild(const TextSource& texts, workbench::Progress& progress);

    /// Takes notice of what other processes have written.
    void refresh();

    void share(Sharing sharing);

    std::int64_t passages() const;
    std::int64_t texts() const;
    std::int64_t bytes() const; ///< on disk; 0 for an empty index

    class Inside;
    Inside& inside() const { return *inside_; }

 private:
    explicit Index(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
