#pragma once
#include "workbench/result.h"
#include <filesystem>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace workbench
{

/// One connection to one SQLite file. The border where SQLite's codes become our Errors: what cannot go on throws
/// BrokenFile. Statements are prepared once and kept.
class Connection
{
 public:
    enum class Mode {
        read_write,
        read_only,
        immutable, ///< a folder that cannot be written: no locks, no -wal
    };

    /// Errors: not_found, read_only, not_a_project (not SQLite at all), broken_file.
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, Mode mode, bool make = false);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle() const { return handle_; }

    /// Runs statements that give no rows.
    void exec(const std::string& sql) const;
    /// As exec, but answers with SQLite's result code instead of throwing.
    int try_exec(const std::string& sql) const;
    std::int64_t integer(std::string_view sql) const;

    sqlite3_stmt* prepare(std::string_view sql) const;
    void give_back(sqlite3_stmt* statement) const;

    /// Throws what the last failed call means.
    [[noreturn]] void give_way() const;
    /// The same as a value.
    Error last_error() const;

 private:
    Connection() = default;
    sqlite3* handle_ = nullptr;
    mutable std::unordered_map<std::string, std::vector<sqlite3_stmt*>> idle_;
};

/// A transaction or a savepoint: rolled back unless kept.
class Savepoint
{
 public:
    Savepoint(const Connection& connection, std::string name);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    void keep();
    void take_back();

 private:
    const Connection& connection_;
    std::string name_;
    bool open_ = true;
};

}
