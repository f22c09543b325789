#include "workbench/history.h"
#include "door.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace workbench
{
namespace
{

using Name = std::pair<std::int64_t, std::int64_t>; // replica, n

constexpr std::string_view columns = "SELECT h.seq, h.replica, h.n, h.at, h.coder, h.op, h.subject,"
                                     " (SELECT u.seq FROM history u WHERE u.replica = h.undoes_replica AND u.n = "
                                     "h.undoes_n), h.state = 'suspended' FROM history h ";

HistoryEntry entry_at(const Cursor& row)
{
    return {row.get<std::int64_t>(0), row.get<std::int64_t>(1),
            row.get<std::int64_t>(2), row.get<std::string>(3),
            row.get<std::string>(4),  row.get<std::string>(5),
            row.get<std::string>(6),  row.get<std::optional<std::int64_t>>(7),
            row.get<bool>(8)};
}

bool mentions(std::string_view changeset, std::int64_t object)
{
    bool found = false;
    const auto holds = [&](const std::vector<RowChange::Value>& values) {
        return std::any_of(values.begin(), values.end(), [&](const auto& value) {
            const auto* number = std::get_if<std::int64_t>(&value);
            return number && *number == object;
        });
    };
    each_row(changeset,
             [&](const RowChange& row) { found = found || row.id == object || holds(row.before) || holds(row.after); });
    return found;
}

/// One row of the history for the walk that finds what stands.
struct Step {
    std::int64_t seq;
    Name name;
    std::string op;
    std::optional<Name> undoes;
    bool own;
};

/// Walks the history from the newest to the oldest and says which rows stand: an undo kills what it undoes unless a
/// redo has killed the undo. `see` answers false to stop.
void walk_back(const Reading& reading, const std::function<bool(const Step&, bool stands)>& see)
{
    std::set<Name> dead;
    auto row = reading.ask(
        "SELECT seq, replica, n, op, undoes_replica, undoes_n, replica IN (SELECT number FROM replica) FROM history"
        " WHERE state = 'applied' ORDER BY seq DESC");
    while (row.next()) {
        Step step{row.get<std::int64_t>(0),
                  {row.get<std::int64_t>(1), row.get<std::int64_t>(2)},
                  row.get<std::string>(3),
                  {},
                  row.get<bool>(6)};
        if (!row.null(4)) step.undoes = Name{row.get<std::int64_t>(4), row.get<std::int64_t>(5)};
        const bool stands = !dead.contains(step.name);
        if (stands && step.undoes) dead.insert(*step.undoes);
        if (!see(step, stands)) return;
    }
}

bool is_gesture(const Step& step)
{
    return !step.undoes && step.op != name_of(Op::join).word;
}

std::optional<std::int64_t> seq_to_undo(const Reading& reading)
{
    std::optional<std::int64_t> found;
    walk_back(reading, [&](const Step& step, bool stands) {
        if (step.own && stands && is_gesture(step)) found = step.seq;
        return !found;
    });
    return found;
}

/// The newest own undo that stands, unless a new gesture of ours came after it.
std::optional<std::int64_t> seq_to_redo(const Reading& reading)
{
    std::optional<std::int64_t> found;
    walk_back(reading, [&](const Step& step, bool stands) {
        if (!step.own) return true;
        if (is_gesture(step)) return false;
        if (stands && step.op == name_of(Op::undo).word) found = step.seq;
        return !found;
    });
    return found;
}

std::optional<HistoryEntry> entry(const Reading& reading, std::int64_t seq)
{
    auto row = reading.ask(std::string(columns) + "WHERE h.seq = ?", seq);
    return row.next() ? std::optional(entry_at(row)) : std::nullopt;
}

std::string effect_of(const Reading& reading, std::int64_t seq)
{
    return unpacked(
        reading.row<std::string>("SELECT ifnull(effect, authored) FROM history WHERE seq = ?", seq).value_or(""));
}

/// Later standing changes that touch a row of this change, or point at something that it made.
std::vector<HistoryEntry> in_the_way(const Reading& reading, std::int64_t seq)
{
    std::set<std::pair<std::string, std::int64_t>> rows;
    std::set<std::int64_t> made;
    each_row(effect_of(reading, seq), [&](const RowChange& row) {
        rows.emplace(row.table, row.id);
        if (row.op == RowOp::insert) made.insert(row.id);
    });
    std::vector<std::int64_t> candidates;
    walk_back(reading, [&](const Step& step, bool stands) {
        if (step.seq > seq && stands && !step.undoes) candidates.push_back(step.seq);
        return step.seq > seq;
    });
    std::vector<HistoryEntry> found;
    for (const auto candidate : candidates) {
        bool stands_in_way = false;
        each_row(effect_of(reading, candidate), [&](const RowChange& row) {
            if (rows.contains({std::string(row.table), row.id})) stands_in_way = true;
            for (const auto& value : row.after)
                if (const auto* number = std::get_if<std::int64_t>(&value); number && made.contains(*number))
                    stands_in_way = true;
        });
        if (stands_in_way) found.push_back(*entry(reading, candidate));
    }
    return found;
}

tl::unexpected<Error> refused(const Reading& reading, const HistoryEntry& wanted)
{
    std::string list;
    const auto later = in_the_way(reading, wanted.seq);
    for (const auto& change : later) {
        if (!list.empty()) list += "; ";
        list += std::to_string(change.seq) + " " + said_of(change);
    }
    if (list.empty()) list = say("a change that is no longer told apart");
    return fail(ErrorCode::conflict,
                say("Change {} ({}) cannot be taken back alone, because later changes stand on it: {}.", wanted.seq,
                    said_of(wanted), list),
                say("Undo those first."));
}

/// Takes back the row `seq` by a new change.
Result<void> take_back(Project& project, ChangeDoor& door, std::int64_t seq, Op op)
{
    const auto wanted = entry(project, seq);
    const auto changeset = inverted(effect_of(project, seq));
    const auto done = door.record(
        op,
        [&](Change& change) -> Result<void> {
            change.about(wanted->subject);
            if (apply_strictly(door.connection(), changeset)) return refused(project, *wanted);
            return {};
        },
        ChangeDoor::Undoes{wanted->replica, wanted->n});
    if (!done) return fail(done.error());
    return {};
}

/// Takes back several, in the order given, or none.
Result<std::vector<std::int64_t>> take_back_all(Project& project, const std::vector<std::int64_t>& seqs)
{
    return through_the_door(project, [&](ChangeDoor& door) -> Result<std::vector<std::int64_t>> {
        for (const auto seq : seqs) {
            const auto wanted = entry(project, seq);
            if (const auto done = take_back(project, door, seq, wanted->undoes ? Op::redo : Op::undo); !done)
                return fail(done.error());
        }
        return seqs;
    });
}

bool stands(const Reading& reading, std::int64_t seq)
{
    bool standing = false;
    walk_back(reading, [&](const Step& step, bool now) {
        if (step.seq == seq) standing = now;
        return step.seq > seq;
    });
    return standing;
}

Result<std::vector<std::int64_t>> several(Project& project, int steps, Op op)
{
    return through_the_door(project, [&](ChangeDoor& door) -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> seqs;
        for (int step = 0; step < steps; ++step) {
            const auto seq = op == Op::undo ? seq_to_undo(project) : seq_to_redo(project);
            if (!seq && op == Op::undo)
                return fail(ErrorCode::nothing_to_undo,
                            steps == 1 ? say("There is nothing to undo.")
                                       : say("There are only {} changes to undo, not {}.", step, steps));
            if (!seq)
                return fail(ErrorCode::nothing_to_redo,
                            steps == 1 ? say("There is nothing to redo.")
                                       : say("There are only {} changes to redo, not {}.", step, steps));
            const auto undone = entry(project, *seq)->undoes;
            if (const auto done = take_back(project, door, *seq, op); !done) return fail(done.error());
            seqs.push_back(op == Op::undo ? *seq : undone.value_or(*seq));
        }
        return seqs;
    });
}

}

