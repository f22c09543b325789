#pragma once
#include "outline.h"
#include "paper/blocks.h"
#include "paper/problem.h"
#include "pdf_pages.h"
#include "pdf_text.h"
#include <map>
#include <optional>

namespace paper
{

/// The document cut into pieces, and the lines of its notes.
class PdfBlocks
{
 public:
    /// `pages` is where the lists of contents look their numbers up when they are drawn.
    PdfBlocks(const Document& document, const Outline& outline, const std::map<std::string, int>& pages);

    /// bad_file: a damaged picture. Afterwards `pieces` and `note_lines` are complete.
    std::optional<Problem> make();

    const std::vector<Piece>& pieces() const { return pieces_; }
    const std::vector<std::vector<Piece>>& note_lines() const { return note_lines_; }

 private:
    struct Setting; ///< how a paragraph stands among the others

    void title_block();
    void block(std::size_t place);
    void heading(const Heading& heading, const Mark& mark);
    void list(const List& list);
    void table(const Table& table, const Mark& mark);
    void table_row(const Table& table, const std::vector<Inlines>& cells, const std::vector<double>& shares,
                   std::vector<Piece>& into, bool head);
    void figure(const Figure& figure, const Mark& mark);
    void contents(const std::string& title, const std::vector<const Mark*>& marks);
    void entry(const Mark& mark);
    void notes();

    void paragraph(const Inlines& text, const PageStyle& style, const Setting& setting);
    void paragraph(const Inlines& text, const PageStyle& style, const Setting& setting, std::vector<Piece>& into);

    const Document& document_;
    const std::map<std::string, int>& pages_;
    const Outline& outline_;
    PageTypesetter typesetter_;
    std::vector<Piece> pieces_;
    std::vector<std::vector<Piece>> note_lines_;
    bool break_before_next_ = false;
    std::optional<Problem> problem_;
};

/// The page on which each anchor stands when the document is set as a PDF: good enough for the contents of other
/// formats, until their own program counts again. bad_file: a damaged picture.
Result<std::map<std::string, int>> page_numbers(const Document& document, const Outline& outline);

/// Draws one line of text with its left edge at `x` and the top of its slot at `y`, and its links where `cairo` can.
void draw_line(cairo_t* cairo, const TextLine& line, double x, double y, double height);

}
