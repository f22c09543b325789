#pragma once
#include "workbench/result.h"
#include <functional>

namespace search
{

/// The one border where Xapian's exceptions, and those of the file system, become errors: busy (another process
/// writes, or has written while we read), disk_full, read_only, or broken_file for an index that is not what it should
/// be.
workbench::Result<void> guarded(const std::function<void()>& work);

}
