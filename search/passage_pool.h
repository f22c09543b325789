#pragma once
#include "index_inside.h"
#include "search/search.h"
#include "stemmer.h"
#include <map>
#include <set>

namespace search
{

/// All passages of a TextSource as one Xapian database: those that the index holds, and the others in memory. Document
/// numbers are Xapian's of the whole. Throws Xapian's errors.
class PassagePool
{
 public:
    /// `index` may be not open. Must not outlive the two.
    PassagePool(const TextSource& texts, const Index::Inside& index);

    const Xapian::Database& database() const { return database_; }

    struct Place {
        std::size_t text = 0, passage = 0;
    };
    /// Nothing for a passage of a text that is not among the texts (any more).
    std::optional<Place> place_of(Xapian::docid number) const;

    /// The passages that share a character with one of the stretches.
    std::set<Xapian::docid> touched(const std::vector<Stretch>& stretches) const;

    /// How many passages of database() have no place.
    std::size_t forgotten() const;

    /// The terms that are forms of a stem, `stem` itself when it is one.
    std::vector<std::string> forms_of(const std::string& language, const std::string& stem) const;

 private:
    struct Run { ///< the passages of one text, numbered on in their shard
        std::size_t text = 0;
        Xapian::docid first = 0;
        std::int64_t passages = 0;
        std::vector<Bounds> bounds; ///< only of those in memory
    };
    void add(std::size_t text);
    void add_words(Xapian::Document& document, std::string_view text, const std::string& language,
                   const Stemmer& stemmer);
    std::vector<Bounds> bounds_of(std::size_t text) const;
    Xapian::docid number_of(std::size_t text, std::size_t passage) const;

    const TextSource& texts_;
    const Index::Inside& index_;
    bool indexed_ = false;                                     ///< the index is the first shard
    std::vector<Run> in_index_, in_memory_;                    ///< by first
    std::map<std::size_t, std::pair<bool, std::size_t>> runs_; ///< by text: in memory, place in its list
    Xapian::WritableDatabase memory_;
    std::map<std::string, std::set<std::string>> forms_; ///< in memory, by stem_key
    Xapian::Database database_;
};

}
