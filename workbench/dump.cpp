#include "dump.h"
#include "door.h"
#include "tables.h"
#include "workbench/dump.h"
#include "workbench/project.h"
#include "workbench/rows.h"
#include <fmt/format.h>

namespace workbench
{
namespace
{

/// Every value with its type and length, so that no two different rows read alike.
std::string row_text(sqlite3_stmt* statement)
{
    std::string text;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        text += fmt::format("{}:{}:", sqlite3_column_type(statement, column), size);
        if (bytes) text.append(bytes, size);
        text += '|';
    }
    return text + '\n';
}

std::string table_text(const Connection& connection, const std::string& table)
{
    std::string text;
    auto* statement = connection.prepare("SELECT * FROM \"" + table + "\" ORDER BY 1, 2");
    int code = 0;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) text += row_text(statement);
    connection.give_back(statement);
    if (code != SQLITE_DONE) connection.give_way();
    return text;
}

}

std::map<std::string, std::string> dump_table_list(const Connection& connection, const std::vector<std::string>& tables)
{
    std::map<std::string, std::string> dump;
    for (const auto& table : tables) dump[table] = sha256_hex(table_text(connection, table));
    return dump;
}

std::vector<std::string> differing_tables(const std::map<std::string, std::string>& a,
                                          const std::map<std::string, std::string>& b)
{
    std::vector<std::string> differing;
    for (const auto& [table, hash] : a)
        if (const auto other = b.find(table); other == b.end() || other->second != hash) differing.push_back(table);
    return differing;
}

std::string dump_of(const Project& project)
{
    std::string text;
    const auto& connection = *project.inside().connection;
    for (const char* table : record_tables) text += std::string("# ") + table + "\n" + table_text(connection, table);
    for (const char* table : derived_tables) text += std::string("# ") + table + "\n" + table_text(connection, table);
    return text;
}

std::vector<std::string> tables_of_record()
{
    return {record_tables.begin(), record_tables.end()};
}

}
