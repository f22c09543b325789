#include "references.h"
#include "changeset.h"
#include "tables.h"
#include "workbench/rows.h"
#include <map>
#include <set>

namespace workbench
{
namespace
{

/// column → table that it REFERENCES, for one table.
std::map<std::size_t, std::string> references_of(const Connection& connection, const std::string& table)
{
    std::map<std::string, std::size_t> columns;
    Cursor column(connection, "SELECT cid, name FROM pragma_table_info(?)");
    column.bind(table);
    while (column.next()) columns[column.get<std::string>(1)] = static_cast<std::size_t>(column.get<std::int64_t>(0));
    std::map<std::size_t, std::string> found;
    Cursor key(connection, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)");
    key.bind(table);
    while (key.next()) found[columns.at(key.get<std::string>(0))] = key.get<std::string>(1);
    return found;
}

}

std::vector<Reference> all_references(const Connection& connection)
{
    std::vector<Reference> all;
    for (const char* table : record_tables) {
        Cursor key(connection, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)");
        key.bind(table);
        while (key.next()) all.push_back({table, key.get<std::string>(0), key.get<std::string>(1)});
    }
    return all;
}

std::vector<std::pair<std::string, std::int64_t>> missing_parents(const Connection& connection,
                                                                  std::string_view changeset)
{
    std::map<std::string, std::map<std::size_t, std::string>, std::less<>> references;
    std::set<std::pair<std::string, std::int64_t>> wanted, made;
    each_row(changeset, [&](const RowChange& row) {
        if (row.op == RowOp::insert) made.emplace(row.table, row.id);
        if (row.op == RowOp::remove) return;
        if (!references.contains(row.table))
            references[std::string(row.table)] = references_of(connection, std::string(row.table));
        for (const auto& [column, table] : references.find(row.table)->second)
            if (const auto* id = column < row.after.size() ? std::get_if<std::int64_t>(&row.after[column]) : nullptr)
                wanted.emplace(table, *id);
    });
    std::vector<std::pair<std::string, std::int64_t>> missing;
    for (const auto& parent : wanted) {
        if (made.contains(parent)) continue;
        Cursor there(connection, "SELECT 1 FROM \"" + parent.first + "\" WHERE id = ?");
        if (!there.bind(parent.second).next()) missing.push_back(parent);
    }
    return missing;
}

}
