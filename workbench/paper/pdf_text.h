#pragma once
#include "outline.h"
#include "paper/blocks.h"
#include "paper/canvas.h"
#include "text_layout.h"
#include <memory>
#include <string>
#include <vector>

namespace paper
{

/// How a paragraph of a page is set. Lengths in points.
struct PageStyle {
    double size = 11;
    double line = 16.5; ///< from baseline to baseline
    bool bold = false, italic = false;
    Side side = Side::left;
    bool justified = false;
};

/// A place on a line that leads somewhere: an address, or an anchor of this file.
struct LinkArea {
    double x, width;
    std::string target;
    bool outside;
};

/// One line of a paragraph, to be drawn on its own: pages break between lines.
struct TextLine {
    std::shared_ptr<PangoLayout> layout; ///< shared by the lines of a paragraph
    int index;
    double x;        ///< from the left edge of the paragraph, by its alignment
    double baseline; ///< from the top of the line's slot
    double width;
    std::vector<LinkArea> links;
    std::vector<int> notes; ///< numbers of the footnotes called here
};

/// Breaks text into lines of at most `width`.
class PageTypesetter
{
 public:
    PageTypesetter(const Outline& outline, const std::string& language);

    std::vector<TextLine> lines(const Inlines& text, double width, const PageStyle& style);

    const std::vector<Footnote>& footnotes() const { return footnotes_; } ///< number 1 is the first

 private:
    LayoutContext context_;
    const Outline& outline_;
    std::vector<Footnote> footnotes_;
};

}
