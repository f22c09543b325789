#include "workbench/file.h"
#include "replica.h"
#include "workbench/tr.h"
#include <fstream>
#include <iterator>

namespace workbench
{

namespace fs = std::filesystem;

Result<void> write_file(const fs::path& file, std::string_view bytes)
{
    std::error_code error;
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::not_found, say("There is no folder \"{}\".", folder.string()),
                    say("Make it first, or choose another place."));
    auto draft = file;
    draft += ".part";
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    if (!out)
        return fail(ErrorCode::read_only, say("\"{}\" cannot be written.", file.string()),
                    say("Choose a folder that you may write to."));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (out) fs::rename(draft, file, error);
    if (out && !error) {
        sync_folder(folder);
        return {};
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
