#pragma once
#include "changeset.h"
#include "database.h"
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace workbench
{

/// The place of a change in the order of replay.
struct OrderKey {
    std::int64_t lamport, replica, n;
    auto operator<=>(const OrderKey&) const = default;
};

/// Makes the records what the whole history says, inside the current transaction.
///
/// The project is the result of replaying all changes in their order, each whole or not at all. Adding rows to the
/// history therefore means: rewind to the first of them, newest first, and replay from there. A change that cannot be
/// replayed because an earlier removal took what it needs makes that removal yield (it is suspended, and the replay
/// goes back to it); a change that cannot be replayed for any other reason is suspended itself. So what is suspended
/// depends on the set of changes only, not on the order in which they arrived.
class Replay
{
 public:
    explicit Replay(const Connection& connection) : connection_(connection) {}

    /// `added`: rows of the history that are new and not yet applied.
    void run(const std::set<OrderKey>& added);
    /// Rewinds everything and replays it; for `check --deep`.
    void run_all();

    struct Outcome {
        bool suspended = false;
        std::vector<Overruled> overruled;
        std::optional<Stopped> stopped;
    };
    /// What came of every change that was replayed and did not go as its author saw it.
    const std::map<OrderKey, Outcome>& outcomes() const { return outcomes_; }
    /// Every changeset that was applied or taken back, for the derived tables.
    template <class See>
    void each_touched(See&& see) const
    {
        for (const auto& changeset : touched_) see(changeset);
    }
    bool touched_much() const { return too_much_; }

 private:
    struct Row {
        std::int64_t seq;
        bool applied;
    };
    void load();
    OrderKey start_of(const std::set<OrderKey>& added) const;
    void rewind_to(OrderKey key);
    void replay_from(OrderKey key);
    bool replay_one(const OrderKey& key, Row& row);
    std::set<OrderKey> culprits(const OrderKey& key, std::string_view changeset, const Stopped& stop);
    void suspend(const OrderKey& key, Row& row, std::optional<Stopped> stop);
    void note(std::string_view changeset);
    void index_removals();

    const Connection& connection_;
    std::map<OrderKey, Row> rows_;
    std::map<OrderKey, Outcome> outcomes_;
    std::map<std::pair<std::string, std::int64_t>, std::vector<OrderKey>> removals_;
    bool removals_known_ = false;
    std::set<OrderKey> suspended_;
    std::vector<std::string> touched_;
    std::size_t touched_bytes_ = 0;
    bool too_much_ = false;
};

}
