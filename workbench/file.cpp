#include "workbench/file.h"
#include "replica.h"
#include "workbench/tr.h"
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace workbench
{

namespace fs = std::filesystem;

namespace
{

bool write_all(int out, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(out, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(out) == 0;
}

}

// The bytes must be on the disk before the name points at them: power may go at any moment.
Result<void> write_file(const fs::path& file, std::string_view bytes)
{
    std::error_code error;
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::not_found, say("There is no folder \"{}\".", folder.string()),
                    say("Make it first, or choose another place."));
    auto draft = file;
    draft += ".part";
    const int out = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (out < 0)
        return fail(ErrorCode::read_only, say("\"{}\" cannot be written.", file.string()),
                    say("Choose a folder that you may write to."));
    const bool written = write_all(out, bytes);
    if (::close(out) == 0 && written) {
        fs::rename(draft, file, error);
        if (!error) {
            sync_folder(folder);
            return {};
        }
    }
    fs::remove(draft, error);
    return fail(ErrorCode::disk_full, say("\"{}\" could not be written completely.", file.string()),
                say("Make room on the disk and try again."));
}

Result<std::string> read_file(const fs::path& file, std::uintmax_t most)
{
    std::error_code error;
    std::ifstream in(file, std::ios::binary);
    if (!fs::is_regular_file(file, error) || !in)
        return fail(ErrorCode::not_found, say("The file \"{}\" is not there or cannot be read.", file.string()),
                    say("Check its name and its place."));
    if (const auto size = fs::file_size(file, error); error || size > most)
        return fail(ErrorCode::too_large, say("The file \"{}\" is too large.", file.string()),
                    say("At most {} MB can be read.", most >> 20));
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}
