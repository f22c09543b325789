#include "replay.h"
#include "references.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace workbench
{
namespace
{

constexpr std::size_t remember_at_most = 64u << 20; // bytes of changesets; beyond that everything is derived anew

std::string changeset_at(const Connection& connection, std::int64_t seq, const char* column)
{
    Cursor row(connection, std::string("SELECT ") + column + " FROM history WHERE seq = ?");
    row.bind(seq).next();
    return unpacked(row.view(0));
}

}

void Replay::load()
{
    rows_.clear();
    Cursor row(connection_,
               "SELECT lamport, replica, n, seq, state = 'applied' FROM history ORDER BY lamport, replica, n");
    while (row.next())
        rows_[{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2)}] = {
            row.get<std::int64_t>(3), row.get<bool>(4)};
}

/// The first new row, or an earlier one that was suspended: whether that still has to be depends on what is new.
OrderKey Replay::start_of(const std::set<OrderKey>& added) const
{
    auto start = *added.begin();
    for (const auto& [key, row] : rows_)
        if (!row.applied && key < start && !added.contains(key)) return key;
    return start;
}

void Replay::run(const std::set<OrderKey>& added)
{
    load();
    if (added.empty()) return;
    const auto start = start_of(added);
    for (const auto& key : added) rows_.at(key).applied = false;
    rewind_to(start);
    replay_from(start);
}

void Replay::run_all()
{
    load();
    if (rows_.empty()) return;
    const auto start = rows_.begin()->first;
    rewind_to(start);
    replay_from(start);
}

void Replay::note(std::string_view changeset)
{
    touched_bytes_ += changeset.size();
    if (touched_bytes_ > remember_at_most) {
        too_much_ = true;
        touched_.clear();
    } else {
        touched_.emplace_back(changeset);
    }
}

void Replay::rewind_to(OrderKey key)
{
    for (auto row = rows_.rbegin(); row != rows_.rend() && row->first >= key; ++row) {
        if (!row->second.applied) continue;
        const auto effect = changeset_at(connection_, row->second.seq, "ifnull(effect, authored)");
        if (apply_strictly(connection_, inverted(effect)))
            throw BrokenFile{{ErrorCode::broken_file, say("The history does not fit the project it belongs to."),
                              say("Run \"quipu check\" to see what is wrong, or open the latest backup.")}};
        note(effect);
        row->second.applied = false;
    }
}

void Replay::replay_from(OrderKey key)
{
    for (auto row = rows_.lower_bound(key); row != rows_.end();) {
        if (suspended_.contains(row->first)) {
            suspend(row->first, row->second, outcomes_[row->first].stopped);
            ++row;
            continue;
        }
        if (replay_one(row->first, row->second)) {
            ++row;
            continue;
        }
        // Something earlier has to yield: back to the first of those, and on from there.
        const auto back_to =
            *std::find_if(suspended_.begin(), suspended_.end(), [&](const OrderKey& k) { return rows_.at(k).applied; });
        rewind_to(back_to);
        row = rows_.lower_bound(back_to);
    }
}

/// False when an earlier change was found guilty and added to the suspended ones; nothing was applied then.
bool Replay::replay_one(const OrderKey& key, Row& row)
{
    const auto authored = changeset_at(connection_, row.seq, "authored");
    std::string effect;
    Applied applied;
    {
        Savepoint attempt(connection_, "attempt");
        applied = apply_yielding(connection_, authored);
        if (!applied.stopped && !applied.bent) attempt.keep();
    }
    if (applied.stopped) {
        const auto guilty = culprits(key, authored, *applied.stopped);
        if (!guilty.empty()) {
            suspended_.insert(guilty.begin(), guilty.end());
            return false;
        }
        suspended_.insert(key);
        suspend(key, row, applied.stopped);
        return true;
    }
    if (applied.bent) { // rare: done again under a session, to know what it really did here
        Session session(connection_);
        applied = apply_yielding(connection_, authored);
        effect = session.changeset();
        outcomes_[key].overruled = applied.overruled;
    } else {
        outcomes_.erase(key);
    }
    const auto bytes = applied.bent ? packed(effect) : std::string{};
    if (applied.bent)
        Cursor(connection_, "UPDATE history SET state = 'applied', effect = ? WHERE seq = ?")
            .bind(Blob{bytes}, row.seq)
            .next();
    else
        Cursor(connection_, "UPDATE history SET state = 'applied', effect = NULL WHERE seq = ?").bind(row.seq).next();
    row.applied = true;
    note(applied.bent ? effect : authored);
    return true;
}

void Replay::suspend(const OrderKey& key, Row& row, std::optional<Stopped> stop)
{
    outcomes_[key] = {true, {}, std::move(stop)};
    Cursor(connection_, "UPDATE history SET state = 'suspended', effect = NULL WHERE seq = ?").bind(row.seq).next();
    row.applied = false;
}

void Replay::index_removals()
{
    if (removals_known_) return;
    removals_known_ = true;
    for (const auto& [key, row] : rows_)
        each_row(changeset_at(connection_, row.seq, "authored"), [&, k = key](const RowChange& change) {
            if (change.op == RowOp::remove) removals_[{std::string(change.table), change.id}].push_back(k);
        });
}

std::set<OrderKey> Replay::culprits(const OrderKey& key, std::string_view changeset, const Stopped& stop)
{
    std::set<OrderKey> guilty;
    std::vector<std::pair<std::string, std::int64_t>> gone;
    if (stop.why == Stopped::Why::reference) gone = missing_parents(connection_, changeset);
    if (stop.why == Stopped::Why::missing) gone.emplace_back(stop.table, stop.id);
    if (gone.empty()) return guilty;
    index_removals();
    for (const auto& row : gone) {
        const auto found = removals_.find(row);
        if (found == removals_.end()) continue;
        for (const auto& k : found->second)
            if (k < key && !suspended_.contains(k)) guilty.insert(k);
    }
    return guilty;
}

}
