#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// True for a byte that begins a code point.
inline bool begins_code_point(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

/// Number of code points in valid UTF-8.
inline std::int64_t count_code_points(std::string_view text)
{
    std::int64_t count = 0;
    for (const char byte : text) count += begins_code_point(byte);
    return count;
}

/// Byte offset of the `n`-th code point at or after byte `from`; the size when there are not so many.
inline std::size_t byte_of(std::string_view text, std::int64_t n, std::size_t from = 0)
{
    std::size_t at = from;
    while (at < text.size()) {
        if (begins_code_point(text[at]) && n-- == 0) return at;
        ++at;
    }
    return text.size();
}

/// True when the bytes are well-formed UTF-8 (RFC 3629: no surrogates, nothing over U+10FFFF, no overlong forms).
bool is_utf8(std::string_view text);

/// Byte offsets of every 256th code point, so that any position is found by a short scan.
class Utf8Index
{
 public:
    Utf8Index() = default;
    explicit Utf8Index(std::string_view text);
    std::int64_t characters() const { return characters_; }
    /// Byte offset of code point `position`; the size of the text for its length or more.
    std::size_t byte(std::string_view text, std::int64_t position) const;

 private:
    std::vector<std::size_t> bytes_;
    std::int64_t characters_ = 0;
};

}
