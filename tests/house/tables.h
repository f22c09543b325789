#pragma once
#include "source_tree.h"
#include <map>

namespace house
{

/// What schema.sql says: each table and the only room that writes it.
struct Schema {
    std::map<std::string, std::string> writer; ///< table → room
    std::vector<Finding>
        unsigned_tables; ///< tables without a line `-- writer: ROOM` just above, or with an unknown room
};

/// Reads `CREATE TABLE` and `CREATE VIRTUAL TABLE` and the comment line above each.
Schema read_schema(const SourceFile& schema);

/// A statement that writes, found in a string literal. `table` is empty when the name is put together at run time.
struct Write {
    std::size_t line;
    std::string table;
};
std::vector<Write> writes_of(const SourceFile& file);

/// Writes to a table that belongs to another room, and, outside the workbench, to tables whose name cannot be read.
/// Tables that the schema does not know (temporary ones) belong to whoever makes them.
std::vector<Finding> foreign_writes(const SourceFile& file, const Schema& schema);

}
