#include "coding/memo.h"
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

std::vector<std::int64_t> targets_of(const Reading& reading, MemoId id)
{
    return reading.rows<std::int64_t>("SELECT object FROM memo_target WHERE memo = ? ORDER BY position, id", id);
}

Memo read_memo(const Reading& reading, const workbench::Cursor& row)
{
    const auto id = row.get<MemoId>(0);
    return {id,
            row.get<std::string>(1),
            row.get<std::string>(2),
            row.get<std::string>(3),
            targets_of(reading, id),
            row.get<std::string>(4),
            row.get<std::string>(5)};
}

Result<void> sound_title(const std::string& title)
{
    if (!title.empty()) return {};
    return fail(ErrorCode::bad_value, say("A memo needs a title."), say("Give it a few words."));
}

Result<void> sound_kind(const std::string& kind)
{
    if (std::ranges::find(memo_kinds, kind) != memo_kinds.end()) return {};
    return fail(ErrorCode::bad_value, say("\"{}\" is not a kind of memo.", kind),
                say("The kinds are: {}.", listing({memo_kinds.begin(), memo_kinds.end()})));
}

Result<void> known_objects(const Reading& reading, const std::vector<std::int64_t>& objects)
{
    for (const auto object : objects)
        if (!workbench::kind_of(reading, object)) return gone(say("There is no object #{}.", object));
    return {};
}

bool hang(Change& change, MemoId id, const std::vector<std::int64_t>& on)
{
    std::vector<std::int64_t> wanted;
    for (const auto object : on)
        if (std::ranges::find(wanted, object) == wanted.end()) wanted.push_back(object);
    if (targets_of(change, id) == wanted) return false;
    change.run("DELETE FROM memo_target WHERE memo = ?", id);
    for (std::size_t at = 0; at < wanted.size(); ++at)
        change.run("INSERT INTO memo_target (id, memo, object, position) VALUES (?, ?, ?, ?)",
                   change.next_id<workbench::Id<struct MemoTargetTag>>(), id, wanted[at], at);
    return true;
}

bool set_text(Change& change, MemoId id, const char* column, const std::optional<std::string>& text)
{
    return text &&
           change.run(fmt::format("UPDATE memo SET {0} = ?1 WHERE id = ?2 AND {0} IS NOT ?1", column), *text, id) > 0;
}

constexpr std::string_view memo_rows =
    "SELECT m.id, m.title, m.kind, m.text, c.name, m.at FROM memo m JOIN coder c ON c.id = m.coder ";

}

std::vector<Memo> memos(const Reading& reading, std::optional<std::int64_t> object)
{
    std::vector<Memo> all;
    auto row =
        object ? reading.ask(std::string(memo_rows) +
                                 "WHERE m.id IN (SELECT memo FROM memo_target WHERE object = ?) ORDER BY m.at, m.id",
                             *object)
               : reading.ask(std::string(memo_rows) + "ORDER BY m.at, m.id");
    while (row.next()) all.push_back(read_memo(reading, row));
    return all;
}

std::optional<Memo> memo(const Reading& reading, MemoId id)
{
    auto row = reading.ask(std::string(memo_rows) + "WHERE m.id = ?", id);
    if (!row.next()) return std::nullopt;
    return read_memo(reading, row);
}

Result<MemoId> find_memo(const Reading& reading, std::string_view ref)
{
    const auto id = workbench::id_in(ref);
    const auto found = id ? reading.rows<std::int64_t>("SELECT id FROM memo WHERE id = ?", *id)
                          : reading.rows<std::int64_t>("SELECT id FROM memo WHERE title = ? ORDER BY id", ref);
    if (found.size() == 1) return MemoId{found.front()};
    return not_one(ref, found, reading.rows<std::string>("SELECT title FROM memo"),
                   say("There is no memo \"{}\".", ref), say("Several memos are called \"{}\".", ref));
}

Result<MemoId> add_memo(Project& project, const NewMemo& memo)
{
    const auto title = trimmed(memo.title);
    if (const auto sound = sound_title(title); !sound) return fail(sound.error());
    if (const auto sound = sound_kind(memo.kind); !sound) return fail(sound.error());
    return project.change(Op::add_memo, [&](Change& change) -> Result<MemoId> {
        if (const auto known = known_objects(change, memo.on); !known) return fail(known.error());
        const auto id = change.new_object<MemoId>(ObjectKind::memo);
        change.run("INSERT INTO memo (id, title, kind, text, coder, at) VALUES (?, ?, ?, ?, ?, ?)", id, title,
                   memo.kind, memo.text, change.coder(), change.now());
        hang(change, id, memo.on);
        change.about(title);
        return id;
    });
}

Result<int> set_memo(Project& project, MemoId id, const MemoSettings& settings)
{
    auto title = settings.title;
    if (title) {
        title = trimmed(*title);
        if (const auto sound = sound_title(*title); !sound) return fail(sound.error());
    }
    if (settings.kind)
        if (const auto sound = sound_kind(*settings.kind); !sound) return fail(sound.error());
    return project.change(Op::set_memo, [&](Change& change) -> Result<int> {
        if (!memo(change, id)) return gone(say("There is no memo #{}.", id.value));
        if (const auto known = known_objects(change, settings.on.value_or(std::vector<std::int64_t>())); !known)
            return fail(known.error());
        bool changed = set_text(change, id, "title", title);
        changed |= set_text(change, id, "text", settings.text);
        changed |= set_text(change, id, "kind", settings.kind);
        changed |= settings.on && hang(change, id, *settings.on);
        if (!changed) return 0;
        change.run("UPDATE memo SET modified_at = ?, modified_by = ? WHERE id = ?", change.now(), change.coder(), id);
        change.about(memo(change, id)->title);
        return 1;
    });
}

Result<int> delete_memo(Project& project, MemoId id)
{
    return project.change(Op::delete_memo, [&](Change& change) -> Result<int> {
        const auto before = memo(change, id);
        if (!before) return gone(say("There is no memo #{}.", id.value));
        if (const auto free = may_go(change, {id.value}, say("\"{}\"", before->title)); !free)
            return fail(free.error());
        cut_ties(change, id.value);
        change.run("DELETE FROM memo_target WHERE memo = ?", id);
        change.run("DELETE FROM memo WHERE id = ?", id);
        change.drop_object(id.value);
        change.about(before->title);
        return 1;
    });
}

}
