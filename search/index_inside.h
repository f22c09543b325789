#pragma once
#include "search/index.h"
#include <map>
#include <optional>
#include <unordered_map>
#include <xapian.h>

namespace search
{

/// What the index knows of a text. Its passages are Xapian's documents `first` to `first + passages - 1`, in order.
struct TextEntry {
    std::string language;
    Xapian::docid first = 0;
    std::int64_t passages = 0;
    bool scanned = false; ///< holds a word too long for an index: never indexed, always scanned
};
using TextEntries = std::map<std::string, TextEntry>; ///< by hash

/// A passage's place in its text, and what tells its words from those of another passage.
struct Bounds {
    std::int64_t begin = 0, end = 0;
    std::uint64_t fingerprint = 0;
};

/// The Bounds of a passage.
Bounds bounds_of(const PassageText& passage);

/// How the index lies on the disk: `lock`, `current` (the name of the folder in force) and that folder, a Xapian
/// database. A rebuilt database gets a new folder, so that readers of the old one are not disturbed. Beside the words,
/// which are terms with positions, the database holds
///   metadata `rules`  what it was made by;  `texts`  the TextEntries;  `p` + hash  the Bounds of a text's passages
///   synonyms `F` + fold  the forms written with accents;  `S` language `:` stem  the forms of a stem
///   terms `XL` + language
class Index::Inside
{
 public:
    explicit Inside(std::filesystem::path folder);

    /// Opens what `current` names, or nothing.
    void open();
    void refresh();
    /// Forgets what is open.
    void give_up();
    /// Takes a database that has shown to be damaged out of force, for every process; the next update builds another.
    void condemn();

    bool is_open() const { return database_.has_value(); }
    const Xapian::Database& database() const { return *database_; }
    const TextEntries& entries() const { return entries_; }
    std::vector<Bounds> bounds_of(const std::string& hash) const;

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path path_of(const std::string& name) const { return folder_ / name; }
    const std::string& current() const { return current_; }
    std::int64_t passages() const;

    void share(Sharing sharing) { sharing_ = sharing; }
    /// How many shards answer a query that goes through so many postings: 1 or more.
    std::size_t shards_for(std::int64_t postings) const;
    /// Makes room for so many readers: to be called before reader(), by the index's own thread.
    void make_readers(std::size_t count) const;
    /// Another object for the state of the database that is open, for the thread of a shard; kept open. Throws
    /// DatabaseModifiedError when a writer was faster.
    const Xapian::Database& reader(std::size_t i) const;

 private:
    std::string read_current() const;
    void read_entries();

    std::filesystem::path folder_;
    std::string current_;
    std::optional<Xapian::Database> database_;
    TextEntries entries_;
    Sharing sharing_;
    mutable std::vector<std::optional<Xapian::Database>> readers_;
};

/// The metadata `rules` that this program writes.
std::string index_rules();

std::string written(const TextEntries& entries);
TextEntries entries_from(const std::string& bytes);
std::string written(const std::vector<Bounds>& bounds);
std::vector<Bounds> bounds_from(const std::string& bytes);

inline std::string bounds_key(const std::string& hash)
{
    return "p" + hash;
}
inline std::string fold_key(const std::string& fold)
{
    return "F" + fold;
}
inline std::string stem_key(const std::string& language, const std::string& stem)
{
    return "S" + language + ":" + stem;
}
inline std::string language_term(const std::string& language)
{
    return "XL" + language;
}
inline bool is_word_term(const std::string& term)
{
    return !term.starts_with('X');
} // words are in lower case

/// Takes away the databases of the folder that are not in force. Needs the lock.
void sweep(const std::filesystem::path& folder, const std::string& keep);

}
