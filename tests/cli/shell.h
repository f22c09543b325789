#pragma once
#include "support/corpus.h"
#include "transcript.h"
#include <utility>

namespace transcript
{

/// A folder of its own with a shell in it, as a new user would find it: nothing of ours in the home folder, UTC, our
/// programs first on the path, `$CORPORA` and `$DATA` for the files of the project.
class Shell
{
 public:
    /// `locale` becomes LC_ALL: the C locale is English to our programs, es_PE.UTF-8 Spanish, whether the machine has
    /// it or not.
    explicit Shell(std::string locale = "C.UTF-8") : locale_(std::move(locale)) {}

    Outcome run(const std::string& command) const;
    std::filesystem::path folder() const { return folder_.path(); }

 private:
    std::string locale_;
    support::TempFolder folder_; ///< where commands are run
    support::TempFolder aside_;  ///< home, and what the commands print
};

}
