#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using workbench::Result;

/// A set of codes; a code may be in many. Sets that came by REFI-QDA may hold documents or memos too.
struct CodeGroup {
    CodeGroupId id;
    std::string name;
    std::optional<std::string> comment;
    std::vector<CodeId> codes;        ///< in the order given
    std::vector<std::int64_t> others; ///< members that are no codes
};

/// All groups by name.
std::vector<CodeGroup> code_groups(const Reading& reading);
/// By name or "#ID". Errors: not_found with near names, ambiguous with the ids.
Result<CodeGroupId> find_group(const Reading& reading, std::string_view ref);

/// Errors: exists, bad_value (an empty name), not_found (a code).
Result<CodeGroupId> add_group(Project& project, const std::string& name, const std::vector<CodeId>& codes);

struct CodeGroupSettings {
    std::optional<std::string> name, comment;
    std::optional<std::vector<CodeId>> codes; ///< instead of those it holds now; other members stay
};
/// 1, or 0 when all was so already. Errors as above.
Result<int> set_group(Project& project, CodeGroupId group, const CodeGroupSettings& settings);

/// The codes stay. 1. Errors: not_found.
Result<int> delete_group(Project& project, CodeGroupId group);

/// For an import: the group of that name, made when new, with these codes added.
CodeGroupId group_named(Change& change, const std::string& name, const std::vector<CodeId>& codes);

}
