#pragma once
#include "database.h"
#include "workbench/sha256.h"
#include <map>
#include <string>
#include <vector>

namespace workbench
{

/// Table → a hash of all its rows in the order of its key: for comparing, not for reading.
std::map<std::string, std::string> dump_table_list(const Connection& connection,
                                                   const std::vector<std::string>& tables);

template <class Tables>
std::map<std::string, std::string> dump_tables(const Connection& connection, const Tables& tables)
{
    return dump_table_list(connection, {tables.begin(), tables.end()});
}

std::vector<std::string> differing_tables(const std::map<std::string, std::string>& a,
                                          const std::map<std::string, std::string>& b);

}
