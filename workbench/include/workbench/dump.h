#pragma once
#include <string>
#include <vector>

namespace workbench
{

class Project;

/// Everything that the user made and everything derived from it, as text for comparing two projects: no history, no
/// counters, nothing of the file's own place. Two copies that contain the same changes dump alike.
std::string dump_of(const Project& project);

/// The tables whose rows go into the history.
std::vector<std::string> tables_of_record();

}
