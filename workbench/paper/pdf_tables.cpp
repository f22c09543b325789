#include "pdf_blocks.h"
#include "picture.h"
#include "table_setting.h"
#include <algorithm>
#include <fmt/format.h>

namespace paper
{

namespace
{

constexpr double cell_gap = 10;

Piece rule(double thickness, double room, bool keep)
{
    return {.height = room,
            .draw =
                [=](cairo_t* cairo, double y) {
                    cairo_set_line_width(cairo, thickness);
                    cairo_move_to(cairo, margin, y + room / 2);
                    cairo_line_to(cairo, margin + text_width, y + room / 2);
                    cairo_stroke(cairo);
                },
            .keep = keep};
}

struct DropSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

std::shared_ptr<cairo_surface_t> surface_of(const std::string& png)
{
    struct Source {
        const std::string& bytes;
        std::size_t at = 0;
    } source{png};
    const auto read = [](void* closure, unsigned char* data, unsigned length) {
        auto& from = *static_cast<Source*>(closure);
        if (from.bytes.size() - from.at < length) return CAIRO_STATUS_READ_ERROR;
        std::copy_n(from.bytes.begin() + static_cast<std::ptrdiff_t>(from.at), length, reinterpret_cast<char*>(data));
        from.at += length;
        return CAIRO_STATUS_SUCCESS;
    };
    return {cairo_image_surface_create_from_png_stream(read, &source), DropSurface{}};
}

Piece picture(const std::shared_ptr<cairo_surface_t>& surface, Millimetres size, const std::string& anchor)
{
    constexpr double points = 72 / 25.4;
    const double width = size.width * points, height = size.height * points;
    return {.height = height,
            .draw =
                [=](cairo_t* cairo, double y) {
                    cairo_save(cairo);
                    cairo_translate(cairo, margin + (text_width - width) / 2, y);
                    cairo_scale(cairo, width / cairo_image_surface_get_width(surface.get()),
                                height / cairo_image_surface_get_height(surface.get()));
                    cairo_set_source_surface(cairo, surface.get(), 0, 0);
                    cairo_paint(cairo);
                    cairo_restore(cairo);
                },
            .before = 14,
            .keep = true,
            .anchor = anchor};
}

/// The cells of a table in the letters that its density asks for.
PageStyle cell_look(const PageStyle& normal, Density density)
{
    auto look = normal;
    look.size = cell_size(density, normal.size);
    look.line = cell_size(density, normal.line);
    return look;
}

}

/// A row as slices one line high: a row higher than a third of a page may be torn between its lines, others may not.
void PdfBlocks::table_row(const Table& table, const std::vector<Inlines>& cells, const TableSetting& setting,
                          std::vector<Piece>& into, bool head)
{
    const auto look = cell_look(looks_.cell, setting.density);
    struct Slice {
        std::vector<std::pair<double, TextLine>> lines; ///< x and what stands there
        std::vector<int> notes;
    };
    std::vector<Slice> slices(1);
    double x = margin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double width = setting.shares[i] * (text_width + cell_gap) - cell_gap;
        auto style = look;
        style.side = is_numeric(table.columns[i].align)        ? Side::right
                     : table.columns[i].align == Align::centre ? Side::centre
                                                               : Side::left;
        auto lines = typesetter_.lines(cells[i], std::max(width, 12.0), style);
        slices.resize(std::max(slices.size(), lines.size()));
        for (std::size_t k = 0; k < lines.size(); ++k) {
            auto& slice = slices[k];
            slice.notes.insert(slice.notes.end(), lines[k].notes.begin(), lines[k].notes.end());
            slice.lines.emplace_back(x, std::move(lines[k]));
        }
        x += width + cell_gap;
    }
    const bool whole = static_cast<double>(slices.size()) * look.line < text_height / 3;
    for (std::size_t k = 0; k < slices.size(); ++k)
        into.push_back({.height = look.line,
                        .draw =
                            [lines = std::move(slices[k].lines), height = look.line](cairo_t* cairo, double y) {
                                for (const auto& [left, line] : lines) draw_line(cairo, line, left, y, height);
                            },
                        .before = k == 0 && !head ? looks_.row_gap : 0,
                        .keep = head || (whole && k + 1 < slices.size()),
                        .notes = std::move(slices[k].notes)});
}

void PdfBlocks::table(const Table& table, const Mark& mark)
{
    paragraph(bold(mark.name), looks_.caption, {.before = 16, .keep = true, .anchor = mark.anchor});
    paragraph(italic(table.title), looks_.caption, {.keep = true});
    const auto setting = setting_of(table, document_.decimal_sign);
    std::vector<Inlines> heads;
    for (const auto& column : table.columns) heads.push_back(column.head);

    std::vector<Piece> head{rule(1, 7, true)};
    table_row(table, heads, setting, head, true);
    head.push_back(rule(0.6, 5, true));
    pieces_.insert(pieces_.end(), head.begin(), head.end());
    for (auto& piece : head) piece.notes.clear(); // said once, where the table begins
    const auto again = std::make_shared<const std::vector<Piece>>(std::move(head));

    const auto first = pieces_.size();
    for (const auto& row : setting.rows) table_row(table, row, setting, pieces_, false);
    for (auto i = first; i < pieces_.size(); ++i) pieces_[i].head = again;
    pieces_.back().keep = true;
    pieces_.push_back(rule(1, 9, !table.note.empty()));
    if (!table.note.empty()) {
        Inlines note{italic(document_.words.note + "."), Text{" "}};
        note.parts.insert(note.parts.end(), table.note.parts.begin(), table.note.parts.end());
        paragraph(note, looks_.small_text, {.before = 1});
    }
    pieces_.push_back({.height = 10});
}

void PdfBlocks::figure(const Figure& figure, const Mark& mark)
{
    const auto size = size_of(figure);
    const auto surface = surface_of(figure.png);
    if (!size || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        problem_ = Problem{ProblemKind::bad_file, fmt::format("the picture of \"{}\" is damaged", figure.caption)};
        return;
    }
    pieces_.push_back(picture(surface, *size, mark.anchor));
    paragraph({bold(mark.name + "."), Text{" " + figure.caption}}, looks_.caption,
              {.before = 6, .keep = !figure.source.empty()});
    if (!figure.source.empty()) paragraph(figure.source, looks_.small_text, {.before = 1});
    pieces_.push_back({.height = 10});
}

}
