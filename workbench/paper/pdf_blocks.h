#pragma once
#include "outline.h"
#include "paper/blocks.h"
#include "paper/problem.h"
#include "pdf_pages.h"
#include "pdf_text.h"
#include "table_setting.h"
#include <map>
#include <optional>

namespace paper
{

/// The styles of a page. Lengths in points.
struct PageLooks {
    PageStyle body{.justified = true};
    PageStyle quotation{.size = 10.5, .line = 15};
    PageStyle list{.line = 15.5};
    PageStyle small_text{.size = 9, .line = 12.5};
    PageStyle cell{.size = 9.5, .line = 12.5};
    PageStyle caption{.size = 10.5, .line = 14.5};
    PageStyle noted{.size = 10.5, .line = 15}; ///< a text with notes in its margin
    PageStyle note{.size = 8.5, .line = 11.5};
    PageStyle entry{.size = 10.5, .line = 15.5}; ///< of a list of contents
    double gap = 7;                              ///< between paragraphs
    double row_gap = 5;                          ///< between rows of a table
};

/// What DOCX and ODT look like in Times New Roman of 12 points, a line and a half apart. The letters of our own font
/// are wider: 10.7 points of it fill a line as 12 of Times do.
inline constexpr PageLooks word_looks{
    .body = {.size = 10.7, .line = 20.7, .justified = true},
    .quotation = {.size = 10.7, .line = 18.4},
    .list = {.size = 10.7, .line = 18.4},
    .small_text = {.size = 8.9, .line = 11.5},
    .cell = {.size = 9.4, .line = 12.1},
    .caption = {.size = 10.7, .line = 17.2},
    .entry = {.size = 10.7, .line = 14.8},
    .gap = 8,
    .row_gap = 4,
};

/// The document cut into pieces, and the lines of its notes.
class PdfBlocks
{
 public:
    /// `pages` is where the lists of contents look their numbers up when they are drawn.
    PdfBlocks(const Document& document, const Outline& outline, const std::map<std::string, int>& pages,
              const PageLooks& looks);

    /// bad_file: a damaged picture. Afterwards `pieces` and `note_lines` are complete.
    std::optional<Problem> make();

    const std::vector<Piece>& pieces() const { return pieces_; }
    const std::vector<std::vector<Piece>>& note_lines() const { return note_lines_; }

 private:
    /// How a paragraph stands among the others.
    struct Setting {
        double before = 0, indent = 0, right = 0;
        bool keep = false; ///< with what follows
        std::string anchor = {};
        std::string mark = {}; ///< a bullet or number that hangs before the first line
    };

    void title_block();
    void block(std::size_t place);
    void heading(const Heading& heading, const Mark& mark);
    void list(const List& list);
    void table(const Table& table, const Mark& mark);
    void table_row(const Table& table, const std::vector<Inlines>& cells, const TableSetting& setting,
                   std::vector<Piece>& into, bool head);
    void figure(const Figure& figure, const Mark& mark);
    void noted_text(const NotedText& text);
    void noted_paragraph(const NotedParagraph& paragraph);
    void contents(const std::string& title, const std::vector<const Mark*>& marks);
    void entry(const Mark& mark);
    void notes();

    void paragraph(const Inlines& text, const PageStyle& style, const Setting& setting);
    void paragraph(const Inlines& text, const PageStyle& style, const Setting& setting, std::vector<Piece>& into);

    const Document& document_;
    const std::map<std::string, int>& pages_;
    const PageLooks looks_;
    const Outline& outline_;
    PageTypesetter typesetter_;
    std::vector<Piece> pieces_;
    std::vector<std::vector<Piece>> note_lines_;
    bool break_before_next_ = false;
    std::optional<Problem> problem_;
};

/// The page on which each anchor will stand, or one near it, when a word processor opens the document: good enough for
/// its contents until that program counts by itself. bad_file: a damaged picture.
Result<std::map<std::string, int>> page_numbers(const Document& document, const Outline& outline);

/// Draws one line of text with its left edge at `x` and the top of its slot at `y`, and its links where `cairo` can.
void draw_line(cairo_t* cairo, const TextLine& line, double x, double y, double height);

}
