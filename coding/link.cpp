#include "coding/link.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "coding/ties.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/object.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::ObjectKind;
using workbench::Op;
using workbench::say;
using Text = std::optional<std::string>;

namespace
{

std::vector<QuotationId> quotations_of(const Reading& reading, LinkId id)
{
    return reading.rows<QuotationId>(
        "SELECT l.quotation FROM link_quotation l JOIN quotation q ON q.id = l.quotation "
        "JOIN document d ON d.id = q.document LEFT JOIN quotation_place p ON p.quotation = q.id "
        "WHERE l.link = ? ORDER BY d.number, d.copy, p.begin, p.\"end\", q.id",
        id);
}

Link read_link(const Reading& reading, const workbench::Cursor& row)
{
    const auto id = row.get<LinkId>(0);
    return {id,
            row.get<std::int64_t>(1),
            row.get<RelationId>(2),
            row.get<std::int64_t>(3),
            row.get<Text>(4),
            quotations_of(reading, id)};
}

constexpr std::string_view link_rows = "SELECT id, origin, relation, target, comment FROM link ";

Result<void> known(const Reading& reading, const NewLink& link)
{
    for (const auto end : {link.origin, link.target})
        if (!workbench::kind_of(reading, end)) return gone(say("There is no object #{}.", end));
    if (!reading.row<RelationId>("SELECT id FROM relation_type WHERE id = ?", link.relation))
        return gone(say("There is no relation #{}.", link.relation.value));
    for (const auto quotation : link.quotations)
        if (!reading.row<QuotationId>("SELECT id FROM quotation WHERE id = ?", quotation))
            return gone(say("There is no quotation #{}.", quotation.value));
    return {};
}

std::string sentence_of(const Reading& reading, const NewLink& link)
{
    const auto relation = reading.row<std::string>("SELECT name FROM relation_type WHERE id = ?", link.relation);
    return fmt::format("{} \u00b7 {} \u00b7 {}", title_of(reading, link.origin), relation.value_or(""),
                       title_of(reading, link.target));
}

/// Refuses what is there already, in either direction when the relation has none.
Result<void> is_new(const Reading& reading, const NewLink& link, LinkId self)
{
    const auto twin = reading.row<LinkId>(
        "SELECT l.id FROM link l JOIN relation_type r ON r.id = l.relation WHERE l.relation = ?2 AND l.id <> ?4 AND "
        "((l.origin = ?1 AND l.target = ?3) OR (r.kind = 'symmetric' AND l.origin = ?3 AND l.target = ?1))",
        link.origin, link.relation, link.target, self);
    if (!twin) return {};
    return fail(ErrorCode::exists, say("This link is there already: {}.", sentence_of(reading, link)),
                say("Change that one (#{}).", twin->value));
}

bool justify(Change& change, LinkId id, const std::vector<QuotationId>& wanted)
{
    const auto there = quotations_of(change, id);
    bool changed = false;
    for (const auto quotation : there) {
        if (std::ranges::find(wanted, quotation) != wanted.end()) continue;
        change.run("DELETE FROM link_quotation WHERE link = ? AND quotation = ?", id, quotation);
        changed = true;
    }
    for (auto at = wanted.begin(); at != wanted.end(); ++at) {
        if (std::ranges::find(there, *at) != there.end() || std::find(wanted.begin(), at, *at) != at) continue;
        change.run("INSERT INTO link_quotation (id, link, quotation) VALUES (?, ?, ?)",
                   change.next_id<workbench::Id<struct LinkQuotationTag>>(), id, *at);
        changed = true;
    }
    return changed;
}

}

std::vector<Link> links(const Reading& reading, std::optional<std::int64_t> object)
{
    std::vector<Link> all;
    auto row = object ? reading.ask(std::string(link_rows) + "WHERE origin = ?1 OR target = ?1 ORDER BY id", *object)
                      : reading.ask(std::string(link_rows) + "ORDER BY id");
    while (row.next()) all.push_back(read_link(reading, row));
    return all;
}

