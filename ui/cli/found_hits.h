#pragma once
#include "answer.h"
#include "search/archive.h"
#include "search/project_index.h"

namespace cli
{

/// What every command that searches answers: `{"total","total_is_exact","hits":[…]}`.
Answer hits_answer(const search::ProjectHits& found);

/// The same with `archives`: for each the first of its hits, and what was wrong with it.
Answer hits_answer(const search::ProjectHits& found, const std::vector<search::ArchiveAnswer>& archives);

}
