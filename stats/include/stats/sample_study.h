#pragma once
#include "workbench/progress.h"
#include "workbench/result.h"
#include <filesystem>

namespace workbench
{
class Project;
}

namespace stats
{

/// Where the sample study lies: `corpora/puno` beside the program, or in the share folder of the system. Error:
/// not_found.
workbench::Result<std::filesystem::path> sample_study_folder();

/// Builds the study of `folder` (its FORMAT.md says how it is written down) into an empty project, through the verbs
/// that a user has: documents, cases, codes, codings by each coder, links, networks, tables, analyses, claims,
/// evidence, findings, memos. Some forty changes in the history (one, when called within a change). The coder of the
/// project is then the study's first. Errors: bad_file (what is missing or does not fit, and
/// where), and those of the verbs.
workbench::Result<void> build_sample_study(workbench::Project& project, const std::filesystem::path& folder,
                                           workbench::Progress& progress);

}
