#pragma once
#include "workbench/result.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace workbench
{

/// Writes a whole file; it appears complete or not at all. Errors: not_found (its folder), read_only, disk_full.
Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

/// Reads a whole file. Errors: not_found, too_large (over `most` bytes).
Result<std::string> read_file(const std::filesystem::path& file, std::uintmax_t most);

}
