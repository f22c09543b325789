#include "workbench/encoding.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace workbench
{
namespace
{

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Mark {
    std::string_view bytes, encoding;
};
// The longer mark of UTF-32LE begins with that of UTF-16LE and must be tried first.
constexpr std::array marks{Mark{"\xEF\xBB\xBF", "UTF-8"}, Mark{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                           Mark{{"\0\0\xFE\xFF", 4}, "UTF-32BE"}, Mark{"\xFF\xFE", "UTF-16LE"},
                           Mark{"\xFE\xFF", "UTF-16BE"}};

constexpr std::array<std::string_view, 10> binary_signatures{"%PDF-",
                                                             "PK\x03\x04",
                                                             "\x89PNG",
                                                             "GIF8",
                                                             "\xFF\xD8\xFF",
                                                             "\xD0\xCF\x11\xE0",
                                                             "\x7F"
                                                             "ELF",
                                                             "\x1F\x8B\x08",
                                                             "SQLite format 3",
                                                             "Rar!\x1A"};

struct Guess {
    std::string encoding;
    bool sure = true;
};

auto not_text()
{
    return fail(ErrorCode::bad_file, say("This is not a text file: it holds binary data."),
                say("Open it in the program that made it and save it as text, DOCX or PDF."));
}

bool is_binary_format(std::string_view bytes)
{
    return std::any_of(binary_signatures.begin(), binary_signatures.end(),
                       [&](std::string_view signature) { return bytes.starts_with(signature); });
}

struct Utf8Count {
    std::size_t valid = 0, invalid = 0; ///< sequences of more than one byte; ill-formed ones
};

Utf8Count count_utf8(std::string_view bytes)
{
    Utf8Count count;
    const auto size = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t i = 0; i < size;) {
        if (U8_IS_SINGLE(static_cast<unsigned char>(bytes[i]))) {
            ++i;
            continue;
        }
        UChar32 c;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, c);
        ++(c < 0 ? count.invalid : count.valid);
    }
    return count;
}

/// UTF-16 without a mark: NUL bytes stand on one side (spaces and newlines at least; few on the
/// other, as in the emoji U+1F600), and what comes out is
/// neither control characters nor half pairs.
std::optional<Guess> utf16_without_mark(std::string_view bytes)
{
    if (bytes.size() % 2 != 0) return {};
    std::size_t nul_at_even = 0, nul_at_odd = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        nul_at_even += bytes[i] == 0;
        nul_at_odd += bytes[i + 1] == 0;
    }
    if (std::max(nul_at_even, nul_at_odd) < 4 * std::min(nul_at_even, nul_at_odd)) return {};

    const bool little = nul_at_odd > nul_at_even;
    bool high = false; // the unit before was the first half of a pair
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
        const int unit = little ? first | second << 8 : first << 8 | second;
        const bool control = unit < 0x20 && unit != '\n' && unit != '\r' && unit != '\t' && unit != '\f';
        if (control || U16_IS_TRAIL(unit) != high) return {};
        high = U16_IS_LEAD(unit);
    }
    if (high) return {};
    return Guess{little ? "UTF-16LE" : "UTF-16BE"};
}

bool has_c1_bytes(std::string_view bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
}

/// Every high byte is a letter or a mark of written Spanish in ISO-8859-1 or windows-1252. ICU's statistics need
/// more text than an answer of one line has.
bool looks_spanish(std::string_view bytes)
{
    constexpr std::string_view usual =
        "\xE1\xE9\xED\xF3\xFA\xFC\xF1\xC1\xC9\xCD\xD3\xDA\xDC\xD1\xBF\xA1\xBA\xAA\xAB\xBB"
        "\xB0\xB7\xA0\xAD\xB4\x80\x85\x91\x92\x93\x94\x95\x96\x97";
    return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
        return static_cast<unsigned char>(c) < 0x80 || usual.find(c) != std::string_view::npos;
    });
}

