#include "text_surface.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "text_difference.h"
#include <algorithm>
#include <cmath>
#include <gtk/gtk.h>
#include <pango/pango.h>

namespace gui
{
namespace
{

GtkTextView* view_of(const wxTextCtrl* control)
{
    return GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(control->GetHandle())));
}

GtkTextBuffer* buffer_of(const wxTextCtrl* control)
{
    return gtk_text_view_get_buffer(view_of(control));
}

GtkAdjustment* adjustment_of(const wxTextCtrl* control)
{
    return gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(control->GetHandle()));
}

GtkTextIter iter_at(const wxTextCtrl* control, std::int64_t position)
{
    GtkTextIter iter;
    gtk_text_buffer_get_iter_at_offset(buffer_of(control), &iter, static_cast<gint>(position));
    return iter;
}

GdkRGBA rgba(const wxColour& colour)
{
    return {colour.Red() / 255.0, colour.Green() / 255.0, colour.Blue() / 255.0, 1.0};
}

/// Where a character stands, in pixels of the control.
GdkRectangle place_of(const wxTextCtrl* control, std::int64_t position)
{
    const auto iter = iter_at(control, position);
    GdkRectangle place;
    gtk_text_view_get_iter_location(view_of(control), &iter, &place);
    gtk_text_view_buffer_to_window_coords(view_of(control), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                          &place.y);
    return place;
}

void set_colours(GtkTextTag* tag, const TextLook& look)
{
    if (look.ink) {
        const auto colour = rgba(*look.ink);
        g_object_set(tag, "foreground-rgba", &colour, nullptr);
    }
    if (look.paper) {
        const auto colour = rgba(*look.paper);
        g_object_set(tag, "background-rgba", &colour, nullptr);
    }
    if (look.underline) {
        const auto colour = rgba(*look.underline);
        g_object_set(tag, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &colour, nullptr);
    }
}

/// The toolkit puts its own font on the text; looks decide here, and lie over the font of the control.
void drop_foreign_looks(const wxTextCtrl* control)
{
    auto* buffer = buffer_of(control);
    GtkTextIter begin, end;
    gtk_text_buffer_get_bounds(buffer, &begin, &end);
    struct Bounds {
        GtkTextBuffer* buffer;
        GtkTextIter *begin, *end;
    } bounds{buffer, &begin, &end};
    gtk_text_tag_table_foreach(
        gtk_text_buffer_get_tag_table(buffer),
        [](GtkTextTag* tag, gpointer data) {
            gchar* name = nullptr;
            g_object_get(tag, "name", &name, nullptr);
            const auto* all = static_cast<Bounds*>(data);
            if (name && g_str_has_prefix(name, "WX"))
                gtk_text_buffer_remove_tag(all->buffer, tag, all->begin, all->end);
            g_free(name);
        },
        &bounds);
}

}

TextSurface::TextSurface(wxWindow* parent, const wxString& accessible_name)
    : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                 wxTE_MULTILINE | wxTE_RICH2 | wxTE_READONLY | wxTE_NOHIDESEL | wxBORDER_NONE)
{
    set_accessible_name(this, accessible_name);
    add_style_class(this, "quipu-paper");
    // The scroll bar stands beside the stripes, so the text has none of its own.
    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(GetHandle()), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
    // The caret shows where a selection by keyboard begins.
    gtk_text_view_set_cursor_visible(view_of(this), TRUE);
    gtk_text_view_set_accepts_tab(view_of(this), FALSE);
    auto* adjustment = adjustment_of(this);
    g_signal_connect(adjustment, "value-changed", G_CALLBACK(hear_adjustment), this);
    g_signal_connect(adjustment, "changed", G_CALLBACK(hear_adjustment), this);
    g_signal_connect(buffer_of(this), "changed", G_CALLBACK(hear_text), this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        moved();
        event.Skip();
    });
}

// The widget outlives this object by a moment, and moves while it is taken down.
TextSurface::~TextSurface()
{
    g_signal_handlers_disconnect_by_data(adjustment_of(this), this);
    g_signal_handlers_disconnect_by_func(buffer_of(this), reinterpret_cast<void*>(hear_text), this);
}

void TextSurface::hear_text(void*, void* self)
{
    static_cast<TextSurface*>(self)->lines_.clear();
}

