#include "utf8.h"

namespace paper
{

namespace
{

std::size_t announced_length(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

}

Utf8Step utf8_step(std::string_view text, std::size_t at)
{
    constexpr Utf8Step invalid{0xFFFD, 1, false};
    constexpr char32_t least[]{0, 0, 0x80, 0x800, 0x10000};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto length = announced_length(byte(at));
    if (length == 1) return {byte(at), 1, true};
    if (length == 0 || at + length > text.size()) return invalid;
    char32_t point = byte(at) & (0xFF >> (length + 1));
    for (std::size_t i = at + 1; i < at + length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return invalid;
        point = (point << 6) | (byte(i) & 0x3F);
    }
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return invalid;
    return {point, length, true};
}

void append_utf8(std::string& text, char32_t point)
{
    const auto put = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6)), put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12)), put(0x80 | ((point >> 6) & 0x3F)), put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18)), put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F)), put(0x80 | (point & 0x3F));
    }
}

std::size_t utf8_length(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += utf8_step(text, at).length) ++count;
    return count;
}

}
