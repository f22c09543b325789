#include "structure.h"
#include "workbench/rows.h"
#include <algorithm>
#include <set>

namespace workbench
{

extern const char* const schema_sql;

namespace
{

struct Column {
    std::string table, name;
    auto operator<=>(const Column&) const = default;
};

std::vector<Column> columns_of(const Connection& connection)
{
    std::vector<Column> columns;
    Cursor row(connection, "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
                           " WHERE m.type = 'table' ORDER BY m.rowid, c.cid");
    while (row.next()) columns.push_back({row.get<std::string>(0), row.get<std::string>(1)});
    return columns;
}

}

std::vector<std::string> missing_structure(const Connection& connection)
{
    const auto model = Connection::open(":memory:", Connection::Mode::read_write, true);
    if (!model) throw BrokenFile{model.error()};
    (*model)->exec(schema_sql);
    const auto found = columns_of(connection);
    const std::set<Column> columns(found.begin(), found.end());
    std::vector<std::string> missing;
    for (const auto& [table, column] : columns_of(**model)) {
        if (columns.contains({table, column})) continue;
        const auto after = columns.lower_bound({table, ""});
        const bool there = after != columns.end() && after->table == table;
        const auto what = there ? table + "." + column : table;
        if (std::ranges::find(missing, what) == missing.end()) missing.push_back(what);
    }
    return missing;
}

}
