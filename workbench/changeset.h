#pragma once
#include "database.h"
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace workbench
{

/// Records what happens to the tables of record from now until it is destroyed.
class Session
{
 public:
    explicit Session(const Connection& connection);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    /// What changed, as SQLite's changeset; empty when nothing did.
    std::string changeset() const;

 private:
    const Connection& connection_;
    sqlite3_session* session_ = nullptr;
};

std::string inverted(std::string_view changeset);

/// zlib level 1: changesets shrink to a sixth and it costs less than writing them.
std::string packed(std::string_view bytes);
std::string unpacked(std::string_view bytes);

enum class RowOp { insert, update, remove };

/// One row of a changeset. Columns that an update leaves alone are monostate in both lists.
struct RowChange {
    using Value = std::variant<std::monostate, std::nullptr_t, std::int64_t, double, std::string>;
    std::string_view table;
    RowOp op;
    std::int64_t id;
    std::vector<Value> before, after; ///< by column; `before` empty for an insert, `after` for a remove
};
void each_row(std::string_view changeset, const std::function<void(const RowChange&)>& see);

/// Where an application of a changeset stopped, which then left the database as it was.
struct Stopped {
    enum class Why { differs, missing, exists, constraint, reference } why;
    RowOp op;
    std::string table;
    std::int64_t id;
};

/// A value that a later change overruled during a replay.
struct Overruled {
    std::string table;
    std::int64_t id;
    int column;
    RowChange::Value current, authored_over, becomes;
};

/// Applies all or nothing; any difference from what the changeset expects stops it.
std::optional<Stopped> apply_strictly(const Connection& connection, std::string_view changeset);

/// The rule of the replay: an update over other values wins column by column, a removal of what is gone does nothing,
/// everything else stops. `bent` tells whether the effect differs from the changeset.
struct Applied {
    std::optional<Stopped> stopped;
    bool bent = false;
    std::vector<Overruled> overruled;
};
Applied apply_yielding(const Connection& connection, std::string_view changeset);

}
