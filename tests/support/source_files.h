#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Source files made for tests: one story saved in each format, and the pieces to make odd files by hand.
namespace support
{

/// A stretch of text, and the footnote behind it (empty: none).
struct Piece {
    std::string text, note;
};

struct Block {
    enum Kind { paragraph, numbered, bullet, table } kind = paragraph;
    std::vector<Piece> pieces;                   ///< of a paragraph or item
    std::vector<std::vector<std::string>> cells; ///< of a table
};
using Story = std::vector<Block>;

Block words(std::string text);
Block with_note(std::string text, std::string note, std::string rest);
Block item(Block::Kind kind, std::string text);
Block table_of(std::vector<std::vector<std::string>> cells);

/// The stored text that the contract promises for the story.
std::string stored_text(const Story& story);

std::string as_docx(const Story& story);
std::string as_odt(const Story& story);
std::string as_rtf(const Story& story);
std::string as_html(const Story& story);
std::string as_epub(const Story& story);

/// A DOCX or ODT whose text is the XML given; `more` are further parts (name, bytes).
using Parts = std::vector<std::pair<std::string, std::string>>;
std::string docx_of(const std::string& body, const Parts& more = {});
std::string odt_of(const std::string& text, const std::string& automatic_styles = {}, const Parts& more = {});
std::string zip_of(const Parts& parts);

/// A PDF with one line of text for each string, a page for each list; letters of Latin-1 only.
std::string pdf_of(const std::vector<std::vector<std::string>>& pages, bool encrypted = false);

}
