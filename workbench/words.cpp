#include "workbench/words.h"
#include "latin_words.h"
#include "utf16.h"
#include <array>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

namespace workbench
{
namespace
{

struct CloseBreaker {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Breaker = std::unique_ptr<UBreakIterator, CloseBreaker>;

/// A language code that is safe to give to ICU: letters, digits, `-` and `_`; anything else means the root rules.
std::string locale_of(std::string_view language)
{
    if (language.size() > 20) return "root";
    for (const unsigned char c : language)
        if (!std::isalnum(c) && c != '-' && c != '_') return "root";
    return language.empty() ? "root" : std::string(language);
}

/// Opening an iterator costs more than a paragraph: each thread keeps those of its languages.
UBreakIterator* breaker(UBreakIteratorType type, std::string_view language)
{
    thread_local std::map<std::pair<int, std::string>, Breaker> open;
    const auto key = std::pair{static_cast<int>(type), locale_of(language)};
    auto found = open.find(key);
    if (found != open.end()) return found->second.get();
    UErrorCode status = U_ZERO_ERROR;
    Breaker made(ubrk_open(type, key.second.c_str(), nullptr, 0, &status));
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        made.reset(ubrk_open(type, "root", nullptr, 0, &status));
    }
    if (open.size() > 64) open.clear(); // hostile language codes must not fill the memory
    return open.emplace(key, std::move(made)).first->second.get();
}

bool makes_a_word(UChar32 c)
{
    return u_isalpha(c) || u_isdigit(c);
}

/// Calls take(segment) for every segment between two breaks that holds a character which `counts`; with `trim` the
/// segment reaches from the first to the last such character.
template <class Counts, class Take>
void segments(UBreakIterator* iterator, std::string_view text, bool trim, Counts counts, Take take)
{
    const auto units = utf16(text);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator, reinterpret_cast<const UChar*>(units.data()), static_cast<std::int32_t>(units.size()),
                 &status);
    if (U_FAILURE(status)) return;
    Walker walker(text);
    ubrk_first(iterator);
    for (auto stop = ubrk_next(iterator); stop != UBRK_DONE; stop = ubrk_next(iterator)) {
        Word segment{walker.point(), walker.point(), walker.byte(), walker.byte()};
        bool any = false;
        while (walker.unit() < stop) {
            const auto point = walker.point(), byte = walker.byte();
            const bool counted = counts(walker.next());
            if (counted && trim && !any) segment = {point, point, byte, byte};
            any = any || counted;
            if (counted || !trim) segment.end = walker.point(), segment.end_byte = walker.byte();
        }
        if (any) take(segment);
    }
}

using Normalizer = const UNormalizer2* (*)(UErrorCode*);

std::u16string normalised(std::u16string_view text, Normalizer form)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = form(&status);
    std::u16string out(text.size() * 3 + 16, u'\0');
    const auto write = [&] {
        status = U_ZERO_ERROR;
        return unorm2_normalize(normalizer, reinterpret_cast<const UChar*>(text.data()),
                                static_cast<std::int32_t>(text.size()), reinterpret_cast<UChar*>(out.data()),
                                static_cast<std::int32_t>(out.size()), &status);
    };
    auto length = write();
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        out.resize(static_cast<std::size_t>(length));
        length = write();
    }
    if (U_FAILURE(status)) return std::u16string(text);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::u16string lowered(std::u16string_view text)
{
    std::u16string out(text.size() * 3 + 16, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length =
        u_strToLower(reinterpret_cast<UChar*>(out.data()), static_cast<std::int32_t>(out.size()),
                     reinterpret_cast<const UChar*>(text.data()), static_cast<std::int32_t>(text.size()), "", &status);
    if (U_FAILURE(status)) return std::u16string(text);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::u16string case_folded(std::u16string_view text)
{
    std::u16string out(text.size() * 3 + 16, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length = u_strFoldCase(reinterpret_cast<UChar*>(out.data()), static_cast<std::int32_t>(out.size()),
                                      reinterpret_cast<const UChar*>(text.data()),
                                      static_cast<std::int32_t>(text.size()), U_FOLD_CASE_DEFAULT, &status);
    if (U_FAILURE(status)) return std::u16string(text);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::u16string without_invisible(std::u16string_view text)
{
    std::u16string out;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
        const auto from = i;
        UChar32 c;
        U16_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
        if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            out.append(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(i - from)));
    }
    return out;
}

/// An accent is a non-spacing mark whose class says that it is attached to a letter; classes 0 to 9 are vowel signs,
/// viramas, nuktas and the voicing of kana, which make another letter.
bool is_accent(UChar32 c)
{
    return u_charType(c) == U_NON_SPACING_MARK && u_getCombiningClass(c) >= 10;
}

/// Decomposed text without its accents; the tilde of an n stays, wherever it stands among the marks of that n.
std::u16string without_accents(std::u16string_view decomposed)
{
    constexpr UChar32 tilde = 0x0303;
    std::u16string out;
    bool on_n = false;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(decomposed.size());) {
        const auto from = i;
        UChar32 c;
        U16_NEXT(decomposed.data(), i, static_cast<std::int32_t>(decomposed.size()), c);
        const bool accent = is_accent(c);
        const bool kept = !accent || (on_n && c == tilde);
        if (kept) out.append(decomposed.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(i - from)));
        if (!accent || kept) on_n = c == u'n';
    }
    return out;
}

