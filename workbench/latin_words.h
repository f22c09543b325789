#pragma once
#include "workbench/words.h"
#include <algorithm>
#include <array>

namespace workbench
{

/// What the rules of word breaking (Unicode Standard Annex 29) know of a Latin character.
enum class LatinClass : unsigned char {
    other, ///< stands between words
    letter,
    digit,
    underscore, ///< joins, but is no word by itself
    at_sign,    ///< joins like a letter (an e-mail address is one word), but is no word by itself
    mid_letter, ///< joins two letters: ·
    mid_number, ///< joins two digits: , ;
    mid_both,   ///< joins two letters or two digits: . ' and the typographic apostrophes
    unknown,    ///< not judged here: the whole text goes to ICU
};

/// The class of a code point; `unknown` for all that is not plain Latin text.
constexpr LatinClass latin_class(char32_t c)
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

/// The classes of the characters of one byte.
inline constexpr auto ascii_classes = [] {
    std::array<LatinClass, 128> classes{};
    for (char32_t c = 0; c < 128; ++c) classes[c] = latin_class(c);
    return classes;
}();

/// Whether the language follows the common rules for Latin text.
bool breaks_like_latin(std::string_view language);

/// One character of well-formed or broken UTF-8.
struct LatinPoint {
    LatinClass kind = LatinClass::unknown;
    int bytes = 1;
};

inline LatinPoint latin_point(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    const char32_t a = byte(at), b = byte(at + 1), c = byte(at + 2);
    const auto follows = [](char32_t x) { return (x & 0xC0) == 0x80; };
    if (a < 0x80) return {ascii_classes[a], 1};
    if (a >= 0xC2 && a <= 0xC9 && follows(b)) return {latin_class((a & 0x1F) << 6 | (b & 0x3F)), 2};
    if (a == 0xE2 && follows(b) && follows(c)) return {latin_class((a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F)), 3};
    return {};
}

inline bool lettered(LatinClass kind)
{
    return kind == LatinClass::letter || kind == LatinClass::at_sign;
}

/// Calls take(Word) for the words of a text that is plain Latin in a language with the common rules: the same words
/// as ICU finds, several times faster, which is what scanning and indexing spend their time on. Returns false, after
/// some calls perhaps, when the text is not of that kind and ICU has to be asked.
template <class Take>
bool latin_words(std::string_view text, std::string_view language, Take take)
{
    if (!breaks_like_latin(language)) return false;
    using enum LatinClass;
    Word word;
    bool inside = false, counts = false;
    auto last = other;
    std::int64_t point = 0;
    for (std::size_t at = 0; at < text.size(); ++point) {
        const auto [kind, bytes] = latin_point(text, at);
        if (kind == unknown) return false;
        const bool solid = kind == letter || kind == digit || kind == underscore || kind == at_sign;
        bool joins = solid;
        if (!solid && kind != other && inside && (lettered(last) || last == digit)) {
            const auto next = latin_point(text, at + static_cast<std::size_t>(bytes)).kind;
            if (next == unknown && at + static_cast<std::size_t>(bytes) < text.size()) return false;
            joins = lettered(last) ? lettered(next) && (kind == mid_both || kind == mid_letter)
                                   : next == digit && (kind == mid_both || kind == mid_number);
        }
        if (joins && !inside) word = {point, point, static_cast<std::int64_t>(at), 0}, inside = true, counts = false;
        if (!joins && inside) {
            word.end = point, word.end_byte = static_cast<std::int64_t>(at), inside = false;
            if (counts) take(word);
        }
        counts = counts || (joins && (kind == letter || kind == digit));
        last = kind;
        at += static_cast<std::size_t>(bytes);
    }
    word.end = point, word.end_byte = static_cast<std::int64_t>(text.size());
    if (inside && counts) take(word);
    return true;
}

}
