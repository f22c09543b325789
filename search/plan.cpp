// How a query is put to Xapian. Each part is planned exactly, or as one that finds more; the latter is then looked
// through by the matcher.
#include "plan.h"
#include "index_inside.h"
#include <algorithm>

namespace search
{
namespace
{

using Kind = Query::Kind;
using XQuery = Xapian::Query;

XQuery combined(XQuery::op op, const std::vector<XQuery>& parts, Xapian::termcount window = 0)
{
    if (parts.size() == 1) return parts.front();
    return XQuery(op, parts.begin(), parts.end(), window);
}

// The empty term is in all passages. MatchAll says the same, but it is one object for all threads, and Xapian counts
// the owners of an object without a lock.
XQuery everything()
{
    return XQuery(XQuery::OP_SCALE_WEIGHT, XQuery(std::string()), 0.0);
}

bool has_positions(const Compiled::Node& node)
{
    return node.kind == Kind::phrase || node.kind == Kind::near ||
           std::any_of(node.parts.begin(), node.parts.end(), has_positions);
}

bool has_one_of(const Compiled::Node& node)
{
    return node.kind == Kind::one_of || std::any_of(node.parts.begin(), node.parts.end(), has_one_of);
}

XQuery but_not(const XQuery& query, const XQuery& excluded)
{
    return XQuery(XQuery::OP_AND_NOT, query, excluded);
}

}

XQuery Planner::weighed(const Node& node, const XQuery& query) const
{
    return XQuery(XQuery::OP_SCALE_WEIGHT, query, rarities_[static_cast<std::size_t>(node.leaf)]);
}

XQuery Planner::form_query(const WordForm& form) const
{
    const XQuery term(form.term);
    if (form.languages.empty()) return term;
    std::vector<XQuery> languages;
    for (const auto& language : form.languages) languages.emplace_back(language_term(language));
    return XQuery(XQuery::OP_FILTER, term, combined(XQuery::OP_OR, languages));
}

Planned Planner::plan(const Node& node) const
{
    switch (node.kind) {
    case Kind::word: return plan_word(node);
    case Kind::phrase: return plan_phrase(node);
    case Kind::near: return plan_near(node);
    case Kind::all_of: return plan_all(node);
    case Kind::any_of: return plan_any(node, XQuery::OP_OR);
    case Kind::one_of: return plan_any(node, XQuery::OP_XOR);
    case Kind::none_of: return plan_none(node);
    case Kind::maybe: return plan_maybe(node);
    case Kind::outside: return outside_(node.outside);
    case Kind::regex: return {everything(), false};
    }
    return {everything(), false};
}

/// The forms of a word weigh as one word.
Planned Planner::plan_word(const Node& node) const
{
    std::vector<XQuery> parts;
    for (const auto& form : forms_of(node)) parts.push_back(form_query(form));
    if (parts.empty()) return {};
    return {weighed(node, combined(XQuery::OP_SYNONYM, parts)), true};
}

/// Words of a phrase are meant in all languages alike.
Planned Planner::plan_phrase(const Node& node) const
{
    std::vector<XQuery> words;
    for (const auto& part : node.parts) {
        std::vector<XQuery> alternatives;
        for (const auto& form : forms_of(part)) alternatives.emplace_back(form.term);
        if (alternatives.empty()) return {};
        words.push_back(combined(XQuery::OP_OR, alternatives));
    }
    const auto count = static_cast<Xapian::termcount>(words.size());
    return {weighed(node, combined(XQuery::OP_PHRASE, words, count)), true};
}

Planned Planner::plan_near(const Node& node) const
{
    if (auto exact = near_of_words(node)) return {*exact, true};
    auto superset = plan_all(node);
    superset.exact = false;
    return superset;
}

/// Xapian finds words near each other when each operand is a word and no form belongs to two of them.
std::optional<XQuery> Planner::near_of_words(const Node& node) const
{
    std::set<std::string> seen;
    for (const auto& part : node.parts) {
        if (part.kind != Kind::word) return {};
        for (const auto& form : forms_of(part))
            if (!seen.insert(form.term).second) return {};
    }
    std::vector<XQuery> by_language;
    for (const auto& language : words_.languages) {
        std::vector<XQuery> words;
        for (const auto& part : node.parts) {
            std::vector<XQuery> alternatives;
            for (const auto& form : forms_of(part)) {
                const auto& in = form.languages;
                if (in.empty() || std::find(in.begin(), in.end(), language) != in.end())
                    alternatives.emplace_back(form.term);
            }
            if (!alternatives.empty()) words.push_back(combined(XQuery::OP_OR, alternatives));
        }
        if (words.size() < node.parts.size()) continue;
        const auto op = node.ordered ? XQuery::OP_PHRASE : XQuery::OP_NEAR;
        auto near = combined(op, words, static_cast<Xapian::termcount>(node.distance) + 1);
        if (words_.languages.size() > 1) near = XQuery(XQuery::OP_FILTER, near, XQuery(language_term(language)));
        by_language.push_back(near);
    }
    if (by_language.empty()) return XQuery();
    return weighed(node, combined(XQuery::OP_OR, by_language));
}

Planned Planner::plan_all(const Node& node) const
{
    std::vector<XQuery> wanted, unwanted;
    bool exact = true;
    for (const auto& part : node.parts) {
        const bool negative = part.kind == Kind::none_of;
        const auto planned = negative ? plan_excluded(part.parts.front()) : plan(part);
        exact = exact && planned.exact;
        if (!negative)
            wanted.push_back(planned.query);
        else if (planned.exact)
            unwanted.push_back(planned.query);
    }
    if (wanted.empty()) wanted.push_back(everything());
    auto query = combined(XQuery::OP_AND, wanted);
    if (!unwanted.empty()) query = but_not(query, combined(XQuery::OP_OR, unwanted));
    return {query, exact};
}

/// OR, and XOR: when a part may find too much, XOR finds less than OR and OR is proposed.
Planned Planner::plan_any(const Node& node, XQuery::op op) const
{
    std::vector<XQuery> parts;
    bool exact = true;
    for (const auto& part : node.parts) {
        const auto planned = plan(part);
        exact = exact && planned.exact;
        // Xapian would weigh the parts of an XOR that does not hold when it stands inside another, however deep.
        if (op == XQuery::OP_XOR && has_one_of(part)) exact = false;
        parts.push_back(planned.query);
    }
    return {combined(exact ? op : XQuery::OP_OR, parts), exact};
}

Planned Planner::plan_maybe(const Node& node) const
{
    auto planned = plan(node.parts.front());
    if (!weighs_) return planned;
    std::vector<XQuery> others;
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
        const auto other = plan(node.parts[i]);
        planned.exact = planned.exact && other.exact;
        others.push_back(other.query);
    }
    // Xapian 1.4.22 takes the words for the phrase when an OR at the right of AND_MAYBE holds a phrase, and loses
    // passages when the left side is repeated instead: the matcher weighs these.
    if (has_positions(node))
        planned.exact = false;
    else
        planned.query = XQuery(XQuery::OP_AND_MAYBE, planned.query, combined(XQuery::OP_OR, others));
    return planned;
}

/// What only weighs is left out: Xapian 1.4.22 asks the right side of an AND_NOT never for its weights, and an
/// AND_MAYBE there then reads some that nobody set, and loses passages.
Planned Planner::plan_excluded(const Node& node) const
{
    Planner unweighed(*this);
    unweighed.weighs_ = false;
    return unweighed.plan(node);
}

Planned Planner::plan_none(const Node& node) const
{
    const auto excluded = plan_excluded(node.parts.front());
    if (!excluded.exact) return {everything(), false};
    return {but_not(everything(), excluded.query), true};
}

}
