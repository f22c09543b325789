#pragma once
#include "workbench/project.h"

namespace workbench
{

/// The first write of a day keeps a backup of how it was: the last 7 days, and one of each month. Fails only when the
/// disk is full of something else than backups; a backup folder that cannot be written is no reason not to work.
Result<void> back_up_daily(Project& project);

/// Copies the whole file by SQLite's backup into `to`, which must not exist.
Result<void> copy_pages(const Connection& from, const std::filesystem::path& to);

}
