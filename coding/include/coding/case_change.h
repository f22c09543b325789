#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include "workbench/study_case.h"
#include <vector>

// What removes cases and variables: only this room knows what else points at them.
namespace coding
{

using workbench::Result;
using workbench::VariableId;

/// Removes cases with their values and links; documents and codings stay. Returns how many went. Errors: not_found;
/// conflict when evidence or a finding stands on one.
Result<int> delete_cases(Project& project, const std::vector<CaseId>& cases);

/// Everything of `from` goes to `into`, which keeps its own values: documents, values that it has not, links, places in
/// memos and networks. Returns the number of cases that went. Errors: not_found; bad_value (`into` is among them);
/// conflict as above.
Result<int> merge_cases(Project& project, const std::vector<CaseId>& from, CaseId into);

/// Removes a variable with all its values. Returns the number of values that went with it. Errors as above.
Result<int> delete_variable(Project& project, VariableId variable);

}
