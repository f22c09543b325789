#include "new_file.h"
#include "replica.h"
#include "workbench/tr.h"
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace workbench
{

namespace fs = std::filesystem;

namespace
{

tl::unexpected<Error> taken(const fs::path& file)
{
    return fail(ErrorCode::exists, say("There is already a file \"{}\".", file.string()), say("Choose another name."));
}

}

NewFile::NewFile(fs::path file)
    : file_(std::move(file)),
      folder_(file_.has_parent_path() ? file_.parent_path() : fs::path(".")),
      draft_(folder_ / ("." + file_.filename().string() + "." + std::to_string(::getpid()) + ".new"))
{
    std::error_code ignored;
    fs::remove(draft_, ignored); // of a process that had this number and was killed
}

NewFile::NewFile(NewFile&& other) noexcept
    : file_(std::move(other.file_)), folder_(std::move(other.folder_)), draft_(std::exchange(other.draft_, fs::path()))
{
}

NewFile::~NewFile()
{
    std::error_code ignored;
    if (!draft_.empty()) fs::remove(draft_, ignored);
}

Result<NewFile> NewFile::at(const fs::path& file)
{
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(file, ignored))) return taken(file);
    NewFile made(file);
    if (!fs::is_directory(made.folder_, ignored))
        return fail(ErrorCode::not_found, say("There is no folder \"{}\".", made.folder_.string()),
                    say("Make the folder first."));
    if (::access(made.folder_.c_str(), W_OK) != 0)
        return fail(ErrorCode::read_only, say("Nothing can be written in the folder \"{}\".", made.folder_.string()),
                    say("Choose a folder of your own."));
    return made;
}

fs::path NewFile::place() const
{
    // Of a relative path that is not there yet, weakly_canonical alone would make nothing absolute.
    std::error_code ignored;
    return fs::weakly_canonical(fs::absolute(file_, ignored), ignored);
}

Result<void> NewFile::finish()
{
    if (::renameat2(AT_FDCWD, draft_.c_str(), AT_FDCWD, file_.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST) return taken(file_);
        return fail(ErrorCode::read_only, say("\"{}\" cannot be written.", file_.string()),
                    say("Choose a folder of your own."));
    }
    draft_.clear();
    sync_folder(folder_);
    return {};
}

}
