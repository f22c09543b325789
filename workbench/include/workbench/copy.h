#pragma once
#include "workbench/result.h"
#include <cstdint>
#include <filesystem>

namespace workbench
{

class Project;

/// What a copy leaves behind.
struct CopyWithout {
    bool history = false;   ///< the copy still merges: it carries what it already contains
    bool originals = false; ///< the imported files; texts stay
    bool coders = false;    ///< names become "Coder 1", "Coder 2" …, also in the history
};

/// Makes a copy that numbers its documents and quotations apart (3:12b) and merges back. Uses SQLite's backup, never a
/// file copy. Errors: exists, not_found (folder), disk_full, read_only.
Result<void> copy_project(Project& project, const std::filesystem::path& to, const CopyWithout& without = {});

/// Removes bytes that nothing names (not even the history) and returns the free pages; the size of the file afterwards.
Result<std::int64_t> compact(Project& project);

/// A copy as it is, same replica and all, in the backup folder; its path. `reason` becomes part of the name.
Result<std::filesystem::path> back_up(Project& project, const std::string& reason);

/// Removes the files of a project that nobody has open, as of one that could not be filled. What is missing is no
/// error.
void discard_project(const std::filesystem::path& file);

/// Where backups lie: $QUIPU_BACKUPS, else XDG_STATE_HOME/quipu/backups, one folder a project.
std::filesystem::path backup_folder(const Project& project);

}