std::optional<Guess> guess_by_icu(std::string_view bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    const auto sample = bytes.substr(0, 1 << 20);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    ucsdet_enableInputFilter(detector.get(), true); // the tags of a page say nothing about its language
    const auto* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || !match) return {};
    const std::string name = ucsdet_getName(match, &status);
    const auto confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status)) return {};
    return Guess{name, confidence >= 50};
}

std::optional<Guess> find_encoding(std::string_view bytes)
{
    for (const auto& mark : marks)
        if (bytes.starts_with(mark.bytes)) return Guess{std::string(mark.encoding)};
    if (bytes.find('\0') != std::string_view::npos) return utf16_without_mark(bytes);

    const auto [valid, invalid] = count_utf8(bytes);
    // Latin text in one byte per letter almost never happens to be well-formed UTF-8: a damaged file is likelier.
    if (invalid == 0 || (valid > 0 && valid >= invalid)) return Guess{"UTF-8"};
    const std::string western = has_c1_bytes(bytes) ? "windows-1252" : "ISO-8859-1";
    if (looks_spanish(bytes)) return Guess{western};
    if (auto guess = guess_by_icu(bytes); guess && guess->encoding != "UTF-8") return guess;
    return Guess{western, false};
}

/// More than one control character in twenty is no text anyone has written. Form feed, vertical tab and the marks
/// 0x1A to 0x1F that old word processors leave are let pass.
bool has_too_many_controls(std::string_view text)
{
    const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0D && byte < 0x1A) || byte == 0x7F;
    });
    return static_cast<std::size_t>(controls) * 20 > text.size();
}

std::string standard_name(const std::string& encoding)
{
    for (const char* standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char* name = ucnv_getStandardName(encoding.c_str(), standard, &status);
        if (U_SUCCESS(status) && name) return name;
    }
    return encoding;
}

void U_CALLCONV count_and_replace(const void* context, UConverterToUnicodeArgs* args, const char*, std::int32_t,
                                  UConverterCallbackReason reason, UErrorCode* error)
{
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
    *error = U_ZERO_ERROR;
    constexpr UChar fffd = 0xFFFD;
    ucnv_cbToUWriteUChars(args, &fffd, 1, 0, error);
}

void append_utf8(std::string& text, const UChar* units, std::int32_t size)
{
    for (std::int32_t i = 0; i < size;) {
        UChar32 c;
        U16_NEXT(units, i, size, c);
        if (U_IS_SURROGATE(c)) c = 0xFFFD;
        std::array<char, 4> buffer{};
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(buffer.data(), length, c);
        text.append(buffer.data(), static_cast<std::size_t>(length));
    }
}

/// A pair never lies across two pieces: the converter writes its halves together or keeps the second in its overflow,
/// so a first half that ends a piece is carried over.
std::string convert(UConverter* converter, std::string_view bytes, std::size_t& replaced)
{
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter, count_and_replace, &replaced, nullptr, nullptr, &status);
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    std::array<UChar, 4096> units{};
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    std::int32_t carried = 0;
    do {
        status = U_ZERO_ERROR;
        UChar* to = units.data() + carried;
        ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, end, nullptr, true, &status);
        auto size = static_cast<std::int32_t>(to - units.data());
        carried = status == U_BUFFER_OVERFLOW_ERROR && size > 0 && U16_IS_LEAD(units[size - 1]) ? 1 : 0;
        append_utf8(text, units.data(), size - carried);
        if (carried) units[0] = units[size - 1];
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return text;
}

std::string_view without_mark(std::string_view bytes, std::string_view encoding)
{
    for (const auto& mark : marks)
        if (mark.encoding == encoding && bytes.starts_with(mark.bytes)) return bytes.substr(mark.bytes.size());
    return bytes;
}

/// `UTF-16` and `UTF-32` say the width only: the mark says which end comes first, big without one (RFC 2781).
std::string with_byte_order(std::string_view bytes, const std::string& encoding)
{
    if (encoding != "UTF-16" && encoding != "UTF-32") return encoding;
    for (const auto& mark : marks)
        if (mark.encoding.starts_with(encoding) && bytes.starts_with(mark.bytes)) return std::string(mark.encoding);
    return encoding + "BE";
}

