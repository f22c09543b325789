#pragma once
#include "door.h"

namespace workbench
{

/// Before the first write of a process: the reasons not to write (Inside::refuses), a look at the pages when the file
/// was changed by something else than us, WAL, the daily backup. Errors: read_only, newer_version, broken_file, busy.
Result<void> become_writer(Project& project);

/// After a commit: what this machine should know about the file.
void remember_writer(const Replica& replica);

/// Two seconds after the last commit: what is in the -wal goes into the file itself.
void checkpoint_when_idle(Project::Inside& inside);

/// At close: back to one ordinary file, when nobody else has it open.
void leave_as_one_file(Project::Inside& inside);

}
