#include "linking.h"
#include "coding/code_group.h"
#include "coding/memo.h"
#include "coding/object_ref.h"
#include "kind_name.h"
#include "look.h"
#include "shown.h"
#include "workbench/document.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include <algorithm>
#include <unordered_set>

namespace gui
{

using coding::RelationKind;
using workbench::ObjectKind;
using workbench::say;
using workbench::tr;

namespace
{

constexpr std::int64_t most_sought = 300; ///< characters of a quotation

/// Ids of rows that stand for something to be made.
constexpr std::int64_t offer_of(RelationKind kind)
{
    return -1 - static_cast<std::int64_t>(kind);
}

}

std::string relation_kind_name(RelationKind kind)
{
    switch (kind) {
    case RelationKind::asymmetric: return tr("one way");
    case RelationKind::symmetric: return tr("both ways");
    case RelationKind::transitive: return tr("one way, chains");
    }
    return {};
}

std::vector<ChoicePalette::Row> relation_rows(const coding::Reading& reading)
{
    std::vector<ChoicePalette::Row> rows;
    for (const auto& relation : coding::relation_types(reading))
        rows.push_back({relation.id.value,
                        relation.shown(),
                        relation_kind_name(relation.kind),
                        relation.name + " " + relation.name_es.value_or("") + " " + relation.inverse.value_or("") +
                            " " + relation.inverse_es.value_or(""),
                        {}});
    return rows;
}

std::vector<ChoicePalette::Row> relation_offers(const std::string& typed)
{
    std::vector<ChoicePalette::Row> rows;
    for (const auto kind : {RelationKind::asymmetric, RelationKind::symmetric, RelationKind::transitive})
        rows.push_back({offer_of(kind), say("New relation \"{}\"", typed), relation_kind_name(kind), {}, {}});
    return rows;
}

workbench::Result<coding::RelationId> relation_of(workbench::Project& project, const ChoicePalette::Row& row,
                                                  const std::string& typed)
{
    if (row.id > 0) return coding::RelationId{row.id};
    return coding::add_relation(project, typed, static_cast<RelationKind>(-1 - row.id));
}

std::vector<ChoicePalette::Row> object_rows(Session& session, const coding::Network& network)
{
    std::unordered_set<std::int64_t> there;
    for (const auto& node : network.nodes)
        if (node.object) there.insert(*node.object);
    std::vector<ChoicePalette::Row> rows;
    const auto add = [&](std::int64_t id, std::string name, ObjectKind kind, std::optional<wxColour> color = {}) {
        if (!there.contains(id))
            rows.push_back({id, std::move(name), utf8(object_kind_name(kind)), {}, std::move(color)});
    };
    const auto& reading = session.reading();
    for (const auto& code : session.codes()) add(code.id.value, code.path, ObjectKind::code, look::of_code(code.color));
    for (const auto& group : coding::code_groups(reading)) add(group.id.value, group.name, ObjectKind::code_group);
    for (const auto& memo : coding::memos(reading)) add(memo.id.value, memo.title, ObjectKind::memo);
    for (const auto& document : session.documents()) add(document.id.value, document.name, ObjectKind::document);
    for (const auto& one : workbench::cases(reading)) add(one.id.value, one.name, ObjectKind::study_case);
    for (const auto& quotation : session.quotations()) {
        auto name = quotation.label();
        if (quotation.span) name += " " + coding::opening_of(reading, quotation, most_sought);
        add(quotation.id.value, name, ObjectKind::quotation);
    }
    return rows;
}

std::string sentence_of(const coding::Reading& reading, const coding::Link& link)
{
    std::string relation;
    for (const auto& type : coding::relation_types(reading))
        if (type.id == link.relation) relation = type.shown();
    return coding::title_of(reading, link.origin) + " \u2192 " + relation + " \u2192 " +
           coding::title_of(reading, link.target);
}

}
