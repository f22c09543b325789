#pragma once
#include "compiled.h"
#include "word_forms.h"
#include <functional>
#include <optional>
#include <xapian.h>

namespace search
{

/// A query for Xapian, and whether it finds exactly what is meant or more than that.
struct Planned {
    Xapian::Query query;
    bool exact = true;
};

/// How a query is put to Xapian. A Xapian::Query belongs to one thread: each thread plans for itself.
class Planner
{
 public:
    /// `outside(i)` answers the i-th field of the query. What is given must outlive the planner. `rarities` are those
    /// of the leaves.
    Planner(const WordsOfQuery& words, const std::vector<double>& rarities, std::function<Planned(int)> outside)
        : words_(words), rarities_(rarities), outside_(std::move(outside))
    {
    }

    Planned plan(const Compiled::Node& node) const;

 private:
    using Node = Compiled::Node;

    Planned plan_word(const Node& node) const;
    Planned plan_phrase(const Node& node) const;
    Planned plan_near(const Node& node) const;
    Planned plan_all(const Node& node) const;
    Planned plan_any(const Node& node, Xapian::Query::op op) const;
    Planned plan_maybe(const Node& node) const;
    Planned plan_none(const Node& node) const;
    Planned plan_excluded(const Node& node) const;
    std::optional<Xapian::Query> near_of_words(const Node& node) const;
    Xapian::Query weighed(const Node& node, const Xapian::Query& query) const;
    Xapian::Query form_query(const WordForm& form) const;
    const std::vector<WordForm>& forms_of(const Node& node) const
    {
        return words_.forms[static_cast<std::size_t>(node.word)];
    }

    const WordsOfQuery& words_;
    const std::vector<double>& rarities_;
    std::function<Planned(int)> outside_;
    bool weighs_ = true; ///< false below a NOT
};

}