auto unknown_encoding(std::string_view encoding)
{
    return fail(ErrorCode::bad_value, say("No encoding is called \"{}\".", encoding),
                say("Examples are UTF-8, UTF-16LE, ISO-8859-1 and windows-1252; without one it is found out."));
}

Result<DecodedText> decode_as(std::string_view bytes, const std::string& encoding, std::size_t& replaced)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return unknown_encoding(encoding);

    const auto name = with_byte_order(bytes, standard_name(encoding));
    const auto body = without_mark(bytes, name);
    DecodedText decoded{{}, name, {}};
    if (name == "UTF-8") {
        decoded.text = with_valid_utf8(body, replaced);
    } else {
        const Converter exact(ucnv_open(name.c_str(), &status), &ucnv_close);
        if (U_FAILURE(status)) return unknown_encoding(encoding);
        decoded.text = convert(exact.get(), body, replaced);
    }
    decoded.text = with_unix_newlines(std::move(decoded.text));
    return decoded;
}

std::size_t place_of_first_replacement(std::string_view text)
{
    const auto before = text.substr(0, text.find(replacement));
    return static_cast<std::size_t>(
        std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void warn(DecodedText& decoded, std::size_t replaced, bool sure)
{
    if (replaced > 0)
        decoded.warnings.push_back(say_n(
            "{} place could not be read as {} and stands as the sign U+FFFD, the first at character {}.",
            "{} places could not be read as {} and stand as the sign U+FFFD, the first at character {}.",
            static_cast<long long>(replaced), replaced, decoded.encoding, place_of_first_replacement(decoded.text)));
    if (!sure)
        decoded.warnings.push_back(
            say("The encoding {} is a guess; import again with --encoding if letters look wrong.", decoded.encoding));
}

auto does_not_fit(const DecodedText& decoded)
{
    return fail(ErrorCode::bad_value,
                say("The bytes of the file are not {}: the first that does not fit is at character {}.",
                    decoded.encoding, place_of_first_replacement(decoded.text)),
                say("Leave out the encoding to have it found out."));
}

}

std::string with_unix_newlines(std::string text)
{
    auto to = std::find(text.begin(), text.end(), '\r');
    for (auto from = to; from != text.end(); ++from) {
        if (*from != '\r') {
            *to++ = *from;
        } else if (std::next(from) == text.end() || *std::next(from) != '\n') {
            *to++ = '\n';
        }
    }
    text.erase(to, text.end());
    return text;
}

std::string with_valid_utf8(std::string_view bytes, std::size_t& replaced)
{
    std::string text;
    text.reserve(bytes.size());
    const auto size = static_cast<std::int64_t>(bytes.size());
    std::int64_t copied = 0;
    for (std::int64_t i = 0; i < size;) {
        const auto begin = i;
        UChar32 c;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, c);
        if (c >= 0) continue;
        text.append(bytes.substr(copied, begin - copied)).append(replacement);
        copied = i;
        ++replaced;
    }
    return text.append(bytes.substr(copied));
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view encoding)
{
    if (bytes.empty()) return fail(ErrorCode::bad_file, say("The file is empty."));
    if (is_binary_format(bytes)) return not_text();

    auto guess = encoding.empty() ? find_encoding(bytes) : Guess{std::string(encoding)};
    if (!guess) return not_text();
    std::size_t replaced = 0;
    auto decoded = decode_as(bytes, guess->encoding, replaced);
    if (!decoded) return decoded;
    if (replaced > 0 && !encoding.empty()) return does_not_fit(*decoded);
    if (decoded->text.find('\0') != std::string::npos) return not_text();
    if (encoding.empty() && has_too_many_controls(decoded->text)) return not_text();
    if (decoded->text.empty()) return fail(ErrorCode::bad_file, say("The file is empty."));
    warn(*decoded, replaced, guess->sure);
    return decoded;
}

}
