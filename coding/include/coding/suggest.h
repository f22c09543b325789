#pragma once
#include "coding/ids.h"
#include "search/suggest.h"
#include "workbench/result.h"
#include <cstdint>
#include <vector>

namespace coding
{

using workbench::Result;

/// Passages that do not carry the code yet and are most like those that do, best first, each with the words that made
/// it; see search::suggest_in. Codes nothing. Empty when nothing carries the code. Errors: not_found.
Result<std::vector<search::ProjectSuggestion>> suggest(const Project& project, CodeId code, std::int64_t limit = 20);

}
