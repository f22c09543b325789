#include "latin_words.h"

namespace workbench
{

LatinClass latin_class(char32_t c)
{
    using enum LatinClass;
    const auto in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    if (in('a', 'z') || in('A', 'Z')) return letter;
    if (in('0', '9')) return digit;
    if (c == '_') return underscore;
    if (c == '@') return at_sign;
    if (c == '.' || c == '\'' || in(0x2018, 0x2019)) return mid_both;
    if (c == ',' || c == ';') return mid_number;
    if (c < 0x80) return other;
    if (c == 0xB7) return mid_letter;
    if (c == 0xAA || c == 0xB5 || c == 0xBA) return letter;
    if (c == 0xAD) return unknown; // the soft hyphen belongs to the letter before it
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return other;
    if (c < 0x250) return letter;
    return in(0x2010, 0x2017) || in(0x201A, 0x2023) || in(0x2025, 0x2026) ? other : unknown;
}

bool breaks_like_latin(std::string_view language)
{
    static constexpr std::array languages{std::string_view{"es"}, std::string_view{"en"}, std::string_view{"pt"},
                                          std::string_view{"fr"}, std::string_view{"it"}, std::string_view{"qu"},
                                          std::string_view{"ay"}, std::string_view{"ca"}, std::string_view{"de"}};
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

}