/// What `lower` and `fold` make of the letters U+00C0 to U+00FF, second byte 0x80 to 0xBF after 0xC3: nearly all words
/// with an accent are of these, and asking ICU takes fifty times longer. Null: that is no letter.
struct Latin1 {
    const char *lower, *fold;
};
constexpr std::array<Latin1, 64> latin1{{
    {"à", "a"}, {"á", "a"}, {"â", "a"}, {"ã", "a"}, {"ä", "a"}, {"å", "a"}, {"æ", "æ"}, {"ç", "c"},
    {"è", "e"}, {"é", "e"}, {"ê", "e"}, {"ë", "e"}, {"ì", "i"}, {"í", "i"}, {"î", "i"}, {"ï", "i"},
    {"ð", "ð"}, {"ñ", "ñ"}, {"ò", "o"}, {"ó", "o"}, {"ô", "o"}, {"õ", "o"}, {"ö", "o"}, {},
    {"ø", "ø"}, {"ù", "u"}, {"ú", "u"}, {"û", "u"}, {"ü", "u"}, {"ý", "y"}, {"þ", "þ"}, {"ß", "ss"},
    {"à", "a"}, {"á", "a"}, {"â", "a"}, {"ã", "a"}, {"ä", "a"}, {"å", "a"}, {"æ", "æ"}, {"ç", "c"},
    {"è", "e"}, {"é", "e"}, {"ê", "e"}, {"ë", "e"}, {"ì", "i"}, {"í", "i"}, {"î", "i"}, {"ï", "i"},
    {"ð", "ð"}, {"ñ", "ñ"}, {"ò", "o"}, {"ó", "o"}, {"ô", "o"}, {"õ", "o"}, {"ö", "o"}, {},
    {"ø", "ø"}, {"ù", "u"}, {"ú", "u"}, {"û", "u"}, {"ü", "u"}, {"ý", "y"}, {"þ", "þ"}, {"ÿ", "y"},
}};

/// The word in small letters, by the table; empty when it holds anything else than ASCII and those letters.
std::optional<std::string> by_table(std::string_view word, const char* Latin1::*kind)
{
    std::string out;
    out.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c < 0x80)
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : word[i];
        else {
            if (c != 0xC3 || i + 1 == word.size()) return {};
            const auto next = static_cast<unsigned char>(word[++i]);
            const auto* const letter = next >= 0x80 && next < 0xC0 ? latin1[next - 0x80].*kind : nullptr;
            if (!letter) return {};
            out += letter;
        }
    }
    return out;
}

}

std::vector<Word> words_of(std::string_view text, std::string_view language)
{
    std::vector<Word> words;
    words_of(text, language, words);
    return words;
}

void words_of(std::string_view text, std::string_view language, std::vector<Word>& words)
{
    words.clear();
    if (latin_words(text, language, [&](const Word& word) { words.push_back(word); })) return;
    words.clear();
    segments(breaker(UBRK_WORD, language), text, false, makes_a_word, [&](const Word& word) { words.push_back(word); });
}

std::int64_t count_words(std::string_view text, std::string_view language)
{
    std::int64_t count = 0;
    if (latin_words(text, language, [&](const Word&) { ++count; })) return count;
    count = 0;
    segments(breaker(UBRK_WORD, language), text, false, makes_a_word, [&](const Word&) { ++count; });
    return count;
}

std::vector<Word> sentences_of(std::string_view text, std::string_view language)
{
    std::vector<Word> sentences;
    segments(
        breaker(UBRK_SENTENCE, language), text, true, [](UChar32 c) { return !u_isUWhiteSpace(c); },
        [&](const Word& sentence) { sentences.push_back(sentence); });
    return sentences;
}

std::string lower(std::string_view word)
{
    if (auto known = by_table(word, &Latin1::lower)) return *std::move(known);
    return utf8(normalised(lowered(without_invisible(utf16(word))), unorm2_getNFCInstance));
}

std::string fold(std::string_view word)
{
    if (auto known = by_table(word, &Latin1::fold)) return *std::move(known);
    // from `lower`, so that words of one `lower` have one `fold`
    const auto text_of_case = case_folded(normalised(utf16(lower(word)), unorm2_getNFDInstance));
    auto text = without_accents(normalised(text_of_case, unorm2_getNFDInstance));
    for (auto& c : text)
        if (c == u'\u2018' || c == u'\u2019' || c == u'\u02BB' || c == u'\u02BC') c = u'\'';
    return utf8(normalised(text, unorm2_getNFCInstance));
}

std::string word_rules()
{
    return std::string("ICU ") + U_ICU_VERSION + " Unicode " + U_UNICODE_VERSION;
}

std::int64_t code_points(std::string_view text)
{
    std::int64_t count = 0;
    for (Walker walker(text); !walker.at_end(); walker.next()) ++count;
    return count;
}

}
