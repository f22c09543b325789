#include "workbench/rows.h"
#include "database.h"

namespace workbench
{

Cursor::Cursor(const Connection& connection, std::string_view sql)
    : connection_(&connection), statement_(connection.prepare(sql))
{
}

Cursor::Cursor(Cursor&& other) noexcept
    : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr))
{
}

Cursor::~Cursor()
{
    if (statement_) connection_->give_back(statement_);
}

bool Cursor::next()
{
    switch (sqlite3_step(statement_)) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: connection_->give_way();
    }
}

bool Cursor::null(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Cursor::view(int column) const
{
    // For a NULL both are null and zero, which is the empty view.
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes ? std::string_view(bytes, size) : std::string_view{};
}

void Cursor::put(int at, std::nullopt_t)
{
    sqlite3_bind_null(statement_, at);
}
void Cursor::put(int at, std::int64_t value)
{
    sqlite3_bind_int64(statement_, at, value);
}
void Cursor::put(int at, double value)
{
    sqlite3_bind_double(statement_, at, value);
}

void Cursor::put(int at, std::string_view value)
{
    sqlite3_bind_text64(statement_, at, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Cursor::put(int at, Blob value)
{
    sqlite3_bind_blob64(statement_, at, value.bytes.data() ? value.bytes.data() : "", value.bytes.size(),
                        SQLITE_TRANSIENT);
}

std::int64_t Cursor::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}
double Cursor::real(int column) const
{
    return sqlite3_column_double(statement_, column);
}

}
