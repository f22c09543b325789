#include "database.h"
#include "workbench/tr.h"
#include <cassert>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace workbench
{
namespace
{

constexpr int patience_ms = 10'000; // the second writer waits that long

Error meaning_of(int code, const char* message, int system_error)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::disk_full, say("The disk is full, so nothing was written."),
                say("Free some space and do it again.")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::busy, say("Another process is writing to this project."),
                say("Wait until it has finished and try again.")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::read_only, say("The project cannot be written here."),
                say("Check the permissions of the file and its folder, or work on a copy.")};
    case SQLITE_NOTADB: return {ErrorCode::not_a_project, say("The file is not a Quipu project."), {}};
    case SQLITE_IOERR:
        if (system_error == ENOSPC || system_error == EDQUOT)
            return {ErrorCode::disk_full, say("The disk is full, so nothing was written."),
                    say("Free some space and do it again.")};
        break;
    default: break;
    }
    return {ErrorCode::broken_file, say("The project file cannot be read as it should: {}.", message),
            say("Run \"quipu check\" to see what is wrong, or open the latest backup.")};
}

/// A statement that fits the schema and not the file: the file lost a table, or another version made it.
bool lacks_structure(int code, std::string_view message)
{
    return (code & 0xff) == SQLITE_ERROR &&
           (message.starts_with("no such table") || message.starts_with("no such column") ||
            message.find("has no column named") != message.npos);
}

bool is_our_mistake(int code, std::string_view message)
{
    if (lacks_structure(code, message)) return false;
    const int kind = code & 0xff;
    return kind == SQLITE_ERROR || kind == SQLITE_MISUSE || kind == SQLITE_CONSTRAINT || kind == SQLITE_RANGE ||
           kind == SQLITE_MISMATCH;
}

}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, Mode mode, bool make)
{
    // SQLite opens a file lazily and does not say whether it is missing or forbidden; ask first.
    std::error_code ignored;
    if (!make && !std::filesystem::exists(file, ignored))
        return fail(ErrorCode::not_found, say("There is no file \"{}\".", file.string()),
                    say("Check the path, or make a project with \"quipu new\"."));
    if (!make && !std::filesystem::is_regular_file(file, ignored))
        return fail(ErrorCode::not_a_project, say("\"{}\" is not a file.", file.string()));

    std::unique_ptr<Connection> connection(new Connection);
    std::string uri = "file:";
    for (const unsigned char c : file.string()) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", c);
        else
            uri += static_cast<char>(c);
    }
    if (mode == Mode::immutable) uri += "?immutable=1";
    const int flags =
        SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
        (mode == Mode::read_write ? SQLITE_OPEN_READWRITE | (make ? SQLITE_OPEN_CREATE : 0) : SQLITE_OPEN_READONLY);
    if (sqlite3_open_v2(uri.c_str(), &connection->handle_, flags, nullptr) != SQLITE_OK)
        return fail(ErrorCode::read_only,
                    say("\"{}\" cannot be opened: {}.", file.string(), sqlite3_errmsg(connection->handle_)),
                    say("Check the permissions of the file and its folder."));
    sqlite3_extended_result_codes(connection->handle_, 1);
    sqlite3_busy_timeout(connection->handle_, patience_ms);
    return connection;
}

Connection::~Connection()
{
    for (auto& [sql, statements] : idle_)
        for (auto* statement : statements) sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
}

int Connection::try_exec(const std::string& sql) const
{
    return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
}

void Connection::exec(const std::string& sql) const
{
    if (try_exec(sql) != SQLITE_OK) give_way();
}

std::int64_t Connection::integer(std::string_view sql) const
{
    auto* statement = prepare(sql);
    const int code = sqlite3_step(statement);
    const std::int64_t value = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        const auto error = last_error();
        give_back(statement);
        throw BrokenFile{error};
    }
    give_back(statement);
    return value;
}

sqlite3_stmt* Connection::prepare(std::string_view sql) const
{
    auto& idle = idle_[std::string(sql)];
    if (!idle.empty()) {
        auto* statement = idle.back();
        idle.pop_back();
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK)
        give_way();
    return statement;
}

void Connection::give_back(sqlite3_stmt* statement) const
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    idle_[sqlite3_sql(statement)].push_back(statement);
}

Error Connection::last_error() const
{
    const int code = sqlite3_extended_errcode(handle_);
    const char* message = sqlite3_errmsg(handle_);
    if (is_our_mistake(code, message)) throw std::logic_error(std::string("SQL: ") + message);
    return meaning_of(code, message, sqlite3_system_errno(handle_));
}

void Connection::give_way() const
{
    throw BrokenFile{last_error()};
}

Savepoint::Savepoint(const Connection& connection, std::string name) : connection_(connection), name_(std::move(name))
{
    connection_.exec("SAVEPOINT " + name_);
}

Savepoint::~Savepoint()
{
    if (open_) connection_.try_exec("ROLLBACK TO " + name_ + "; RELEASE " + name_);
}

void Savepoint::keep()
{
    connection_.exec("RELEASE " + name_);
    open_ = false;
}

void Savepoint::take_back()
{
    connection_.exec("ROLLBACK TO " + name_ + "; RELEASE " + name_);
    open_ = false;
}

}
