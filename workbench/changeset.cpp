#include "changeset.h"
#include "tables.h"
#include "workbench/tr.h"
#include <cassert>
#include <cstring>
#include <stdexcept>
#include <zlib.h>

namespace workbench
{
namespace
{

RowChange::Value value_of(sqlite3_value* value)
{
    if (!value) return std::monostate{};
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL: return nullptr;
    case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_value_int64(value));
    case SQLITE_FLOAT: return sqlite3_value_double(value);
    default: {
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
        return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string{};
    }
    }
}

RowOp row_op(int op)
{
    return op == SQLITE_INSERT ? RowOp::insert : op == SQLITE_UPDATE ? RowOp::update : RowOp::remove;
}

std::int64_t id_of(sqlite3_changeset_iter* at, RowOp op)
{
    sqlite3_value* value = nullptr;
    if (op == RowOp::insert)
        sqlite3changeset_new(at, 0, &value);
    else
        sqlite3changeset_old(at, 0, &value);
    return value ? sqlite3_value_int64(value) : 0;
}

Stopped stopped_at(int type, sqlite3_changeset_iter* at)
{
    using Why = Stopped::Why;
    if (type == SQLITE_CHANGESET_FOREIGN_KEY) return {Why::reference, RowOp::insert, "", 0};
    const char* table = nullptr;
    int columns = 0, op = 0, indirect = 0;
    sqlite3changeset_op(at, &table, &columns, &op, &indirect);
    const Why why = type == SQLITE_CHANGESET_DATA       ? Why::differs
                    : type == SQLITE_CHANGESET_NOTFOUND ? Why::missing
                    : type == SQLITE_CHANGESET_CONFLICT ? Why::exists
                                                        : Why::constraint;
    return {why, row_op(op), table, id_of(at, row_op(op))};
}

int stop_at_once(void* context, int type, sqlite3_changeset_iter* at)
{
    *static_cast<std::optional<Stopped>*>(context) = stopped_at(type, at);
    return SQLITE_CHANGESET_ABORT;
}

void note_overruled(sqlite3_changeset_iter* at, Applied& applied)
{
    const auto place = stopped_at(SQLITE_CHANGESET_DATA, at);
    const char* table = nullptr;
    int columns = 0, op = 0, indirect = 0;
    sqlite3changeset_op(at, &table, &columns, &op, &indirect);
    for (int column = 0; column < columns; ++column) {
        sqlite3_value *before = nullptr, *after = nullptr, *current = nullptr;
        sqlite3changeset_old(at, column, &before);
        sqlite3changeset_new(at, column, &after);
        if (!before || !after) continue;
        sqlite3changeset_conflict(at, column, &current);
        if (value_of(current) != value_of(before))
            applied.overruled.push_back(
                {place.table, place.id, column, value_of(current), value_of(before), value_of(after)});
    }
}

int yield_or_stop(void* context, int type, sqlite3_changeset_iter* at)
{
    auto& applied = *static_cast<Applied*>(context);
    const auto stop = stopped_at(type, at);
    if (stop.why == Stopped::Why::differs && stop.op == RowOp::update) {
        note_overruled(at, applied);
        applied.bent = true;
        return SQLITE_CHANGESET_REPLACE;
    }
    if (stop.why == Stopped::Why::missing && stop.op == RowOp::remove) {
        applied.bent = true;
        return SQLITE_CHANGESET_OMIT;
    }
    applied.stopped = stop;
    return SQLITE_CHANGESET_ABORT;
}

/// SQLite answers ABORT for a row that stopped it and CONSTRAINT for references: both left the database as it was.
void expect_stop(const Connection& connection, int code, bool stopped)
{
    if (code == SQLITE_OK || (stopped && ((code & 0xff) == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT))) return;
    connection.give_way();
}

}

Session::Session(const Connection& connection) : connection_(connection)
{
    if (sqlite3session_create(connection.handle(), "main", &session_) != SQLITE_OK) connection.give_way();
    for (const char* table : record_tables)
        if (sqlite3session_attach(session_, table) != SQLITE_OK) connection.give_way();
}

