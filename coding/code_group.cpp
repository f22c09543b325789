#include "coding/code_group.h"
#include "coding/ties.h"
#include "name_order.h"
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

namespace
{

std::vector<CodeId> codes_in(const Reading& reading, CodeGroupId id)
{
    return reading.rows<CodeId>(
        "SELECT m.object FROM code_group_member m JOIN code c ON c.id = m.object WHERE m.code_group = ? "
        "ORDER BY m.position, m.id",
        id);
}

Result<std::string> free_name(const Reading& reading, const std::string& given, CodeGroupId self)
{
    const auto name = trimmed(given);
    if (name.empty()) return fail(ErrorCode::bad_value, say("A group needs a name."), say("Give it a few words."));
    if (reading.row<CodeGroupId>("SELECT id FROM code_group WHERE name = ? AND id <> ?", name, self))
        return fail(ErrorCode::exists, say("There is a group \"{}\" already.", name), say("Choose another name."));
    return name;
}

Result<void> known_codes(const Reading& reading, const std::vector<CodeId>& codes)
{
    for (const auto code : codes)
        if (!reading.row<CodeId>("SELECT id FROM code WHERE id = ?", code))
            return gone(say("There is no code #{}.", code.value));
    return {};
}

/// Adds those that are not in it yet; whether any was.
bool add_codes(Change& change, CodeGroupId id, const std::vector<CodeId>& codes)
{
    auto there = codes_in(change, id);
    bool changed = false;
    for (const auto code : codes) {
        if (std::ranges::find(there, code) != there.end()) continue;
        change.run("INSERT INTO code_group_member (id, code_group, object, position) VALUES (?, ?, ?, ?)",
                   change.next_id<workbench::Id<struct CodeGroupMemberTag>>(), id, code, there.size());
        there.push_back(code);
        changed = true;
    }
    return changed;
}

bool replace_codes(Change& change, CodeGroupId id, const std::vector<CodeId>& codes)
{
    if (codes_in(change, id) == codes) return false;
    change.run("DELETE FROM code_group_member WHERE code_group = ? AND object IN (SELECT id FROM code)", id);
    add_codes(change, id, codes);
    return true;
}

CodeGroupId insert_group(Change& change, const std::string& name)
{
    const auto id = change.new_object<CodeGroupId>(ObjectKind::code_group);
    change.run("INSERT INTO code_group (id, name) VALUES (?, ?)", id, name);
    return id;
}

}

std::vector<CodeGroup> code_groups(const Reading& reading)
{
    std::vector<CodeGroup> groups;
    for (auto& [id, name, comment] : reading.rows<std::tuple<CodeGroupId, std::string, std::optional<std::string>>>(
             "SELECT id, name, comment FROM code_group"))
        groups.push_back(
            {id, std::move(name), std::move(comment), codes_in(reading, id),
             reading.rows<std::int64_t>("SELECT object FROM code_group_member WHERE code_group = ? AND object NOT IN "
                                        "(SELECT id FROM code) ORDER BY position, id",
                                        id)});
    std::ranges::sort(groups, [](const CodeGroup& a, const CodeGroup& b) {
        return a.name != b.name ? name_before(a.name, b.name) : a.id < b.id;
    });
    return groups;
}

Result<CodeGroupId> find_group(const Reading& reading, std::string_view ref)
{
    const auto id = workbench::id_in(ref);
    const auto found = id ? reading.rows<std::int64_t>("SELECT id FROM code_group WHERE id = ?", *id)
                          : reading.rows<std::int64_t>("SELECT id FROM code_group WHERE name = ? ORDER BY id", ref);
    if (found.size() == 1) return CodeGroupId{found.front()};
    return not_one(ref, found, reading.rows<std::string>("SELECT name FROM code_group"),
                   say("There is no group \"{}\".", ref), say("Several groups are called \"{}\".", ref));
}

Result<CodeGroupId> add_group(Project& project, const std::string& given, const std::vector<CodeId>& codes)
{
    return project.change(Op::add_group, [&](Change& change) -> Result<CodeGroupId> {
        const auto name = free_name(change, given, {});
        if (!name) return fail(name.error());
        if (const auto known = known_codes(change, codes); !known) return fail(known.error());
        change.about(*name);
        return group_named(change, *name, codes);
    });
}

Result<int> set_group(Project& project, CodeGroupId id, const CodeGroupSettings& settings)
{
    return project.change(Op::set_group, [&](Change& change) -> Result<int> {
        const auto before = change.row<std::string>("SELECT name FROM code_group WHERE id = ?", id);
        if (!before) return gone(say("There is no group #{}.", id.value));
        const auto name = free_name(change, settings.name.value_or(*before), id);
        if (!name) return fail(name.error());
        if (const auto known = known_codes(change, settings.codes.value_or(std::vector<CodeId>())); !known)
            return fail(known.error());
        bool changed = change.run("UPDATE code_group SET name = ?1 WHERE id = ?2 AND name <> ?1", *name, id) > 0;
        if (settings.comment)
            changed |=
                change.run(
                    "UPDATE code_group SET comment = nullif(?1, '') WHERE id = ?2 AND comment IS NOT nullif(?1, '')",
                    *settings.comment, id) > 0;
        if (settings.codes) changed |= replace_codes(change, id, *settings.codes);
        change.about(*name);
        return changed ? 1 : 0;
    });
}

Result<int> delete_group(Project& project, CodeGroupId id)
{
    return project.change(Op::delete_group, [&](Change& change) -> Result<int> {
        const auto name = change.row<std::string>("SELECT name FROM code_group WHERE id = ?", id);
        if (!name) return gone(say("There is no group #{}.", id.value));
        if (const auto free = may_go(change, {id.value}, say("\"{}\"", *name)); !free) return fail(free.error());
        cut_ties(change, id.value);
        change.run("DELETE FROM code_group_member WHERE code_group = ?", id);
        change.run("DELETE FROM code_group WHERE id = ?", id);
        change.drop_object(id.value);
        change.about(*name);
        return 1;
    });
}

CodeGroupId group_named(Change& change, const std::string& name, const std::vector<CodeId>& codes)
{
    const auto there = change.row<CodeGroupId>("SELECT id FROM code_group WHERE name = ? ORDER BY id", name);
    const auto id = there ? *there : insert_group(change, name);
    add_codes(change, id, codes);
    return id;
}

}
