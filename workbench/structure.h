#pragma once
#include "database.h"
#include <string>
#include <vector>

namespace workbench
{

/// What schema.sql has and the file has not: "saved_search" for a table, "coding.weight" for a column; in the order of
/// schema.sql, and empty for a sound project. What a newer version added is no concern of this one.
std::vector<std::string> missing_structure(const Connection& connection);

}