std::optional<Link> link(const Reading& reading, LinkId id)
{
    auto row = reading.ask(std::string(link_rows) + "WHERE id = ?", id);
    if (!row.next()) return std::nullopt;
    return read_link(reading, row);
}

Result<LinkId> find_link(const Reading& reading, std::string_view ref)
{
    const auto id = workbench::id_in(ref);
    if (!id)
        return fail(ErrorCode::bad_value, say("\"{}\" does not name a link.", ref),
                    say("A link is named by its id, as in #123."));
    if (reading.row<LinkId>("SELECT id FROM link WHERE id = ?", *id)) return LinkId{*id};
    return gone(say("There is no link {}.", ref));
}

Result<LinkId> add_link(Project& project, const NewLink& link)
{
    return project.change(Op::add_link, [&](Change& change) -> Result<LinkId> {
        if (const auto all = known(change, link); !all) return fail(all.error());
        if (link.origin == link.target)
            return fail(ErrorCode::bad_value,
                        say("A link needs two different ends, not \"{}\" twice.", title_of(change, link.origin)),
                        say("Choose another end."));
        if (const auto fresh = is_new(change, link, {}); !fresh) return fail(fresh.error());
        const auto id = change.new_object<LinkId>(ObjectKind::link);
        const auto comment = link.comment && !link.comment->empty() ? link.comment : std::nullopt;
        change.run("INSERT INTO link (id, origin, relation, target, comment, created_at, created_by) VALUES (?, ?, ?, "
                   "?, ?, ?, ?)",
                   id, link.origin, link.relation, link.target, comment, change.now(), change.coder());
        justify(change, id, link.quotations);
        change.about(sentence_of(change, link));
        return id;
    });
}

Result<int> set_link(Project& project, LinkId id, const LinkSettings& settings)
{
    return project.change(Op::set_link, [&](Change& change) -> Result<int> {
        const auto before = link(change, id);
        if (!before) return gone(say("There is no link #{}.", id.value));
        const NewLink wanted{before->origin,
                             settings.relation.value_or(before->relation),
                             before->target,
                             {},
                             settings.quotations.value_or(before->quotations)};
        if (const auto all = known(change, wanted); !all) return fail(all.error());
        if (const auto fresh = is_new(change, wanted, id); !fresh) return fail(fresh.error());
        bool changed =
            change.run("UPDATE link SET relation = ?1 WHERE id = ?2 AND relation <> ?1", wanted.relation, id) > 0;
        if (settings.comment)
            changed |=
                change.run("UPDATE link SET comment = nullif(?1, '') WHERE id = ?2 AND comment IS NOT nullif(?1, '')",
                           *settings.comment, id) > 0;
        changed |= justify(change, id, wanted.quotations);
        change.about(sentence_of(change, wanted));
        return changed ? 1 : 0;
    });
}

Result<int> reverse_link(Project& project, LinkId id)
{
    return project.change(Op::set_link, [&](Change& change) -> Result<int> {
        const auto before = link(change, id);
        if (!before) return gone(say("There is no link #{}.", id.value));
        const NewLink wanted{before->target, before->relation, before->origin};
        if (const auto fresh = is_new(change, wanted, id); !fresh) return fail(fresh.error());
        change.run("UPDATE link SET origin = ?, target = ? WHERE id = ?", wanted.origin, wanted.target, id);
        change.about(sentence_of(change, wanted));
        return 1;
    });
}

Result<int> delete_link(Project& project, LinkId id)
{
    return project.change(Op::delete_link, [&](Change& change) -> Result<int> {
        const auto before = link(change, id);
        if (!before) return gone(say("There is no link #{}.", id.value));
        const auto sentence = sentence_of(change, {before->origin, before->relation, before->target});
        if (const auto free = may_go(change, {id.value}, sentence); !free) return fail(free.error());
        drop_link(change, id);
        change.about(sentence);
        return 1;
    });
}

}
