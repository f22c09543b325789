#pragma once
#include "support/corpus.h"
#include "transcript.h"

namespace transcript
{

/// A folder of its own with a shell in it, as a new user would find it: nothing of ours in the home folder, English
/// (LC_ALL=C.UTF-8), UTC, our programs first on the path, `$CORPORA` and `$DATA` for the files of the project.
class Shell
{
 public:
    Outcome run(const std::string& command) const;
    std::filesystem::path folder() const { return folder_.path(); }

 private:
    support::TempFolder folder_; ///< where commands are run
    support::TempFolder aside_;  ///< home, and what the commands print
};

}
