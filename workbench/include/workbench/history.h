#pragma once
#include "workbench/result.h"
#include "workbench/rows.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace workbench
{

class Project;

/// A row of the history, as people see it.
struct HistoryEntry {
    std::int64_t seq; ///< order of arrival here, from 1
    std::int64_t replica, n;
    std::string at, coder, op, subject;
    std::optional<std::int64_t> undoes; ///< seq of the row that it takes back
    bool suspended;                     ///< set aside by a merge: something that happened elsewhere stands against it
};

/// "write a memo · Brecha digital": what was done, translated, and to what.
std::string said_of(const HistoryEntry& entry);

/// The history, oldest first: all of it, or the newest `limit`; of one object when `object` is given (rows that made,
/// changed, removed or pointed at it).
std::vector<HistoryEntry> history(const Reading& reading, std::optional<std::int64_t> object = {},
                                  std::optional<std::int64_t> limit = {});

/// Takes back the newest `steps` standing changes made by this copy, all or none, each by a new change. Returns the
/// seqs of the changes taken back, in that order. Errors: nothing_to_undo (fewer than `steps` are left); conflict:
/// later changes stand in the way, and `detail` lists them. The project is then as before.
Result<std::vector<std::int64_t>> undo(Project& project, int steps = 1);

/// Takes back the newest `steps` undos, all or none. Returns the seqs of the changes made again. A new change after an
/// undo leaves nothing to redo. Errors: nothing_to_redo, conflict.
Result<std::vector<std::int64_t>> redo(Project& project, int steps = 1);

/// What the next undo or redo would take back or make again; nothing when there is none.
std::optional<HistoryEntry> next_undo(const Reading& reading);
std::optional<HistoryEntry> next_redo(const Reading& reading);

/// Takes back any one change, if nothing stands in its way. Errors: not_found, conflict (with the list), bad_value (it
/// is taken back already).
Result<void> undo_change(Project& project, std::int64_t seq);

/// The later changes that stand on this one, directly or through each other, the newest first: as long as there are
/// any, undo_change refuses.
std::vector<HistoryEntry> standing_on(const Reading& reading, std::int64_t seq);

/// Takes back a change and all that stand on it, all or none, each by a new change. Returns their seqs, the newest
/// first. Errors: as undo_change.
Result<std::vector<std::int64_t>> undo_with_later(Project& project, std::int64_t seq);

/// Takes back every standing change that this copy made after `seq`, all or none; 0 is the empty project. Returns their
/// seqs, the newest first. Errors: nothing_to_undo, conflict (somebody else's change stands on one of them).
Result<std::vector<std::int64_t>> undo_back_to(Project& project, std::int64_t seq);

/// For each of all entries of a history, oldest first, whether it is taken back as things stand.
std::vector<bool> taken_back(const std::vector<HistoryEntry>& entries);

}
