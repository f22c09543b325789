#include "paper/zip.h"
#include <algorithm>
#include <cassert>
#include <zip.h>

namespace paper
{

namespace
{

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Release>;

constexpr zip_uint16_t dos_time = 0;            // midnight
constexpr zip_uint16_t dos_date = (1 << 5) | 1; // 1 January 1980, the first day a zip knows
constexpr zip_uint32_t best = 9;

bool put(zip_t* archive, const std::string& name, const std::string& bytes, Packing packing)
{
    auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (!source) return false;
    const auto place = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
        zip_source_free(source);
        return false;
    }
    const auto index = static_cast<zip_uint64_t>(place);
    const bool stored = packing == Packing::stored;
    return zip_set_file_compression(archive, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, stored ? 0 : best) == 0 &&
           zip_file_set_dostime(archive, index, dos_time, dos_date, 0) == 0;
}

/// What was written into `source`, as bytes; empty when it cannot be read.
std::string contents(zip_source_t* source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) || zip_source_open(source) != 0) return {};
    std::string bytes(stat.size, '\0');
    const auto got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(bytes.size())) return {};
    return bytes;
}

}

void ZipWriter::add(std::string name, std::string bytes, Packing packing)
{
    assert(!name.empty() && name.front() != '/');
    assert(std::ranges::find(parts_, name, &Part::name) == parts_.end());
    parts_.push_back({std::move(name), std::move(bytes), packing});
}

Result<std::string> ZipWriter::finish()
{
    const auto parts = std::exchange(parts_, {});
    const auto cannot = problem(ProblemKind::cannot_write, "the zip archive could not be made");
    const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!source || parts.empty()) return cannot;
    zip_source_keep(source.get()); // zip_close would free it, and with it what was written
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr));
    if (!archive) {
        zip_source_free(source.get());
        return cannot;
    }
    for (const auto& part : parts)
        if (!put(archive.get(), part.name, part.bytes, part.packing)) return cannot;
    if (zip_close(archive.get()) != 0) return cannot;
    (void)archive.release(); // closed and gone
    auto bytes = contents(source.get());
    if (bytes.empty()) return cannot;
    return bytes;
}

}
