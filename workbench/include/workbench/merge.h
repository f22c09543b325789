#pragma once
#include "workbench/result.h"
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace workbench
{

class Project;

/// Two things made in different copies that became one: the smaller id stays.
struct Joined {
    std::string object, kept, from; ///< "code", "#…", "#…"
};

/// What two copies said differently about one thing, and which of the two counts now.
struct MergeConflict {
    std::string object, ours, theirs, kept;
};

struct MergeReport {
    std::int64_t applied = 0, already_there = 0;
    std::vector<Joined> joined;
    std::vector<MergeConflict> conflicts;
    std::string backup; ///< path; empty when nothing was new, or in a rehearsal
};

/// Brings the changes of other copies of the same project into this one: their rows of the history are added, and the
/// project becomes the replay of all changes in the order (lamport, replica, n), the same in every copy, whatever the
/// order of merging. Makes a backup first. With `rehearse` nothing is written. Errors: not_found, not_a_project,
/// bad_value (another project, or a copy without the history that would be needed), read_only, broken_file.
Result<MergeReport> merge(Project& project, const std::vector<std::filesystem::path>& others, bool rehearse = false);

}
