#pragma once
#include "paper/blocks.h"
#include "paper/problem.h"
#include <string>
#include <vector>

/// A Document as a file. Every writer returns the bytes and touches no disk; the same document gives the same bytes.
/// All fail with bad_file when a cross reference names a label that no block carries, when two blocks carry the same
/// label, when a table has no columns, or when a figure's picture is damaged; and with cannot_write when the ground
/// gives way.
namespace paper
{

/// Word: A4, styles only, captions and references as fields with their results filled in.
Result<std::string> write_docx(const Document& document);

/// LibreOffice and Word: the same looks as the DOCX.
Result<std::string> write_odt(const Document& document);

/// One file that needs nothing beside it, for the browser and its printer.
Result<std::string> write_html(const Document& document);

/// Pages of A4 with embedded fonts, an outline, and links that work.
Result<std::string> write_pdf(const Document& document);

struct Picture {
    std::string name; ///< relative to the text
    std::string bytes;
};

struct Markdown {
    std::string text;
    std::vector<Picture> pictures; ///< to be saved beside it, where the text expects them
};

/// CommonMark with pipe tables and `[^1]` footnotes. Pictures are named `FOLDER/figure-1.png`; with an empty folder
/// they lie beside the text.
Result<Markdown> write_markdown(const Document& document, const std::string& folder = {});

/// One sheet per table: number, title, heads, rows, note. What a numeric column shows as a number is one. A document
/// without tables gives one sheet with its title. Other sheets: paper/spreadsheet.h.
Result<std::string> write_xlsx(const Document& document);

}
