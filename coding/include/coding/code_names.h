#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <string>
#include <vector>

namespace coding
{

using workbench::Result;

/// What to look for in the names of codes, and what to write instead.
struct NameReplacement {
    std::string find, replace;
    bool match_case = false;  ///< else "Papel" finds "papel" too; accents always count
    bool whole_words = false; ///< "papel" is then not found in "papeleo"
};

/// One name that would change.
struct ReplacedName {
    CodeId code;
    std::string path; ///< of the code as it is
    std::string from, to;
};

/// The names that would change, in tree order; nothing is written. Errors: bad_value (nothing to look for; a name would
/// be empty), exists (two siblings would have one name).
Result<std::vector<ReplacedName>> replaced_names(const Reading& reading, const NameReplacement& wanted);

/// Writes them, as one change. Errors as above; the project is then untouched.
Result<std::vector<ReplacedName>> replace_in_names(Project& project, const NameReplacement& wanted);

}