Session::~Session()
{
    sqlite3session_delete(session_);
}

std::string Session::changeset() const
{
    int size = 0;
    void* bytes = nullptr;
    if (sqlite3session_changeset(session_, &size, &bytes) != SQLITE_OK) connection_.give_way();
    std::string copy(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return copy;
}

std::string inverted(std::string_view changeset)
{
    int size = 0;
    void* bytes = nullptr;
    if (sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &size, &bytes) != SQLITE_OK)
        throw BrokenFile{{ErrorCode::broken_file, say("A change in the history cannot be read."),
                          say("Run \"quipu check\" to see what is wrong, or open the latest backup.")}};
    std::string copy(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return copy;
}

// Eight bytes of size (little endian), then the zlib stream.
std::string packed(std::string_view bytes)
{
    uLongf size = compressBound(bytes.size());
    std::string out(8 + size, '\0');
    const std::uint64_t plain = bytes.size();
    std::memcpy(out.data(), &plain, 8);
    compress2(reinterpret_cast<Bytef*>(out.data() + 8), &size, reinterpret_cast<const Bytef*>(bytes.data()),
              bytes.size(), 1);
    out.resize(8 + size);
    return out;
}

std::string unpacked(std::string_view bytes)
{
    const auto damaged = [] {
        return BrokenFile{{ErrorCode::broken_file, say("Packed bytes in the project cannot be unpacked."),
                           say("Run \"quipu check\" to see what is wrong, or open the latest backup.")}};
    };
    std::uint64_t plain = 0;
    if (bytes.size() < 8) throw damaged();
    std::memcpy(&plain, bytes.data(), 8);
    if (plain > (bytes.size() - 8) * 1100 + 64) throw damaged(); // zlib never shrinks by more than about 1030
    std::string out(plain, '\0');
    uLongf size = plain;
    const int code = uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                                reinterpret_cast<const Bytef*>(bytes.data() + 8), bytes.size() - 8);
    if (code != Z_OK || size != plain) throw damaged();
    return out;
}

void each_row(std::string_view changeset, const std::function<void(const RowChange&)>& see)
{
    if (changeset.empty()) return;
    sqlite3_changeset_iter* at = nullptr;
    if (sqlite3changeset_start(&at, static_cast<int>(changeset.size()), const_cast<char*>(changeset.data())) !=
        SQLITE_OK)
        return;
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0, op = 0, indirect = 0;
        sqlite3changeset_op(at, &table, &columns, &op, &indirect);
        RowChange row{table, row_op(op), id_of(at, row_op(op)), {}, {}};
        for (int column = 0; column < columns; ++column) {
            sqlite3_value* value = nullptr;
            if (row.op != RowOp::insert) {
                sqlite3changeset_old(at, column, &value);
                row.before.push_back(value_of(value));
            }
            value = nullptr;
            if (row.op != RowOp::remove) {
                sqlite3changeset_new(at, column, &value);
                row.after.push_back(value_of(value));
            }
        }
        see(row);
    }
    sqlite3changeset_finalize(at);
}

std::optional<Stopped> apply_strictly(const Connection& connection, std::string_view changeset)
{
    std::optional<Stopped> stopped;
    const int code = sqlite3changeset_apply_v2(connection.handle(), static_cast<int>(changeset.size()),
                                               const_cast<char*>(changeset.data()), nullptr, stop_at_once, &stopped,
                                               nullptr, nullptr, 0);
    expect_stop(connection, code, stopped.has_value());
    return stopped;
}

Applied apply_yielding(const Connection& connection, std::string_view changeset)
{
    Applied applied;
    const int code = sqlite3changeset_apply_v2(connection.handle(), static_cast<int>(changeset.size()),
                                               const_cast<char*>(changeset.data()), nullptr, yield_or_stop, &applied,
                                               nullptr, nullptr, 0);
    expect_stop(connection, code, applied.stopped.has_value());
    return applied;
}

}
