#pragma once
#include "search/passage.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace search_tests
{

/// What bare Xapian needs for the same work, so that a benchmark can state a ratio: a tokenizer that knows Latin
/// letters only, no stems, no forms, no text.
class XapianFloor
{
 public:
    /// Writes batches of at least 1,000 passages into fresh databases in `folder`, with so many threads, and compacts
    /// them.
    static void index(const search::TextSource& texts, const std::filesystem::path& folder, int threads = 1);

    explicit XapianFloor(const std::filesystem::path& folder);
    ~XapianFloor();

    /// The best twenty passages with the word, and the number of all.
    std::int64_t word(const std::string& lower) const;
    std::int64_t both(const std::string& first, const std::string& second) const;
    std::int64_t phrase(const std::vector<std::string>& lower) const;
    std::int64_t prefix(const std::string& lower) const;

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

std::int64_t bytes_in(const std::filesystem::path& folder);

}
