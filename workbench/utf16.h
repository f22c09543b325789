#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace workbench
{

/// A place in a UTF-8 text, walked together with the UTF-16 copy that ICU reads.
class Walker
{
 public:
    explicit Walker(std::string_view text) : text_(text) {}
    bool at_end() const { return byte_ >= static_cast<std::int32_t>(text_.size()); }
    UChar32 next()
    {
        UChar32 c;
        U8_NEXT_OR_FFFD(text_.data(), byte_, static_cast<std::int32_t>(text_.size()), c);
        ++point_;
        unit_ += U16_LENGTH(c);
        return c;
    }
    std::int32_t unit() const { return unit_; }
    std::int64_t point() const { return point_; }
    std::int64_t byte() const { return byte_; }

 private:
    std::string_view text_;
    std::int32_t byte_ = 0, unit_ = 0;
    std::int64_t point_ = 0;
};

/// The text for ICU; ill-formed sequences become U+FFFD, as in Walker.
inline std::u16string utf16(std::string_view text)
{
    std::u16string units;
    units.reserve(text.size());
    for (Walker walker(text); !walker.at_end();) {
        const auto c = walker.next();
        if (c <= 0xFFFF)
            units.push_back(static_cast<char16_t>(c));
        else
            units.append({static_cast<char16_t>(U16_LEAD(c)), static_cast<char16_t>(U16_TRAIL(c))});
    }
    return units;
}

inline std::string utf8(std::u16string_view units)
{
    std::string text;
    text.reserve(units.size() * 2);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(units.size());) {
        UChar32 c;
        U16_NEXT(units.data(), i, static_cast<std::int32_t>(units.size()), c);
        std::array<char, U8_MAX_LENGTH> bytes{};
        std::int32_t n = 0;
        U8_APPEND_UNSAFE(bytes.data(), n, U_IS_SURROGATE(c) ? 0xFFFD : c);
        text.append(bytes.data(), static_cast<std::size_t>(n));
    }
    return text;
}

}
