#pragma once
#include "stats/table_reader.h"
#include "workbench/progress.h"
#include "workbench/study_case.h"
#include <string>
#include <vector>

namespace stats
{

/// What a table of cases brought.
struct CaseImport {
    workbench::CasesWritten written;
    std::vector<std::string> new_variables; ///< columns that were no variable before
    std::vector<std::string> warnings;
};

/// Values of cases from a table file (see read_table): the first column is the case, each other column a variable by
/// its name, made with the type of the column when there is none. An empty cell leaves what there is. Numbers and dates
/// are written as variables want them, however the file writes them. One change. Errors: as read_table; bad_value for a
/// value that does not fit its variable, with the case; cancelled; nothing is written then.
workbench::Result<CaseImport> import_case_values(workbench::Project& project, const std::filesystem::path& file,
                                                 const ReadOptions& options = {},
                                                 const workbench::Progress& progress = {});

}
