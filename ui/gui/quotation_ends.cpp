#include "quotation_ends.h"
#include "look.h"
#include "text_surface.h"
#include <algorithm>
#include <gtk/gtk.h>
#include <numbers>
#include <utility>
#include <wx/cursor.h>

namespace gui
{
namespace
{

using workbench::Span;

constexpr const char* look_name = "chosen";
constexpr double knob = 4.5;
constexpr int reach_around = 7, edge = 14, step = 24;

GtkTextView* view_of(const TextSurface& text)
{
    return GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(text.GetHandle())));
}

GtkTextIter iter_at(const TextSurface& text, std::int64_t position)
{
    GtkTextIter iter;
    gtk_text_buffer_get_iter_at_offset(gtk_text_view_get_buffer(view_of(text)), &iter, text.offset_of(position));
    return iter;
}

/// The edge of a character where reading reaches it, or leaves it: right of a letter that runs from right to left, the
/// width is negative.
GdkRectangle edge_of(const TextSurface& text, std::int64_t position, bool leaving)
{
    const auto iter = iter_at(text, position);
    GdkRectangle place;
    gtk_text_view_get_iter_location(view_of(text), &iter, &place);
    gtk_text_view_buffer_to_window_coords(view_of(text), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
    return {place.x + (leaving ? place.width : 0), place.y, 0, place.height};
}

/// The border between two characters that is nearest to a point; never between a letter and its accent.
std::int64_t border_at(const TextSurface& text, wxPoint point)
{
    int x = 0, y = 0, trailing = 0;
    gtk_text_view_window_to_buffer_coords(view_of(text), GTK_TEXT_WINDOW_WIDGET, point.x, point.y, &x, &y);
    GtkTextIter iter;
    gtk_text_view_get_iter_at_position(view_of(text), &iter, &trailing, x, y);
    gtk_text_iter_forward_chars(&iter, trailing);
    return text.position_of(gtk_text_iter_get_offset(&iter));
}

/// Not when it is in another part of a long text.
bool shows(const TextSurface& text, std::int64_t position)
{
    return position >= text.here().begin && position < text.here().end;
}

std::int64_t last_of(const Span& span)
{
    return std::max(span.begin, span.end - 1);
}

wxRect around(const GdkRectangle& place)
{
    return {place.x - reach_around, place.y - reach_around, 2 * reach_around, place.height + 2 * reach_around};
}

}

QuotationEnds::QuotationEnds(TextSurface& text) : text_(text)
{
    text_.define(look_name,
                 {.paper = look::over(look::accent(), look::paper(), 0.22), .layer = TextLook::Layer::above});
    g_signal_connect_after(view_of(text_), "draw", G_CALLBACK(hear_draw), this);
    text_.Bind(wxEVT_LEFT_DOWN, &QuotationEnds::press, this);
    text_.Bind(wxEVT_MOTION, &QuotationEnds::move, this);
    text_.Bind(wxEVT_LEFT_UP, &QuotationEnds::release, this);
}

QuotationEnds::~QuotationEnds()
{
    g_signal_handlers_disconnect_by_data(view_of(text_), this);
}

void QuotationEnds::put_on(std::optional<Span> span)
{
    text_.clear(look_name);
    span_ = span;
    if (span_) text_.put(look_name, *span_);
    gtk_widget_queue_draw(GTK_WIDGET(view_of(text_)));
}

void QuotationEnds::show(std::optional<Span> span)
{
    if (dragging()) { // a change from elsewhere: what one drags is no longer there
        held_ = Held::none;
        before_.reset();
    }
    put_on(span);
}

void QuotationEnds::cancel()
{
    if (!dragging()) return;
    const auto before = before_;
    show(before);
}

wxRect QuotationEnds::begin_handle() const
{
    return span_ && shows(text_, span_->begin) ? around(edge_of(text_, span_->begin, false)) : wxRect();
}

wxRect QuotationEnds::end_handle() const
{
    return span_ && shows(text_, last_of(*span_)) ? around(edge_of(text_, last_of(*span_), true)) : wxRect();
}

QuotationEnds::Held QuotationEnds::handle_at(wxPoint point) const
{
    if (!span_) return Held::none;
    if (end_handle().Contains(point)) return Held::end;
    return begin_handle().Contains(point) ? Held::begin : Held::none;
}

void QuotationEnds::press(wxMouseEvent& event)
{
    held_ = handle_at(event.GetPosition());
    if (held_ == Held::none) {
        event.Skip();
        return;
    }
    text_.SetFocus(); // so that Escape is heard
    before_ = span_;
}

void QuotationEnds::move(wxMouseEvent& event)
{
    if (dragging()) {
        reach(event.GetPosition());
        return;
    }
    if (const bool over = handle_at(event.GetPosition()) != Held::none; over != over_) {
        over_ = over;
        text_.SetCursor(wxCursor(over ? wxCURSOR_SIZEWE : wxCURSOR_IBEAM));
    }
    event.Skip();
}

// Beyond the upper and lower edge the text comes along.
void QuotationEnds::reach(wxPoint point)
{
    const int height = text_.GetClientSize().y;
    if (point.y < edge) text_.scroll_by(-step);
    if (point.y > height - edge) text_.scroll_by(step);
    point.y = std::clamp(point.y, 0, std::max(0, height - 1));
    const auto at = border_at(text_, point);
    auto span = *span_;
    if (held_ == Held::begin)
        span.begin = std::min(at, span.end - 1);
    else
        span.end = std::max(at, span.begin + 1);
    if (span != *span_) put_on(span);
}

void QuotationEnds::release(wxMouseEvent& event)
{
    if (!dragging()) {
        event.Skip();
        return;
    }
    held_ = Held::none;
    const auto wanted = span_;
    const auto before = std::exchange(before_, std::nullopt);
    if (wanted != before && dropped_) dropped_(*wanted);
}

int QuotationEnds::hear_draw(void*, cairo_t* cairo, void* self)
{
    static_cast<const QuotationEnds*>(self)->draw(cairo);
    return FALSE;
}

void QuotationEnds::draw(cairo_t* cairo) const
{
    if (!span_) return;
    const auto accent = look::accent();
    cairo_set_source_rgb(cairo, accent.Red() / 255.0, accent.Green() / 255.0, accent.Blue() / 255.0);
    cairo_set_line_width(cairo, 2);
    const auto handle = [&](const GdkRectangle& place, bool begins) {
        cairo_move_to(cairo, place.x, place.y);
        cairo_line_to(cairo, place.x, place.y + place.height);
        cairo_stroke(cairo);
        cairo_arc(cairo, place.x, begins ? place.y : place.y + place.height, knob, 0, 2 * std::numbers::pi);
        cairo_fill(cairo);
    };
    if (shows(text_, span_->begin)) handle(edge_of(text_, span_->begin, false), true);
    if (shows(text_, last_of(*span_))) handle(edge_of(text_, last_of(*span_), true), false);
}

}
