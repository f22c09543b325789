#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace paper
{

/// One character of UTF-8 text: its code point and how many bytes it takes. An invalid byte is {U+FFFD, 1, false}.
struct Utf8Step {
    char32_t point;
    std::size_t length;
    bool valid;
};

/// The character that begins at `at`, which lies within `text`. Overlong forms, surrogates and points past U+10FFFF
/// are invalid.
Utf8Step utf8_step(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t point);

/// Number of code points; an invalid byte counts as one.
std::size_t utf8_length(std::string_view text);

}
