#pragma once
#include "workbench/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// Bytes that have become text.
struct DecodedText {
    std::string text;                  ///< UTF-8, newlines LF, no byte order mark, not normalised
    std::string encoding;              ///< `UTF-8 UTF-16LE UTF-16BE ISO-8859-1 windows-1252 …`, the IANA name
    std::vector<std::string> warnings; ///< sentences for the user: bytes replaced, a guess that may be wrong
};

/// Turns the bytes of a plain text file into UTF-8. With an empty `encoding` it is found out: byte order mark, valid
/// UTF-8, UTF-16 without a mark, the letters of Spanish in one byte each, then ICU's detection; bytes that do not fit
/// become U+FFFD, with a warning. CRLF and CR become LF, a byte order mark is dropped, nothing else is changed.
///
/// Fails with bad_file (no bytes, a NUL character, a known binary format, too many control characters) or bad_value
/// (`encoding` is not known, or the bytes do not fit the `encoding` that was asked for).
Result<DecodedText> decode_text(std::string_view bytes, std::string_view encoding = {});

/// CRLF and lone CR become LF.
std::string with_unix_newlines(std::string text);

/// The UTF-8 text with each ill-formed sequence (longest subpart that could begin a character) as one U+FFFD;
/// `replaced` counts them.
std::string with_valid_utf8(std::string_view bytes, std::size_t& replaced);

}
