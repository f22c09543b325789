#pragma once
#include "paper/problem.h"
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace paper
{

/// How much an archive may unfold to before it counts as a bomb. Sizes in bytes.
struct ZipLimits {
    std::uint64_t entry = std::uint64_t{256} << 20; ///< one entry, unpacked
    std::uint64_t total = std::uint64_t{1} << 30;   ///< all entries together, unpacked
    std::uint64_t ratio = 200; ///< unpacked : packed, looked at only above `ratio_from` (honest small parts of
                               ///< one repeated byte reach a thousand)
    std::uint64_t ratio_from = 16 << 20;
    std::size_t entries = 100'000;
};

struct ZipEntry {
    std::string name;       ///< UTF-8, `/` between folders, never absolute, without `..`
    std::uint64_t size = 0; ///< as declared; `read` holds the archive to it
};

enum class NameCase { exact, ignored };

/// Reads an archive that lies in memory. Nothing is ever written to disk, and nothing in the archive is trusted: sizes
/// are capped before and while unpacking, checksums are verified. Movable; one thread at a time.
class ZipReader
{
 public:
    /// bad_file: no zip archive, cut off, no entries, or a name that is absolute, contains `..` or a control character.
    /// encrypted: an entry needs a password, or it is an Office file locked with one. too_large: see ZipLimits.
    static Result<ZipReader> open(std::string bytes, ZipLimits limits = {});

    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    /// The files in the order of the archive; folders are left out.
    const std::vector<ZipEntry>& entries() const;

    /// With `ignored`, ASCII letters compare without case; an exact match is preferred all the same.
    bool has(std::string_view name, NameCase name_case = NameCase::exact) const;

    /// The unpacked bytes. bad_file: no such entry, damaged, or longer than declared.
    Result<std::string> read(std::string_view name, NameCase name_case = NameCase::exact) const;

 private:
    struct Archive;
    explicit ZipReader(std::unique_ptr<Archive> archive);
    std::unique_ptr<Archive> archive_;
};

enum class Packing { deflated, stored };

/// Makes an archive in memory. The same entries in the same order give the same bytes on any day: every time is
/// 1980-01-01. ODT and EPUB want `mimetype` first and `stored`.
class ZipWriter
{
 public:
    /// `name` is relative, with `/` between folders, and new to this archive (a programmer's mistake otherwise).
    void add(std::string name, std::string bytes, Packing packing = Packing::deflated);

    /// The archive; the writer is empty afterwards. cannot_write when there is no entry or the memory does not suffice.
    Result<std::string> finish();

 private:
    struct Part {
        std::string name, bytes;
        Packing packing;
    };
    std::vector<Part> parts_;
};

}
