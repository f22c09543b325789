#include "content.h"
#include "workbench/rows.h"
#include "workbench/sha256.h"

namespace workbench
{

std::string keep_content(const Connection& connection, std::string_view bytes)
{
    const auto sha256 = sha256_hex(bytes);
    Cursor there(connection, "SELECT 1 FROM content WHERE sha256 = ?");
    if (!there.bind(sha256).next())
        Cursor(connection, "INSERT INTO content (sha256, bytes) VALUES (?, ?)").bind(sha256, Blob{bytes}).next();
    return sha256;
}

std::optional<std::string> content_of(const Connection& connection, std::string_view sha256)
{
    Cursor row(connection, "SELECT bytes FROM content WHERE sha256 = ?");
    if (!row.bind(sha256).next()) return std::nullopt;
    return row.get<std::string>(0);
}

}
