#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace coding
{

using workbench::Result;

/// Something that a format has no place for, or that a file held and we have not.
struct Lost {
    std::string what;  ///< "inclusion rule"
    std::string where; ///< the first of them: a path, a column
    std::int64_t count = 1;
    std::string why;
};

/// What was read or written, and what was not.
struct CodebookReport {
    std::int64_t codes = 0, groups = 0;
    std::vector<Lost> lost;
};

/// Writes all codes and groups of codes; the suffix says the format: `.qdc` (REFI-QDA 1.0: tree, names, colours,
/// definitions, groups), `.csv` and `.xlsx` (one row a code), `.json` (all but quotations and coders). Errors:
/// bad_value (another suffix, or QDC of a project without codes), not_found (folder), read_only, disk_full.
Result<CodebookReport> export_codebook(const Reading& reading, const std::filesystem::path& file);

/// Reads a codebook into the project, as one change. A code that is there (the same guid, else the same path) takes
/// over what the file says of it; what the file does not mention stays. Errors: bad_value (another suffix), not_found,
/// bad_file (says where), too_large; the project is then untouched.
Result<CodebookReport> import_codebook(Project& project, const std::filesystem::path& file);

}
