#include "pdf_blocks.h"
#include <algorithm>

namespace paper
{

namespace
{

constexpr double column_gap = 12;
constexpr const char* faint = "#676D76";

}

/// As slices one line high, so that a long paragraph may be torn between pages and its notes stay beside it.
void PdfBlocks::noted_paragraph(const NotedParagraph& paragraph)
{
    const double text_left = margin + noted_number * text_width;
    const double note_left = margin + (noted_number + noted_text_share) * text_width + column_gap;
    auto number_style = looks_.note;
    number_style.line = looks_.noted.line; // on the line of the text
    number_style.side = Side::right;
    const double height = looks_.noted.line;
    struct Placed {
        double x, down; ///< from the edge of the page, from the top of the slice
        TextLine line;
        double height;
    };
    struct Slice {
        std::vector<Placed> lines;
        std::vector<int> notes;
    };
    std::vector<Slice> slices(1);
    const auto column = [&](const Inlines& text, double x, double width, const PageStyle& style) {
        if (text.empty()) return;
        auto lines = typesetter_.lines(text, width, style);
        // The first lines of all three stand on one baseline.
        const double from = (height - style.line) / 2 + 0.39 * (looks_.noted.size - style.size);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const double down = from + static_cast<double>(i) * style.line;
            const auto at = static_cast<std::size_t>(down / height);
            slices.resize(std::max(slices.size(), at + 1));
            slices[at].notes.insert(slices[at].notes.end(), lines[i].notes.begin(), lines[i].notes.end());
            slices[at].lines.push_back({x, down - static_cast<double>(at) * height, std::move(lines[i]), style.line});
        }
    };
    column(Text{.text = paragraph.number, .ink = faint}, margin, noted_number * text_width - column_gap, number_style);
    column(paragraph.text, text_left, noted_text_share * text_width - column_gap, looks_.noted);
    column(paragraph.note, note_left, noted_note * text_width - column_gap, looks_.note);

    for (std::size_t i = 0; i < slices.size(); ++i)
        pieces_.push_back({.height = height,
                           .draw =
                               [lines = std::move(slices[i].lines)](cairo_t* cairo, double y) {
                                   for (const auto& one : lines)
                                       draw_line(cairo, one.line, one.x, y + one.down, one.height);
                               },
                           .before = i == 0 ? looks_.gap : 0,
                           // Neither a first nor a last line stands alone on a page.
                           .keep = slices.size() > 1 && (i == 0 || i + 2 == slices.size()),
                           .notes = std::move(slices[i].notes)});
}

void PdfBlocks::noted_text(const NotedText& text)
{
    for (const auto& paragraph : text.paragraphs) noted_paragraph(paragraph);
}

}
