#pragma once
#include "answer.h"
#include "search/project_index.h"

namespace cli
{

/// What every command that searches answers: `{"total","total_is_exact","hits":[…]}`.
Answer hits_answer(const search::ProjectHits& found);

}
