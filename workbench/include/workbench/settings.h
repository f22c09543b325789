#pragma once
#include "workbench/result.h"
#include "workbench/rows.h"
#include <map>
#include <string>

namespace workbench
{

class Project;

/// The settings of a project by key: title, language, numbers (the locale of printed numbers, es_PE), comment,
/// archives (where passages of other projects are served: see hosts_in).
std::map<std::string, std::string> settings(const Reading& reading);

/// Sets some; returns how many changed. Errors: bad_value (unknown key, or a value it cannot have; `detail` lists
/// them).
Result<int> set_settings(Project& project, const std::map<std::string, std::string>& values);

}