void TextSurface::hear_adjustment(void*, void* self)
{
    static_cast<TextSurface*>(self)->moved();
}

void TextSurface::show(const std::string& utf8)
{
    auto text = utf8;
    std::replace(text.begin(), text.end(), '\0', ' ');
    showing_ = true;
    gtk_text_buffer_set_text(buffer_of(this), text.data(), static_cast<gint>(text.size()));
    showing_ = false;
    GtkTextIter begin;
    gtk_text_buffer_get_start_iter(buffer_of(this), &begin);
    gtk_text_buffer_place_cursor(buffer_of(this), &begin);
    drop_foreign_looks(this);
    moved();
}

void TextSurface::turn_into(const std::string& utf8)
{
    auto text = utf8;
    std::replace(text.begin(), text.end(), '\0', ' ');
    GtkTextIter begin, end;
    gtk_text_buffer_get_bounds(buffer_of(this), &begin, &end);
    auto* old = gtk_text_buffer_get_text(buffer_of(this), &begin, &end, TRUE);
    const auto differs = difference(old, text);
    if (!differs.none()) {
        showing_ = true;
        begin = iter_at(this, differs.at);
        end = iter_at(this, differs.at + differs.removed);
        gtk_text_buffer_delete(buffer_of(this), &begin, &end);
        gtk_text_buffer_insert(buffer_of(this), &begin, differs.inserted.data(),
                               static_cast<gint>(differs.inserted.size()));
        showing_ = false;
        moved();
    }
    g_free(old);
}

void TextSurface::set_type(const wxFont& font, double line_height)
{
    SetFont(font);
    drop_foreign_looks(this);
    auto* layout = gtk_widget_create_pango_layout(GTK_WIDGET(view_of(this)), "x");
    int height = 0;
    pango_layout_get_pixel_size(layout, nullptr, &height);
    g_object_unref(layout);
    const double size = font.GetFractionalPointSize() * gdk_screen_get_resolution(gdk_screen_get_default()) / 72;
    const int extra = std::max(0, static_cast<int>(std::lround(size * line_height)) - height);
    gtk_text_view_set_pixels_inside_wrap(view_of(this), extra);
    gtk_text_view_set_pixels_above_lines(view_of(this), extra / 2);
    gtk_text_view_set_pixels_below_lines(view_of(this), extra - extra / 2);
    moved();
}

void TextSurface::define(const std::string& name, const TextLook& look)
{
    auto* table = gtk_text_buffer_get_tag_table(buffer_of(this));
    if (auto* old = gtk_text_tag_table_lookup(table, name.c_str())) {
        set_colours(old, look);
        return;
    }
    auto* tag = gtk_text_buffer_create_tag(buffer_of(this), name.c_str(), nullptr, nullptr);
    set_colours(tag, look);
    if (look.bold || look.plain || look.scale != 1 || look.tight) shaping_.insert(name);
    if (look.bold) g_object_set(tag, "weight", PANGO_WEIGHT_BOLD, nullptr);
    if (look.plain) g_object_set(tag, "family", "sans-serif", nullptr);
    if (look.scale != 1) g_object_set(tag, "scale", look.scale, nullptr);
    if (look.tight)
        g_object_set(tag, "pixels-above-lines", 0, "pixels-below-lines", 0, "pixels-inside-wrap", 0, nullptr);
    if (look.layer == TextLook::Layer::below) gtk_text_tag_set_priority(tag, 0);
    if (look.layer == TextLook::Layer::above) above_.push_back(name);
    for (const auto& top : above_)
        gtk_text_tag_set_priority(gtk_text_tag_table_lookup(table, top.c_str()),
                                  gtk_text_tag_table_get_size(table) - 1);
}

void TextSurface::put(const std::string& name, workbench::Span span)
{
    if (shaping_.contains(name)) lines_.clear();
    const auto begin = iter_at(this, span.begin), end = iter_at(this, span.end);
    gtk_text_buffer_apply_tag_by_name(buffer_of(this), name.c_str(), &begin, &end);
}

void TextSurface::take_off(const std::string& name, workbench::Span span)
{
    const auto begin = iter_at(this, span.begin), end = iter_at(this, span.end);
    gtk_text_buffer_remove_tag_by_name(buffer_of(this), name.c_str(), &begin, &end);
}

