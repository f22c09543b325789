#pragma once
#include "compiled.h"
#include "index_inside.h"
#include "local_weight.h"
#include "plan.h"
#include "search/search.h"

namespace search
{

/// Which stretches each field of a query names, by text.
class Places
{
 public:
    using ByText = std::map<std::size_t, std::vector<Stretch>>;
    explicit Places(std::vector<ByText> fields) : fields_(std::move(fields)) {}

    /// Whether the i-th field means a passage of the text.
    bool holds(int field, std::size_t text, std::int64_t begin, std::int64_t end) const;
    const ByText& of(int field) const { return fields_[static_cast<std::size_t>(field)]; }

 private:
    std::vector<ByText> fields_;
};

/// A passage that the index proposes; `weights` is its rank when the proposal is exact.
struct Proposal {
    std::size_t text = 0;
    std::size_t passage = 0;
    double weights = 0;
};

/// One query on one state of the index. A query that touches many postings is answered by several threads, each with
/// a Xapian object of its own for its share of the passages; the answer is the same. Throws Xapian's errors.
class Lookup
{
 public:
    /// `texts` are those that the index answers for, by the hash of their entry: its place in the TextSource.
    Lookup(const Index::Inside& index, const Compiled& query, const Places& places,
           const std::map<std::string, std::size_t>& texts);

    /// For each word of the query: the passages that hold it, each form counted by itself.
    const std::vector<std::int64_t>& holders();

    /// The passages that the query may mean, in no order; when exact(), those that it does mean. `rarities` are those
    /// of the leaves.
    std::vector<Proposal> proposals(const std::vector<double>& rarities);
    bool exact() const { return exact_; }

 private:
    struct Slot {
        std::int32_t text = -1; ///< -1: not asked for
        std::int32_t entry = 0;
    };
    /// Passages with these numbers.
    struct Shard {
        Xapian::docid first = 0, last = 0;
    };
    using Node = Compiled::Node;

    const Slot& slot_of(Xapian::docid number) const;
    void lay_out(const std::map<std::string, std::size_t>& texts);
    std::int64_t holders(const WordForm& form) const;

    std::int64_t postings(const Node& node) const;
    void read_fields();
    Planned plan() const;
    std::vector<Proposal> proposals_of(const Xapian::Database& database, std::optional<Shard> shard) const;
    std::vector<Proposal> side_by_side(std::size_t shards) const;

    const Index::Inside& index_;
    const Compiled& query_;
    const Places& places_;
    std::vector<const TextEntry*> entries_;  ///< by Slot::entry
    std::vector<const std::string*> hashes_; ///< by Slot::entry
    std::vector<Slot> slots_;                ///< by document number
    bool all_asked_ = true;                  ///< every passage of the index is asked for
    WordsOfQuery words_;
    std::vector<std::int64_t> holders_;          ///< of each word of the query
    std::vector<PassageSource::Numbers> fields_; ///< of each field of the query: the passages that it means
    std::vector<double> rarities_;
    bool exact_ = true;
};

}
