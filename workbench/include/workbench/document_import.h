#pragma once
#include "workbench/draft.h"
#include "workbench/id.h"
#include "workbench/progress.h"
#include "workbench/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace workbench
{

class Project;

struct ImportedDocument {
    DocumentId id;
    std::filesystem::path file;
    std::vector<std::string> speakers; ///< in the order of their first turn
    std::vector<std::string> warnings; ///< sentences for the user
    std::vector<Remark> remarks;       ///< what Word's readers left beside the text; the coding room may quote it
};

struct ImportReport {
    std::vector<ImportedDocument> imported;
    std::vector<RefusedFile> refused;
};

/// Reads files, each as read_draft does; folders are walked. A file that cannot be read is refused and the others are
/// read. When none can, the first refusal is the error (see read_source, find_turns), bad_file when a folder was among
/// the paths; bad_value at once for a pattern of speakers that cannot be read; cancelled when the user stopped it.
struct DraftsRead {
    std::vector<Draft> drafts;
    std::vector<RefusedFile> refused;
};
Result<DraftsRead> read_drafts(const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                               Progress& progress);

/// Stores drafts as one change, in their order; a name that is taken by then becomes another (see names_of). A draft
/// whose file has changed since it was read is refused, and the others come in; one whose original is over 64 MiB comes
/// in as text, with the place of its file. Errors: bad_file (nothing to store), cancelled, and those of the project;
/// nothing is changed then.
Result<ImportReport> import_drafts(Project& project, std::vector<Draft> drafts, Progress& progress);

/// Both, one after the other.
Result<ImportReport> import_documents(Project& project, const std::vector<std::filesystem::path>& paths,
                                      const ImportOptions& options, Progress& progress);

}
