#pragma once
#include "workbench/id.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace workbench
{

class Connection;

/// Bytes to be bound as a BLOB.
struct Blob {
    std::string_view bytes;
};

/// One SQL statement under way. Columns count from 0, parameters from 1. Strings are UTF-8; BLOBs come back as
/// std::string too. Throws BrokenFile when the file gives way.
class Cursor
{
 public:
    Cursor(const Connection& connection, std::string_view sql);
    ~Cursor();
    Cursor(Cursor&& other) noexcept;
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    template <class... Args>
    Cursor& bind(const Args&... args)
    {
        int at = 0;
        (put(++at, args), ...);
        return *this;
    }
    /// Steps to the next row; false after the last.
    bool next();

    template <class T>
    T get(int column) const
    {
        return read(column, static_cast<T*>(nullptr));
    }
    bool null(int column) const;
    /// Valid until next().
    std::string_view view(int column) const;

 private:
    void put(int at, std::nullopt_t);
    void put(int at, std::int64_t value);
    void put(int at, int value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, long long value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, bool value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, std::size_t value) { put(at, static_cast<std::int64_t>(value)); }
    void put(int at, double value);
    void put(int at, std::string_view value);
    void put(int at, const std::string& value) { put(at, std::string_view(value)); }
    void put(int at, const char* value) { put(at, std::string_view(value)); }
    void put(int at, Blob value);
    template <class Tag>
    void put(int at, Id<Tag> id)
    {
        put(at, id.value);
    }
    template <class T>
    void put(int at, const std::optional<T>& value)
    {
        if (value)
            put(at, *value);
        else
            put(at, std::nullopt);
    }

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::int64_t read(int column, std::int64_t*) const { return integer(column); }
    int read(int column, int*) const { return static_cast<int>(integer(column)); }
    bool read(int column, bool*) const { return integer(column) != 0; }
    double read(int column, double*) const { return real(column); }
    std::string read(int column, std::string*) const { return std::string(view(column)); }
    template <class Tag>
    Id<Tag> read(int column, Id<Tag>*) const
    {
        return Id<Tag>{integer(column)};
    }
    template <class T>
    std::optional<T> read(int column, std::optional<T>*) const
    {
        if (null(column)) return std::nullopt;
        return read(column, static_cast<T*>(nullptr));
    }

    const Connection* connection_;
    sqlite3_stmt* statement_;
};

/// Whatever can be asked with SQL: a Project, or the Change that is being made. Readings of every room take a
/// `const Reading&`, so that they can be used on both. SQL here only reads.
class Reading
{
 public:
    /// All rows, each a std::tuple of column types or a single value: `rows<std::tuple<CodeId, std::string>>("SELECT
    /// …")`.
    template <class Row, class... Args>
    std::vector<Row> rows(std::string_view sql, const Args&... args) const
    {
        std::vector<Row> found;
        Cursor cursor(connection(), sql);
        cursor.bind(args...);
        while (cursor.next()) found.push_back(take(cursor, static_cast<Row*>(nullptr)));
        return found;
    }

    /// The first row, if any. A NULL in a single value that is no optional reads as 0 or "".
    template <class Row, class... Args>
    std::optional<Row> row(std::string_view sql, const Args&... args) const
    {
        Cursor cursor(connection(), sql);
        cursor.bind(args...);
        if (!cursor.next()) return std::nullopt;
        return take(cursor, static_cast<Row*>(nullptr));
    }

    /// For what should not be kept in memory as a whole: `auto c = reading.ask(sql, args…); while (c.next()) …`.
    template <class... Args>
    Cursor ask(std::string_view sql, const Args&... args) const
    {
        Cursor cursor(connection(), sql);
        cursor.bind(args...);
        return cursor;
    }

 protected:
    ~Reading() = default;
    virtual const Connection& connection() const = 0;

 private:
    template <class T>
    static T take(const Cursor& cursor, T*)
    {
        return cursor.get<T>(0);
    }
    template <class... Ts>
    static std::tuple<Ts...> take(const Cursor& cursor, std::tuple<Ts...>*)
    {
        return take_tuple<Ts...>(cursor, std::index_sequence_for<Ts...>{});
    }
    template <class... Ts, std::size_t... Is>
    static std::tuple<Ts...> take_tuple(const Cursor& cursor, std::index_sequence<Is...>)
    {
        return {cursor.get<Ts>(static_cast<int>(Is))...};
    }
};

}
