#pragma once
#include "database.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace workbench
{

/// A column that REFERENCES the id of another table.
struct Reference {
    std::string table, column, parent;
};
/// Of all tables of record.
std::vector<Reference> all_references(const Connection& connection);

/// The rows that a changeset points at and that neither the project nor the changeset itself has: (table, id).
std::vector<std::pair<std::string, std::int64_t>> missing_parents(const Connection& connection,
                                                                  std::string_view changeset);

}
