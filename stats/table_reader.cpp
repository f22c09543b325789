#include "stats/table_reader.h"
#include "table_formats.h"
#include "workbench/sha256.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <fstream>

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

using Reader = Result<TableRead> (*)(std::string bytes, const std::string& name, const ReadOptions& options);
struct Format {
    std::string_view extension;
    Reader read;
};
constexpr std::array formats{
    Format{".csv", &read_delimited}, Format{".tsv", &read_delimited}, Format{".txt", &read_delimited},
    Format{".xlsx", &read_xlsx},     Format{".ods", &read_ods},       Format{".json", &read_json_table},
};

std::string extension_of(const std::string& name)
{
    auto extension = std::filesystem::path(name).extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    return extension;
}

std::string extensions()
{
    std::string all;
    for (const auto& format : formats) all += (all.empty() ? "" : " ") + std::string(format.extension);
    return all;
}

Result<std::string> bytes_of(const std::filesystem::path& file)
{
    std::error_code missing;
    if (!std::filesystem::is_regular_file(file, missing))
        return fail(ErrorCode::not_found, say("There is no file \"{}\".", file.string()),
                    say("Check the path; a recipe's data are looked for beside the recipe."));
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::filesystem::file_size(file), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return fail(ErrorCode::bad_file, say("The file \"{}\" cannot be read.", file.string()),
                    say("Check that you may read it and that its disk is well."));
    return bytes;
}

}

Result<TableRead> read_table(const std::filesystem::path& file, const ReadOptions& options)
{
    auto bytes = bytes_of(file);
    if (!bytes) return fail(bytes.error());
    return read_table_bytes(std::move(*bytes), file.filename().string(), options);
}

Result<TableRead> read_table_bytes(std::string bytes, const std::string& name, const ReadOptions& options)
{
    const auto format = std::ranges::find(formats, extension_of(name), &Format::extension);
    if (format == formats.end())
        return fail(ErrorCode::unsupported, say("\"{}\" is not a table that Quipu reads.", name),
                    say("Save it as one of: {}.", extensions()));
    auto sha256 = workbench::sha256_hex(bytes);
    auto read = format->read(std::move(bytes), name, options);
    if (read) read->sha256 = std::move(sha256);
    return read;
}

}