std::vector<std::string> TextSurface::looks_at(std::int64_t position) const
{
    std::vector<std::string> names;
    const auto iter = iter_at(this, position);
    auto* tags = gtk_text_iter_get_tags(&iter);
    for (auto* tag = tags; tag; tag = tag->next) {
        gchar* name = nullptr;
        g_object_get(tag->data, "name", &name, nullptr);
        if (name) names.emplace_back(name);
        g_free(name);
    }
    g_slist_free(tags);
    return names;
}

void TextSurface::clear(const std::string& name)
{
    auto* table = gtk_text_buffer_get_tag_table(buffer_of(this));
    if (!gtk_text_tag_table_lookup(table, name.c_str())) return;
    if (shaping_.contains(name)) lines_.clear();
    GtkTextIter begin, end;
    gtk_text_buffer_get_bounds(buffer_of(this), &begin, &end);
    gtk_text_buffer_remove_tag_by_name(buffer_of(this), name.c_str(), &begin, &end);
}

workbench::Span TextSurface::selected() const
{
    GtkTextIter begin, end;
    gtk_text_buffer_get_selection_bounds(buffer_of(this), &begin, &end);
    return {gtk_text_iter_get_offset(&begin), gtk_text_iter_get_offset(&end)};
}

void TextSurface::select(workbench::Span span)
{
    const auto begin = iter_at(this, span.begin), end = iter_at(this, span.end);
    gtk_text_buffer_select_range(buffer_of(this), &end, &begin);
}

void TextSurface::reveal(workbench::Span span)
{
    const auto view = in_view();
    if (span.begin >= view.begin && span.end <= view.end && view.end > 0) return;
    const auto begin = iter_at(this, span.begin);
    auto* mark = gtk_text_buffer_create_mark(buffer_of(this), nullptr, &begin, FALSE);
    gtk_text_view_scroll_to_mark(view_of(this), mark, 0, TRUE, 0, 0.3);
    gtk_text_buffer_delete_mark(buffer_of(this), mark);
}

workbench::Span TextSurface::in_view() const
{
    GdkRectangle seen;
    gtk_text_view_get_visible_rect(view_of(this), &seen);
    GtkTextIter begin, end;
    gtk_text_view_get_iter_at_location(view_of(this), &begin, seen.x, seen.y);
    gtk_text_view_get_iter_at_location(view_of(this), &end, seen.x + seen.width, seen.y + seen.height);
    return {gtk_text_iter_get_offset(&begin), gtk_text_iter_get_offset(&end)};
}

int TextSurface::top_of(std::int64_t position) const
{
    return line_of(position).top;
}

int TextSurface::bottom_of(std::int64_t position) const
{
    return line_of(position).bottom;
}

TextSurface::Line TextSurface::line_of(std::int64_t position) const
{
    const auto [known, is_new] = lines_.try_emplace(position);
    if (is_new) {
        const auto place = place_of(this, position);
        known->second = {place.y, place.y + place.height};
    }
    return known->second;
}

wxPoint TextSurface::point_of(std::int64_t position) const
{
    const auto place = place_of(this, position);
    return {place.x, place.y};
}

std::int64_t TextSurface::position_at(wxPoint point) const
{
    int x = 0, y = 0;
    gtk_text_view_window_to_buffer_coords(view_of(this), GTK_TEXT_WINDOW_WIDGET, point.x, point.y, &x, &y);
    GtkTextIter iter;
    gtk_text_view_get_iter_at_location(view_of(this), &iter, x, y);
    return gtk_text_iter_get_offset(&iter);
}

void TextSurface::scroll_by(double pixels)
{
    scroll_to(gtk_adjustment_get_value(adjustment_of(this)) + pixels);
}

TextSurface::Scroll TextSurface::scroll() const
{
    auto* adjustment = adjustment_of(this);
    return {gtk_adjustment_get_value(adjustment), gtk_adjustment_get_page_size(adjustment),
            gtk_adjustment_get_upper(adjustment)};
}

void TextSurface::scroll_to(double value)
{
    gtk_adjustment_set_value(adjustment_of(this), value);
}

}
