#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace workbench_tests
{

/// What SQLite's FTS5 needs for the same work, so that a benchmark can state a ratio: passages with their text in an
/// ordinary table, accents folded, no stems, sorted by its own rank.
class Fts5Floor
{
 public:
    /// Writes all passages that `each` gives to the function it is handed, in one transaction, and optimises the index.
    using Take = std::function<void(const std::string&)>;
    static void index(const std::function<void(const Take&)>& each, const std::filesystem::path& file);

    explicit Fts5Floor(const std::filesystem::path& file);
    ~Fts5Floor();
    Fts5Floor(const Fts5Floor&) = delete;
    Fts5Floor& operator=(const Fts5Floor&) = delete;

    /// The best twenty passages for a query in FTS5's own words, with snippets, and the number of all.
    std::int64_t search(const std::string& query) const;

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
