#pragma once
#include "workbench/result.h"
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// From the bytes of a source file to plain text. Nothing here knows a Project, and nothing is written.
namespace workbench
{

struct ReadOptions {
    std::string encoding;                           ///< of plain text, HTML, SRT and VTT; empty: found out
    std::size_t text_limit = std::size_t{64} << 20; ///< bytes of UTF-8 that one document may have
    std::filesystem::path reader;                   ///< the program quipu-reader; empty: looked for
    double seconds = 120;                           ///< how long quipu-reader may take for one file
};

/// What was said at `at` began `seconds` after the start of the recording.
struct TimedMark {
    std::size_t at; ///< code point of the text
    double seconds;
    bool operator==(const TimedMark&) const = default;
};

/// What somebody left beside a passage of the source: a comment, or a colour laid on it.
struct Remark {
    enum class Kind { comment, highlight };
    Kind kind = Kind::comment;
    std::size_t begin = 0, end = 0; ///< code points of the text, without blanks at the edges
    std::string author, text;       ///< of a comment
    std::string color;              ///< of a highlight, as Word names it: "yellow", "darkBlue"
    bool operator==(const Remark&) const = default;
};

/// A source file as plain text: UTF-8, newlines LF, not normalised. Paragraphs end with one LF, the last with none
/// (but plain text and Markdown, which stay as they are); an empty paragraph is an empty line; a table row is a line
/// with tabs between its cells; a list item begins with its number or `-`, and a blank; a footnote is `[n]` in its
/// place and a paragraph `[n] …` after the text.
struct SourceText {
    std::string text;
    std::optional<std::string> encoding; ///< as in decode_text; empty where the format has its own
    std::vector<std::string> warnings;   ///< sentences for the user: what was left out, or may be wrong
    std::vector<TimedMark> times;        ///< of subtitles, ascending by `at`
    std::vector<std::size_t> pages;      ///< of a PDF: the code point at which each page begins
    std::vector<Remark> remarks = {};    ///< of a DOCX, by place
};

/// The readers. Each fails with bad_file (damaged, or not of its format), encrypted (asks for a password), too_large
/// (over options.text_limit, or an archive that unfolds without end), unsupported (nothing to read in it);
/// bad_value (the encoding asked for does not fit) where there is an encoding; external_tool (quipu-reader is missing
/// or fails) for PDF.
Result<SourceText> read_plain_text(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_html(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_srt(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_vtt(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_rtf(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_docx(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_odt(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_fodt(std::string_view bytes, const ReadOptions& options); ///< ODT as one XML file
Result<SourceText> read_epub(std::string_view bytes, const ReadOptions& options);
Result<SourceText> read_pdf(std::string_view bytes, const ReadOptions& options); ///< by the program quipu-reader

struct Importer {
    std::string_view extension; ///< lower case, with its point
    std::string_view format;
    std::uintmax_t file_limit; ///< bytes; a larger file is not even read
    Result<SourceText> (*read)(std::string_view bytes, const ReadOptions& options);
};

inline constexpr std::uintmax_t mebibyte = std::uintmax_t{1} << 20;
inline constexpr std::array importers{
    Importer{".txt", "Plain text", 64 * mebibyte, read_plain_text},
    Importer{".text", "Plain text", 64 * mebibyte, read_plain_text},
    Importer{".md", "Markdown", 64 * mebibyte, read_plain_text},
    Importer{".markdown", "Markdown", 64 * mebibyte, read_plain_text},
    Importer{".docx", "Word", 512 * mebibyte, read_docx},
    Importer{".docm", "Word", 512 * mebibyte, read_docx},
    Importer{".odt", "OpenDocument", 512 * mebibyte, read_odt},
    Importer{".fodt", "OpenDocument", 256 * mebibyte, read_fodt},
    Importer{".rtf", "Rich Text", 256 * mebibyte, read_rtf},
    Importer{".html", "HTML", 64 * mebibyte, read_html},
    Importer{".htm", "HTML", 64 * mebibyte, read_html},
    Importer{".xhtml", "HTML", 64 * mebibyte, read_html},
    Importer{".pdf", "PDF", 512 * mebibyte, read_pdf},
    Importer{".srt", "Subtitles", 64 * mebibyte, read_srt},
    Importer{".vtt", "Subtitles", 64 * mebibyte, read_vtt},
    Importer{".epub", "EPUB", 512 * mebibyte, read_epub},
};

/// The importer for the name's suffix, whatever its case; null when there is none.
const Importer* importer_for(const std::filesystem::path& name);

/// The text of a file of which only the name's suffix is looked at. Fails with unsupported (a suffix that is not in
/// the table: the hint says what to do), too_large, bad_file (also when there is no letter or digit in it), and as the
/// reader of the format does.
Result<SourceText> read_source(const std::filesystem::path& name, std::string_view bytes,
                               const ReadOptions& options = {});

/// The bytes of a file on disk, after a look at its size. Fails with not_found, too_large or bad_file.
Result<std::string> read_file_bytes(const std::filesystem::path& file, std::uintmax_t limit);

}
