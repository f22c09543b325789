#include "canvas_surface.h"
#include "paper/writers.h"
#include "pdf_blocks.h"
#include "pdf_pages.h"
#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <fmt/format.h>

namespace paper
{

std::map<std::string, int> pages_of(const std::vector<Page>& pages)
{
    std::map<std::string, int> numbers;
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const auto& placed : pages[i].body)
            if (!placed.piece->anchor.empty()) numbers.emplace(placed.piece->anchor, static_cast<int>(i) + 1);
    return numbers;
}

Result<std::map<std::string, int>> page_numbers(const Document& document, const Outline& outline)
{
    const std::map<std::string, int> none;
    PdfBlocks blocks(document, outline, none, word_looks);
    if (auto trouble = blocks.make()) return tl::unexpected(std::move(*trouble));
    return pages_of(paginate(blocks.pieces(), blocks.note_lines()));
}

namespace
{

struct Close {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

void set_properties(cairo_surface_t* pdf, const Document& document)
{
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(pdf, what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, document.title);
    set(CAIRO_PDF_METADATA_AUTHOR, document.author_line);
    set(CAIRO_PDF_METADATA_CREATOR, "Quipu");
    set(CAIRO_PDF_METADATA_CREATE_DATE, created(document));
}

/// The tree that viewers show beside the pages.
void add_outline(cairo_surface_t* pdf, const Outline& outline)
{
    std::array<int, 7> parents{};
    for (const auto* mark : outline.list(Mark::Kind::heading)) {
        const auto title = mark->number.empty() ? mark->text : mark->number + " " + mark->text;
        const auto level = static_cast<std::size_t>(mark->level);
        const auto id = cairo_pdf_surface_add_outline(
            pdf, parents[level - 1], title.c_str(), fmt::format("dest='{}'", mark->anchor).c_str(),
            level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t{});
        std::fill(parents.begin() + static_cast<std::ptrdiff_t>(level), parents.end(), id);
    }
}

void draw(cairo_t* cairo, const PlacedPiece& placed)
{
    const double y = margin + placed.y;
    if (!placed.piece->anchor.empty()) {
        const auto tag = fmt::format("name='{}' x={:.2f} y={:.2f}", placed.piece->anchor, margin, y);
        cairo_tag_begin(cairo, CAIRO_TAG_DEST, tag.c_str());
        cairo_tag_end(cairo, CAIRO_TAG_DEST);
    }
    if (placed.piece->draw) placed.piece->draw(cairo, y);
}

void draw_page(cairo_t* cairo, const Page& page, int number)
{
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (const auto& placed : page.body) draw(cairo, placed);
    if (page.rule > 0) {
        cairo_set_line_width(cairo, 0.5);
        cairo_move_to(cairo, margin, margin + page.rule);
        cairo_line_to(cairo, margin + 120, margin + page.rule);
        cairo_stroke(cairo);
    }
    for (const auto& placed : page.notes) draw(cairo, placed);
    const auto context = layout_context();
    const auto layout = layout_of(context.get(), std::to_string(number), {.size = 9, .family = serif});
    cairo_move_to(cairo, margin + text_width - size_of(layout.get()).width, page_height - margin / 2 - 6);
    pango_cairo_show_layout(cairo, layout.get());
    cairo_show_page(cairo);
}

}

Result<std::string> write_pdf(const Document& document)
{
    const auto outline = Outline::of(document);
    if (!outline) return tl::unexpected(outline.error());
    std::map<std::string, int> numbers;
    PdfBlocks blocks(document, *outline, numbers, {});
    if (auto trouble = blocks.make()) return tl::unexpected(std::move(*trouble));
    const auto pages = paginate(blocks.pieces(), blocks.note_lines());
    numbers = pages_of(pages);

    std::string bytes;
    const std::unique_ptr<cairo_surface_t, Close> pdf(
        cairo_pdf_surface_create_for_stream(append_bytes, &bytes, page_width, page_height));
    const std::unique_ptr<cairo_t, Close> cairo(cairo_create(pdf.get()));
    set_properties(pdf.get(), document);
    for (std::size_t i = 0; i < pages.size(); ++i) draw_page(cairo.get(), pages[i], static_cast<int>(i) + 1);
    add_outline(pdf.get(), *outline);
    auto status = cairo_status(cairo.get());
    cairo_surface_finish(pdf.get());
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(pdf.get());
    if (status != CAIRO_STATUS_SUCCESS)
        return problem(ProblemKind::cannot_write,
                       fmt::format("the pages cannot be drawn: {}", cairo_status_to_string(status)));
    return mended_dates(std::move(bytes));
}

}