std::string said_of(const HistoryEntry& entry)
{
    const auto title = title_of(entry.op);
    return entry.subject.empty() ? title : title + " \u00b7 " + entry.subject;
}

std::vector<HistoryEntry> history(const Reading& reading, std::optional<std::int64_t> object,
                                  std::optional<std::int64_t> limit)
{
    std::vector<HistoryEntry> entries;
    auto row = reading.ask(std::string(columns) + "ORDER BY h.seq DESC");
    while ((!limit || static_cast<std::int64_t>(entries.size()) < *limit) && row.next()) {
        auto found = entry_at(row);
        if (object && !mentions(effect_of(reading, found.seq), *object)) continue;
        entries.push_back(std::move(found));
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Result<std::vector<std::int64_t>> undo(Project& project, int steps)
{
    return several(project, steps, Op::undo);
}
Result<std::vector<std::int64_t>> redo(Project& project, int steps)
{
    return several(project, steps, Op::redo);
}

std::optional<HistoryEntry> next_undo(const Reading& reading)
{
    const auto seq = seq_to_undo(reading);
    return seq ? entry(reading, *seq) : std::nullopt;
}

std::optional<HistoryEntry> next_redo(const Reading& reading)
{
    const auto seq = seq_to_redo(reading);
    if (!seq) return std::nullopt;
    const auto undone = entry(reading, *seq)->undoes;
    return undone ? entry(reading, *undone) : std::nullopt;
}

Result<void> undo_change(Project& project, std::int64_t seq)
{
    return through_the_door(project, [&](ChangeDoor& door) -> Result<void> {
        const auto wanted = entry(project, seq);
        if (!wanted) return fail(ErrorCode::not_found, say("There is no change {} in the history.", seq));
        if (!stands(project, seq)) return fail(ErrorCode::bad_value, say("Change {} is taken back already.", seq));
        return take_back(project, door, seq, wanted->undoes ? Op::redo : Op::undo);
    });
}

std::vector<HistoryEntry> standing_on(const Reading& reading, std::int64_t seq)
{
    std::map<std::int64_t, HistoryEntry, std::greater<>> found;
    std::vector<std::int64_t> open{seq};
    while (!open.empty()) {
        const auto next = open.back();
        open.pop_back();
        for (auto& later : in_the_way(reading, next))
            if (found.emplace(later.seq, later).second) open.push_back(later.seq);
    }
    std::vector<HistoryEntry> entries;
    for (auto& [later, entry] : found) entries.push_back(std::move(entry));
    return entries;
}

Result<std::vector<std::int64_t>> undo_with_later(Project& project, std::int64_t seq)
{
    if (!entry(project, seq)) return fail(ErrorCode::not_found, say("There is no change {} in the history.", seq));
    if (!stands(project, seq)) return fail(ErrorCode::bad_value, say("Change {} is taken back already.", seq));
    std::vector<std::int64_t> seqs;
    for (const auto& later : standing_on(project, seq)) seqs.push_back(later.seq);
    seqs.push_back(seq);
    return take_back_all(project, seqs);
}

Result<std::vector<std::int64_t>> undo_back_to(Project& project, std::int64_t seq)
{
    std::vector<std::int64_t> seqs;
    walk_back(project, [&](const Step& step, bool now) {
        if (step.seq > seq && step.own && now && is_gesture(step)) seqs.push_back(step.seq);
        return step.seq > seq;
    });
    if (seqs.empty()) return fail(ErrorCode::nothing_to_undo, say("Nothing was done here after that."));
    return take_back_all(project, seqs);
}

std::vector<bool> taken_back(const std::vector<HistoryEntry>& entries)
{
    std::vector<bool> dead(entries.size());
    std::set<std::int64_t> undone;
    for (auto i = entries.size(); i-- > 0;) {
        const auto& one = entries[i];
        dead[i] = undone.contains(one.seq);
        if (!dead[i] && !one.suspended && one.undoes) undone.insert(*one.undoes);
    }
    return dead;
}

}
