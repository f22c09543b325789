#include "paper/zip.h"
#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <optional>
#include <zip.h>

namespace paper
{

namespace
{

struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_without_case(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

/// Some Windows programs put backslashes between folders; they mean slashes.
std::string tidy(std::string name)
{
    std::ranges::replace(name, '\\', '/');
    return name;
}

bool leaves_its_folder(std::string_view name)
{
    if (name.empty() || name.front() == '/' || (name.size() > 1 && name[1] == ':')) return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

bool has_control(std::string_view name)
{
    return std::ranges::any_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// Office locks a file with a password by wrapping it in its old container; "EncryptedPackage" is then a stream's name.
std::optional<Problem> old_container(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return std::nullopt;
    constexpr auto locked = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    if (bytes.find(locked) != bytes.npos) return Problem{ProblemKind::encrypted, "the file is locked with a password"};
    return Problem{ProblemKind::bad_file, "this is an old binary Office file, not a zip archive"};
}

std::string message_of(zip_error_t& error)
{
    std::string message = zip_error_strerror(&error);
    zip_error_fini(&error);
    return message;
}

}

struct ZipReader::Archive {
    struct Close {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    std::string bytes; ///< libzip reads from here as long as `zip` lives
    ZipLimits limits;
    std::unique_ptr<zip_t, Close> zip;
    std::vector<ZipEntry> entries;
    std::vector<zip_uint64_t> places; ///< where in the archive each of `entries` stands

    std::optional<Problem> unfold();
    std::optional<Problem> list();
    std::optional<Problem> take(zip_uint64_t place, std::uint64_t& total);
    std::optional<std::size_t> find(std::string_view name, NameCase name_case) const;
};

std::optional<Problem> ZipReader::Archive::unfold()
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return Problem{ProblemKind::bad_file, message_of(error)};
    zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (zip) return list();
    zip_source_free(source);
    return Problem{ProblemKind::bad_file, fmt::format("not a readable zip archive: {}", message_of(error))};
}

std::optional<Problem> ZipReader::Archive::list()
{
    const auto count = zip_get_num_entries(zip.get(), 0);
    if (count <= 0) return Problem{ProblemKind::bad_file, "the archive has no entries"};
    if (static_cast<std::uint64_t>(count) > limits.entries)
        return Problem{ProblemKind::too_large, fmt::format("the archive has {} entries", count)};
    std::uint64_t total = 0;
    for (zip_uint64_t place = 0; place < static_cast<zip_uint64_t>(count); ++place)
        if (auto trouble = take(place, total)) return trouble;
    return std::nullopt;
}

std::optional<Problem> ZipReader::Archive::take(zip_uint64_t place, std::uint64_t& total)
{
    constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    zip_stat_t stat;
    if (zip_stat_index(zip.get(), place, ZIP_FL_ENC_GUESS, &stat) != 0 || (stat.valid & wanted) != wanted)
        return Problem{ProblemKind::bad_file, fmt::format("entry {} of the archive is damaged", place + 1)};
    auto name = tidy(stat.name);
    if (leaves_its_folder(name) || has_control(name))
        return Problem{ProblemKind::bad_file, fmt::format("entry {} of the archive has a dangerous name", place + 1)};
    if (stat.encryption_method != ZIP_EM_NONE)
        return Problem{ProblemKind::encrypted, fmt::format("{} is locked with a password", name)};
    if (name.back() == '/') return std::nullopt;
    total += std::min<std::uint64_t>(stat.size, limits.total + 1);
    const bool swells = stat.size > limits.ratio_from && stat.size / limits.ratio > stat.comp_size;
    if (stat.size > limits.entry || total > limits.total || swells)
        return Problem{ProblemKind::too_large, fmt::format("{} would unfold to {} bytes", name, stat.size)};
    entries.push_back({std::move(name), stat.size});
    places.push_back(place);
    return std::nullopt;
}

std::optional<std::size_t> ZipReader::Archive::find(std::string_view name, NameCase name_case) const
{
    auto found = std::ranges::find(entries, name, &ZipEntry::name);
    if (found == entries.end() && name_case == NameCase::ignored)
        found = std::ranges::find_if(entries, [&](const ZipEntry& e) { return same_without_case(e.name, name); });
    if (found == entries.end()) return std::nullopt;
    return static_cast<std::size_t>(found - entries.begin());
}

ZipReader::ZipReader(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string bytes, ZipLimits limits)
{
    if (auto trouble = old_container(bytes)) return tl::unexpected(std::move(*trouble));
    auto archive = std::make_unique<Archive>();
    archive->bytes = std::move(bytes);
    archive->limits = limits;
    if (auto trouble = archive->unfold()) return tl::unexpected(std::move(*trouble));
    return ZipReader(std::move(archive));
}

const std::vector<ZipEntry>& ZipReader::entries() const
{
    return archive_->entries;
}

bool ZipReader::has(std::string_view name, NameCase name_case) const
{
    return archive_->find(name, name_case).has_value();
}

Result<std::string> ZipReader::read(std::string_view name, NameCase name_case) const
{
    const auto found = archive_->find(name, name_case);
    if (!found) return problem(ProblemKind::bad_file, fmt::format("the archive has no entry {}", name));
    const std::unique_ptr<zip_file_t, CloseEntry> entry(
        zip_fopen_index(archive_->zip.get(), archive_->places[*found], 0));
    if (!entry) return problem(ProblemKind::bad_file, fmt::format("{}: {}", name, zip_strerror(archive_->zip.get())));

    // One byte more than declared: libzip compares the checksum at the end, and an entry that goes on is a lie.
    std::string bytes(archive_->entries[*found].size + 1, '\0');
    zip_int64_t filled = 0;
    for (zip_int64_t got = 1; got > 0 && filled < static_cast<zip_int64_t>(bytes.size()); filled += got) {
        got = zip_fread(entry.get(), bytes.data() + filled, bytes.size() - static_cast<std::size_t>(filled));
        if (got < 0) return problem(ProblemKind::bad_file, fmt::format("{} is damaged", name));
    }
    if (filled + 1 != static_cast<zip_int64_t>(bytes.size()))
        return problem(ProblemKind::bad_file, fmt::format("{} is not as long as it claims", name));
    bytes.pop_back();
    return bytes;
}

}
