#include "result_canvas.h"
#include "gtk_widgets.h"
#include "look.h"
#include "paper/canvas.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <numeric>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace gui
{
namespace
{

using workbench::tr;

/// Charts are made for a column of text; on the screen they are as large as the letters beside them.
constexpr double chart_scale = 1.4;
constexpr double margin = 28, line_height = 23, gap = 26, cell_gap = 24, least_cell_gap = 10, size = 12.5;

paper::Colour colour(const wxColour& from)
{
    return {from.Red(), from.Green(), from.Blue()};
}

paper::TextStyle style(double points, const wxColour& ink, bool italic = false, bool bold = false)
{
    paper::TextStyle made;
    made.size = points;
    made.colour = colour(ink);
    made.italic = italic;
    made.bold = bold;
    return made;
}

paper::TextStyle style_of(const paper::Text& run)
{
    const bool small = run.script != paper::Script::normal;
    return style(small ? size * 0.75 : size, look::ink(), run.italic, run.bold);
}

double width_of(const paper::Inlines& cell)
{
    double width = 0;
    for (const auto& part : cell.parts)
        if (const auto* run = std::get_if<paper::Text>(&part)) width += paper::measure(run->text, style_of(*run)).width;
    return width;
}

/// Runs one after the other on one line; a superscript stands higher, a subscript lower.
void put(paper::Canvas& canvas, double x, double y, const paper::Inlines& cell)
{
    for (const auto& part : cell.parts) {
        const auto* run = std::get_if<paper::Text>(&part);
        if (!run) continue;
        const double rise = run->script == paper::Script::superscript ? -3
                            : run->script == paper::Script::subscript ? 5
                                                                      : 0;
        x += canvas.text({x, y + rise}, run->text, style_of(*run)).width;
    }
}

std::vector<double> widths_of(const paper::Table& table)
{
    std::vector<double> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        double width = width_of(table.columns[i].head);
        for (const auto& row : table.rows)
            if (i < row.size()) width = std::max(width, width_of(row[i]));
        widths.push_back(std::max(width, 30.0));
    }
    return widths;
}

double sum_of(const std::vector<double>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/// Columns come nearer to each other before the last of them is cut.
double gap_between(const std::vector<double>& widths, double width)
{
    if (widths.size() < 2) return cell_gap;
    const double room = width - 2 * margin - 12 - sum_of(widths);
    return std::clamp(room / static_cast<double>(widths.size() - 1), least_cell_gap, cell_gap);
}

void draw_row(paper::Canvas& canvas, const paper::Table& table, const std::vector<double>& widths, double gap_width,
              const std::function<const paper::Inlines*(std::size_t)>& cell, double y)
{
    double x = margin + 6;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto* here = cell(i);
        const bool left = table.columns[i].align == paper::Align::left;
        if (here) put(canvas, left ? x : x + widths[i] - width_of(*here), y + 3, *here);
        x += widths[i] + gap_width;
    }
}

}

ResultCanvas::ResultCanvas(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(8, 8);
    set_accessible_name(this, shown(tr("Result")));
    Bind(wxEVT_PAINT, &ResultCanvas::paint, this);
}

void ResultCanvas::show(ShownResult result)
{
    result_ = std::move(result);
    const double width = tables_width(least_cell_gap);
    const double room = std::max<double>(width, GetClientSize().x);
    SetVirtualSize(static_cast<int>(width), static_cast<int>(draw(nullptr, room)) + 40);
    Scroll(0, 0);
    set_accessible_name(this, shown(as_text() + (result_.chart ? "\n" + result_.chart->said() : std::string())));
    Refresh();
}

std::string ResultCanvas::as_text() const
{
    std::string text;
    for (const auto& table : result_.tables) {
        text += table.title + "\n";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            text += (i ? "\t" : "") + paper::plain(table.columns[i].head);
        for (const auto& row : table.rows) {
            text += "\n";
            for (std::size_t i = 0; i < row.size(); ++i) text += (i ? "\t" : "") + paper::plain(row[i]);
        }
        text += "\n" + paper::plain(table.note) + "\n";
    }
    return text + result_.sentence;
}

