#pragma once
#include "workbench/result.h"
#include "workbench/study_case.h"
#include <string>
#include <string_view>
#include <vector>

namespace gui
{

/// A block of cells as spreadsheets put it on the clipboard: lines, with tabs between cells.
using Block = std::vector<std::vector<std::string>>;
Block block_in(std::string_view text);

/// What a block pasted at a cell means. Begun in the column of the cases, its first column names them and the others
/// are the variables in order, or those that its first line names; begun at a variable, its lines are the cases from
/// `row` on. Errors: bad_value (wider than there are variables, longer than there are cases).
workbench::Result<std::vector<workbench::CaseRow>> cases_in(const Block& block,
                                                            const std::vector<workbench::Case>& cases,
                                                            const std::vector<workbench::Variable>& variables,
                                                            std::size_t row, std::optional<std::size_t> first_variable);

}
