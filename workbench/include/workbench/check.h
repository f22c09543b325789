#pragma once
#include "workbench/progress.h"
#include "workbench/result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace workbench
{

class Project;

struct Problem {
    std::string what, where;
    bool repaired = false;
};

struct CheckOptions {
    bool repair = false; ///< mends what can be mended without losing anything: everything derived, and counters
    bool deep = false;   ///< also replays the whole history and compares
};

/// Looks the whole file over: pages, references, content against its hashes, pieces and anchors, derived tables against
/// what they are derived from. An empty list is a sound project.
std::vector<Problem> check(Project& project, const CheckOptions& options, Progress& progress);

}
