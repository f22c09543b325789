#pragma once
#include <string>
#include <string_view>

namespace workbench
{

/// What went wrong, as a word that programs can rely on. The list is that of the command's contract.
enum class ErrorCode {
    usage,           ///< the call itself is malformed
    not_found,       ///< a file or a name that is not there
    ambiguous,       ///< a name that could mean several things
    exists,          ///< what should be made is there already
    out_of_range,    ///< a position beyond the text
    bad_value,       ///< a value that makes no sense here
    bad_file,        ///< an empty, corrupt or binary file
    unsupported,     ///< a file or feature that we cannot handle
    encrypted,       ///< a file that asks for a password
    too_large,       ///< more than we are willing to take in
    not_a_project,   ///< another program's file
    newer_version,   ///< made by a newer Quipu
    read_only,       ///< the project cannot be written here
    disk_full,       ///< no room left
    busy,            ///< another process is writing
    conflict,        ///< something else stands in the way
    nothing_to_undo, ///< no change of this copy is left to take back
    nothing_to_redo, ///< no undo is left to take back
    broken_file,     ///< the project file is damaged
    cancelled,       ///< the user stopped it
    external_tool,   ///< a helper program is missing or failed
};

/// The word of the contract: ErrorCode::not_found is "not_found".
std::string_view name_of(ErrorCode code);

/// One clear sentence for a person, with what to do about it. `detail` says what, where and why; `hint` what to do,
/// and is empty when there is nothing to advise. Both are already translated.
struct Error {
    ErrorCode code;
    std::string detail;
    std::string hint;
};

/// The ground gave way: a full disk, a damaged file. Thrown from readings and from inside a change; a change turns it
/// into its Error after rolling back, the `main`s catch what is left.
struct BrokenFile {
    Error error;
};

}
