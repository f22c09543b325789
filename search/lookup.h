#pragma once
#include "compiled.h"
#include "index_inside.h"
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

/// One query on one state of the index. Throws Xapian's errors.
class Lookup
{
 public:
    /// `texts` are those that the index answers for, by the hash of their entry: its place in the TextSource.
    Lookup(const Index::Inside& index, const Compiled& query, const Places& places,
           const std::map<std::string, std::size_t>& texts);

    /// For each word of the query: the passages that hold it, each form counted by itself.
    std::vector<std::int64_t> holders();

    /// The passages that the query may mean, in no order; when exact(), those that it does mean. `rarities` are those
    /// of the leaves.
    std::vector<Proposal> proposals(const std::vector<double>& rarities);
    bool exact() const { return exact_; }

 private:
    struct WordForm {
        std::string term;
        std::vector<std::string> languages; ///< in which it is meant; none when in all
    };
    struct Slot {
        std::int32_t text = -1; ///< -1: not asked for
        std::int32_t entry = 0;
    };
    /// A query for Xapian, and whether it finds exactly what is meant or more than that.
    struct Planned {
        Xapian::Query query;
        bool exact = true;
    };
    using Node = Compiled::Node;

    const Slot& slot_of(Xapian::docid number) const;
    void lay_out(const std::map<std::string, std::size_t>& texts);
    std::vector<WordForm> forms_of(const WordRule& rule) const;
    std::set<std::string> candidates(const WordRule& rule) const;
    void add_words(std::set<std::string>& words, const std::string& prefix, const WordRule& rule) const;
    void add_synonyms(std::set<std::string>& words, const std::string& key) const;
    std::int64_t holders(const WordForm& form) const;

    Planned plan(const Node& node) const;
    Planned plan_word(const Node& node) const;
    Planned plan_phrase(const Node& node) const;
    Planned plan_near(const Node& node) const;
    Planned plan_all(const Node& node) const;
    Planned plan_any(const Node& node, Xapian::Query::op op) const;
    Planned plan_maybe(const Node& node) const;
    Planned plan_none(const Node& node) const;
    Planned plan_outside(const Node& node) const;
    std::optional<Xapian::Query> near_of_words(const Node& node) const;
    Xapian::Query weighed(const Node& node, const Xapian::Query& query) const;
    Xapian::Query form_query(const WordForm& form) const;
    const std::vector<WordForm>& forms(int word) const { return forms_[static_cast<std::size_t>(word)]; }

    const Index::Inside& index_;
    const Compiled& query_;
    const Places& places_;
    std::vector<std::string> languages_;       ///< of the index
    std::vector<const TextEntry*> entries_;    ///< by Slot::entry
    std::vector<const std::string*> hashes_;   ///< by Slot::entry
    std::vector<Slot> slots_;                  ///< by document number
    bool all_asked_ = true;                    ///< every passage of the index is asked for
    std::vector<std::vector<WordForm>> forms_; ///< of each word of the query
    std::vector<double> rarities_;
    bool exact_ = true;
};

}
