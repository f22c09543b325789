#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using workbench::Result;

/// A query kept under a name.
struct SavedSearch {
    SearchId id;
    std::string name, query;
    std::string coder, at; ///< who saved it last, and when (UTC)
};

/// By name.
std::vector<SavedSearch> saved_searches(const Reading& reading);

/// By name or "#ID". Errors: not_found with near names; ambiguous with the ids.
Result<SavedSearch> find_search(const Reading& reading, std::string_view ref);

/// Keeps a query under a name; the query of a name that is taken is replaced. Errors: bad_value (no name, or a query
/// that cannot be read, with its column); ambiguous (a merge has brought two of that name).
Result<SearchId> save_search(Project& project, const std::string& name, const std::string& query);

/// Removes a saved search, and what hangs on it. 1. Errors: not_found; conflict when evidence or a finding stands on
/// it.
Result<int> delete_search(Project& project, SearchId search);

}
