#include "text_lines.h"
#include <algorithm>
#include <gtk/gtk.h>

namespace gui
{
namespace
{

constexpr std::size_t most_paragraphs = 2000;

GtkTextIter iter_at(GtkTextView* view, int offset)
{
    GtkTextIter iter;
    gtk_text_buffer_get_iter_at_offset(gtk_text_view_get_buffer(view), &iter, offset);
    return iter;
}

}

int TextLines::top_of(const GtkTextIter& begin) const
{
    int top = 0, height = 0;
    gtk_text_view_get_line_yrange(view_, &begin, &top, &height);
    return top;
}

const TextLines::Rows& TextLines::rows_of(const GtkTextIter& begin) const
{
    auto* window = gtk_text_view_get_window(view_, GTK_TEXT_WINDOW_TEXT);
    const int width = window ? gdk_window_get_width(window) : 0;
    if (width != width_ || paragraphs_.size() > most_paragraphs) paragraphs_.clear();
    width_ = width;
    const int number = gtk_text_iter_get_line(&begin), first = gtk_text_iter_get_offset(&begin);
    const auto [known, is_new] = paragraphs_.try_emplace(number);
    auto& rows = known->second;
    if (!is_new) return rows;
    for (auto at = begin;;) {
        GdkRectangle place;
        gtk_text_view_get_iter_location(view_, &at, &place);
        const int top = place.y - top_of(begin);
        rows.push_back({gtk_text_iter_get_offset(&at) - first, {top, top + place.height}});
        // Asked for the end first: going on from the last line would lay the next paragraph out, too.
        auto end = at;
        gtk_text_view_forward_display_line_end(view_, &end);
        if (gtk_text_iter_ends_line(&end) || !gtk_text_view_forward_display_line(view_, &at) ||
            gtk_text_iter_get_line(&at) != number || gtk_text_iter_get_offset(&at) - first <= rows.back().offset)
            return rows;
    }
}

TextLines::Line TextLines::line_of(int offset) const
{
    auto begin = iter_at(view_, offset);
    gtk_text_iter_set_line_offset(&begin, 0);
    const auto& rows = rows_of(begin);
    const int within = offset - gtk_text_iter_get_offset(&begin);
    const auto next =
        std::upper_bound(rows.begin(), rows.end(), within, [](int at, const Row& row) { return at < row.offset; });
    const auto& line = (next == rows.begin() ? rows.front() : *(next - 1)).line;
    const int top = top_of(begin);
    return {top + line.top, top + line.bottom};
}

bool TextLines::is_laid_out(int offset) const
{
    const auto iter = iter_at(view_, offset);
    int top = 0, height = 0;
    gtk_text_view_get_line_yrange(view_, &iter, &top, &height);
    return height > 0;
}

workbench::Span TextLines::between(int top, int bottom) const
{
    GtkTextIter begin, end;
    int paragraph = 0;
    gtk_text_view_get_line_at_y(view_, &begin, top, &paragraph);
    const auto& first_rows = rows_of(begin);
    const auto first = std::find_if(first_rows.begin(), first_rows.end() - 1,
                                    [&](const Row& row) { return paragraph + row.line.bottom > top; });
    const int from = gtk_text_iter_get_offset(&begin) + first->offset;

    gtk_text_view_get_line_at_y(view_, &end, bottom, &paragraph);
    const auto& last_rows = rows_of(end);
    const auto after = std::find_if(last_rows.begin() + 1, last_rows.end(),
                                    [&](const Row& row) { return paragraph + row.line.top > bottom; });
    int to = gtk_text_iter_get_offset(&end);
    if (after != last_rows.end()) {
        to += after->offset - 1;
    } else {
        if (!gtk_text_iter_ends_line(&end)) gtk_text_iter_forward_to_line_end(&end);
        to = gtk_text_iter_get_offset(&end);
    }
    return {from, std::max(from, to)};
}

}