double ResultCanvas::draw_table(paper::Canvas* canvas, const paper::Table& table, double top, double width) const
{
    double y = top;
    auto title = style(size + 1, look::ink(), true);
    title.wrap = std::max(200.0, width - 2 * margin);
    if (canvas) canvas->text({margin, y}, table.title, title);
    y += paper::measure(table.title, title).height + 8;

    const auto widths = widths_of(table);
    const double apart = gap_between(widths, width);
    const double right =
        margin + std::max(12 + sum_of(widths) + apart * (static_cast<double>(widths.size()) - 1), 260.0);
    const auto rule = [&](double thickness) {
        if (canvas) canvas->line({margin, y}, {right, y}, {colour(look::ink()), thickness});
    };
    rule(1.2);
    if (canvas)
        draw_row(
            *canvas, table, widths, apart, [&](std::size_t i) { return &table.columns[i].head; }, y);
    y += line_height;
    rule(0.7);
    for (const auto& row : table.rows) {
        if (canvas)
            draw_row(
                *canvas, table, widths, apart, [&](std::size_t i) { return i < row.size() ? &row[i] : nullptr; }, y);
        y += line_height;
    }
    rule(1.2);
    if (table.note.empty()) return y;
    auto note = style(size - 1, look::faint());
    note.wrap = std::clamp(width - 2 * margin, 200.0, 620.0);
    const auto words = std::string(tr("Note.")) + " " + paper::plain(table.note);
    if (canvas) canvas->text({margin, y + 8}, words, note);
    return y + 8 + paper::measure(words, note).height;
}

double ResultCanvas::draw_words(paper::Canvas* canvas, double top, double width) const
{
    if (result_.sentence.empty()) return top;
    const auto head = style(size - 2, look::faint(), false, true);
    auto words = style(size, look::ink());
    words.wrap = std::clamp(width - 2 * margin - 24, 200.0, 600.0);
    const auto text = paper::measure(result_.sentence, words);
    const double box = top + 20;
    if (canvas) {
        canvas->text({margin, top}, utf8(shown(tr("How to report it")).Upper()), head);
        const auto ground = look::over(look::accent(), look::paper(), 0.10);
        canvas->rounded({margin, box, words.wrap + 24, text.height + 16}, 5, {colour(ground)});
        canvas->text({margin + 12, box + 8}, result_.sentence, words);
    }
    return box + text.height + 16;
}

double ResultCanvas::tables_width(double apart) const
{
    double width = 300;
    for (const auto& table : result_.tables) {
        const auto widths = widths_of(table);
        width = std::max(width, 2 * margin + sum_of(widths) + apart * static_cast<double>(widths.size()));
    }
    return width;
}

paper::Size ResultCanvas::chart_size() const
{
    return {result_.chart->width() * chart_scale, result_.chart->height() * chart_scale};
}

bool ResultCanvas::chart_beside(double width) const
{
    return result_.chart && width >= tables_width(cell_gap) + chart_size().width + margin;
}

double ResultCanvas::draw(paper::Canvas* canvas, double width) const
{
    const bool beside = chart_beside(width);
    const double room = beside ? width - chart_size().width - margin : width;
    double y = margin;
    for (const auto& table : result_.tables) y = draw_table(canvas, table, y, room) + gap;
    y = draw_words(canvas, y, room);
    if (!result_.chart) return y;
    const paper::Point place{beside ? room : margin, beside ? margin : y + gap};
    if (canvas) {
        // A figure stands on white, in the window as on paper.
        const paper::Canvas::Saved saved(*canvas);
        canvas->translate(place.x, place.y);
        canvas->rectangle({0, 0, chart_size().width, chart_size().height}, {paper::white});
        canvas->scale(chart_scale, chart_scale);
        result_.chart->draw(*canvas);
    }
    return std::max(y, place.y + chart_size().height);
}

void ResultCanvas::paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    DoPrepareDC(dc);
    dc.SetBackground(look::paper());
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    const auto room = GetVirtualSize();
    auto canvas =
        paper::Canvas::native(context->GetNativeContext(), {static_cast<double>(room.x), static_cast<double>(room.y)});
    if (result_.tables.empty())
        canvas.text({margin, margin}, tr("Choose a table, a statistic and its columns; the result stands here."),
                    style(size, look::faint()));
    draw(&canvas, GetClientSize().x);
}

}
