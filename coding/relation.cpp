#include "coding/relation.h"
#include "coding/ties.h"
#include "name_order.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/object.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>

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

constexpr std::array<std::string_view, 3> kind_words{"asymmetric", "symmetric", "transitive"};

}

std::string_view name_of(RelationKind kind)
{
    return kind_words[static_cast<std::size_t>(kind)];
}

std::optional<RelationKind> relation_kind_named(std::string_view word)
{
    const auto found = std::ranges::find(kind_words, word);
    if (found == kind_words.end()) return std::nullopt;
    return static_cast<RelationKind>(found - kind_words.begin());
}

std::string RelationType::shown() const
{
    return workbench::language() == "es" && name_es ? *name_es : name;
}

Text RelationType::shown_inverse() const
{
    return workbench::language() == "es" && inverse_es ? inverse_es : inverse;
}

std::vector<RelationType> relation_types(const Reading& reading)
{
    std::vector<RelationType> all;
    auto row = reading.ask("SELECT r.id, r.name, r.name_es, r.inverse, r.inverse_es, r.kind, "
                           "(SELECT count(*) FROM link l WHERE l.relation = r.id) FROM relation_type r ORDER BY r.id");
    while (row.next())
        all.push_back({row.get<RelationId>(0), row.get<std::string>(1), row.get<Text>(2), row.get<Text>(3),
                       row.get<Text>(4), relation_kind_named(row.view(5)).value_or(RelationKind::asymmetric),
                       row.get<std::int64_t>(6)});
    return all;
}

Result<RelationId> find_relation(const Reading& reading, std::string_view ref)
{
    const auto id = workbench::id_in(ref);
    const auto found = id ? reading.rows<std::int64_t>("SELECT id FROM relation_type WHERE id = ?", *id)
                          : reading.rows<std::int64_t>(
                                "SELECT id FROM relation_type WHERE name = ?1 OR name_es = ?1 ORDER BY id", ref);
    if (found.size() == 1) return RelationId{found.front()};
    const auto names = reading.rows<std::string>(
        "SELECT name FROM relation_type UNION SELECT name_es FROM relation_type WHERE name_es IS NOT NULL");
    return not_one(ref, found, names, say("There is no relation \"{}\".", ref),
                   say("Several relations are called \"{}\".", ref));
}

namespace
{

/// `given` trimmed, when no other relation has it.
Result<std::string> free_name(const Reading& reading, const std::string& given, RelationId self)
{
    const auto name = trimmed(given);
    if (name.empty())
        return fail(ErrorCode::bad_value, say("A relation needs a name."), say("Write it as a verb: \"depends on\"."));
    if (reading.row<RelationId>("SELECT id FROM relation_type WHERE (name = ?1 OR name_es = ?1) AND id <> ?2", name,
                                self))
        return fail(ErrorCode::exists, say("There is a relation \"{}\" already.", name),
                    say("Choose another name, or use that one."));
    return name;
}

}

Result<RelationId> add_relation(Project& project, const std::string& given, RelationKind kind, const Text& inverse)
{
    return project.change(Op::add_relation, [&](Change& change) -> Result<RelationId> {
        const auto name = free_name(change, given, {});
        if (!name) return fail(name.error());
        const auto id = change.new_object<RelationId>(ObjectKind::relation);
        const auto back = inverse && !inverse->empty() ? inverse : std::nullopt;
        change.run("INSERT INTO relation_type (id, name, inverse, kind) VALUES (?, ?, ?, ?)", id, *name, back,
                   name_of(kind));
        change.about(*name);
        return id;
    });
}

Result<int> set_relation(Project& project, RelationId id, const RelationSettings& settings)
{
    return project.change(Op::set_relation, [&](Change& change) -> Result<int> {
        const auto all = relation_types(change);
        const auto before = std::ranges::find(all, id, &RelationType::id);
        if (before == all.end()) return gone(say("There is no relation #{}.", id.value));
        if (before->is_standard())
            return fail(ErrorCode::bad_value, say("\"{}\" is one of the six standard relations.", before->shown()),
                        say("Those stay as they are; make a relation of your own."));
        const auto name = free_name(change, settings.name.value_or(before->name), id);
        if (!name) return fail(name.error());
        const auto inverse = settings.inverse ? trimmed(*settings.inverse) : before->inverse.value_or("");
        const auto changed =
            change.run("UPDATE relation_type SET name = ?1, inverse = nullif(?2, ''), kind = ?3 WHERE id = ?4 AND "
                       "(name IS NOT ?1 OR inverse IS NOT nullif(?2, '') OR kind IS NOT ?3)",
                       *name, inverse, name_of(settings.kind.value_or(before->kind)), id);
        change.about(*name);
        return changed > 0 ? 1 : 0;
    });
}

Result<int> delete_relation(Project& project, RelationId id)
{
    return project.change(Op::delete_relation, [&](Change& change) -> Result<int> {
        const auto name = change.row<std::string>("SELECT name FROM relation_type WHERE id = ?", id);
        if (!name) return gone(say("There is no relation #{}.", id.value));
        const auto links = change.row<std::int64_t>("SELECT count(*) FROM link WHERE relation = ?", id).value_or(0);
        if (links > 0)
            return fail(ErrorCode::conflict,
                        workbench::say_n("There is {} link of the relation \"{}\".",
                                         "There are {} links of the relation \"{}\".", links, links, *name),
                        say("Remove the links first."));
        if (const auto free = may_go(change, {id.value}, say("\"{}\"", *name)); !free) return fail(free.error());
        cut_ties(change, id.value);
        change.run("DELETE FROM relation_type WHERE id = ?", id);
        change.drop_object(id.value);
        change.about(*name);
        return 1;
    });
}

}
