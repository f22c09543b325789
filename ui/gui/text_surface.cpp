#include "text_surface.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "text_difference.h"
#include <algorithm>
#include <cmath>
#include <gtk/gtk.h>
#include <pango/pango.h>
#include <utility>

namespace gui
{
namespace
{

constexpr std::size_t most_at_once = 2'000'000, part_size = 500'000; // bytes
constexpr std::int64_t most_in_view = 20'000; // a text that is not laid out yet would be in view as a whole

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

GtkTextIter iter_at(const wxTextCtrl* control, int offset)
{
    GtkTextIter iter;
    gtk_text_buffer_get_iter_at_offset(buffer_of(control), &iter, offset);
    return iter;
}

GdkRGBA rgba(const wxColour& colour)
{
    return {colour.Red() / 255.0, colour.Green() / 255.0, colour.Blue() / 255.0, 1.0};
}

/// The upper edge of the control in the whole text.
int upper_edge(const wxTextCtrl* control)
{
    int x = 0, y = 0;
    gtk_text_view_window_to_buffer_coords(view_of(control), GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
    return y;
}

std::string without_zeros(std::string text)
{
    std::replace(text.begin(), text.end(), '\0', ' ');
    return text;
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
                 wxTE_MULTILINE | wxTE_RICH2 | wxTE_READONLY | wxTE_NOHIDESEL | wxBORDER_NONE),
      lines_(view_of(this))
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
    g_signal_connect(view_of(this), "style-updated", G_CALLBACK(hear_style), this);
    g_signal_connect_after(view_of(this), "draw", G_CALLBACK(hear_draw), this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        laid_out_anew();
        event.Skip();
    });
    Bind(wxEVT_KEY_DOWN, &TextSurface::turn_by_key, this);
    Bind(wxEVT_MOUSEWHEEL, &TextSurface::turn_by_wheel, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        sought_.reset();
        event.Skip();
    });
}

// The widget outlives this object by a moment, and moves while it is taken down.
TextSurface::~TextSurface()
{
    if (waiting_ != 0) g_source_remove(waiting_);
    g_signal_handlers_disconnect_by_data(adjustment_of(this), this);
    g_signal_handlers_disconnect_by_func(buffer_of(this), reinterpret_cast<void*>(hear_text), this);
    g_signal_handlers_disconnect_by_func(view_of(this), reinterpret_cast<void*>(hear_style), this);
    g_signal_handlers_disconnect_by_func(view_of(this), reinterpret_cast<void*>(hear_draw), this);
}

void TextSurface::hear_text(void*, void* self)
{
    static_cast<TextSurface*>(self)->hear_typing();
}

void TextSurface::hear_adjustment(void*, void* self)
{
    auto* surface = static_cast<TextSurface*>(self);
    if (!surface->follow_sight() && surface->length_) surface->length_();
}

// Whatever moved the text, it is drawn then.
int TextSurface::hear_draw(void*, void*, void* self)
{
    auto* surface = static_cast<TextSurface*>(self);
    surface->follow_sight();
    if (surface->sought_) surface->CallAfter([surface] { surface->seek_on(); });
    return FALSE;
}

void TextSurface::before_drawing(std::function<void()> act)
{
    act_ = std::move(act);
    if (waiting_ == 0) waiting_ = g_idle_add_full(G_PRIORITY_HIGH_IDLE + 5, act_now, this, nullptr);
}

int TextSurface::act_now(void* self)
{
    auto* surface = static_cast<TextSurface*>(self);
    surface->waiting_ = 0;
    const auto act = std::exchange(surface->act_, {});
    if (act) act();
    return G_SOURCE_REMOVE;
}

bool TextSurface::follow_sight()
{
    if (sight() == seen_) return false;
    moved();
    return true;
}

void TextSurface::hear_style(void*, void* self)
{
    static_cast<TextSurface*>(self)->laid_out_anew();
}

TextSurface::Sight TextSurface::sight() const
{
    const auto span = in_view();
    return {span, line_of(span.begin).top, line_of(span.end).bottom};
}

void TextSurface::moved()
{
    seen_ = sight();
    if (moved_) moved_();
}

void TextSurface::laid_out_anew()
{
    lines_.forget();
    moved();
}

// What is typed into a part moves the parts behind it; they are filled anew when it is saved.
void TextSurface::hear_typing()
{
    lines_.forget();
    if (showing_) return;
    const auto length = gtk_text_buffer_get_char_count(buffer_of(this));
    lengthen(parts_, part_, length - (here().end - here().begin));
}

int TextSurface::offset_of(std::int64_t position) const
{
    return static_cast<int>(std::clamp(position, here().begin, here().end) - here().begin);
}

void TextSurface::fill()
{
    auto* buffer = buffer_of(this);
    const auto& part = parts_[part_];
    showing_ = true;
    gtk_text_buffer_set_text(buffer, whole_.data() + part.from, static_cast<gint>(part.to - part.from));
    showing_ = false;
    GtkTextIter begin;
    gtk_text_buffer_get_start_iter(buffer, &begin);
    gtk_text_buffer_place_cursor(buffer, &begin);
    drop_foreign_looks(this);
}

void TextSurface::show(const std::string& utf8)
{
    whole_ = without_zeros(utf8);
    parts_ = parts_of(whole_, most_at_once, part_size);
    part_ = 0;
    fill();
    if (parts_.size() == 1) whole_ = std::string();
    moved();
}

void TextSurface::turn_into(const std::string& utf8)
{
    auto text = without_zeros(utf8);
    if (parts_.size() == 1) {
        parts_ = parts_of(text, text.size(), text.size());
        turn_here_into(text);
        return;
    }
    parts_ = parts_after(parts_, whole_, text);
    part_ = std::min(part_, parts_.size() - 1);
    whole_ = std::move(text);
    turn_here_into(whole_.substr(parts_[part_].from, parts_[part_].to - parts_[part_].from));
}

void TextSurface::turn_here_into(const std::string& utf8)
{
    GtkTextIter begin, end;
    gtk_text_buffer_get_bounds(buffer_of(this), &begin, &end);
    auto* old = gtk_text_buffer_get_text(buffer_of(this), &begin, &end, TRUE);
    const auto differs = difference(old, utf8);
    if (!differs.none()) {
        showing_ = true;
        begin = iter_at(this, static_cast<int>(differs.at));
        end = iter_at(this, static_cast<int>(differs.at + differs.removed));
        gtk_text_buffer_delete(buffer_of(this), &begin, &end);
        gtk_text_buffer_insert(buffer_of(this), &begin, differs.inserted.data(),
                               static_cast<gint>(differs.inserted.size()));
        showing_ = false;
        moved();
    }
    g_free(old);
}

void TextSurface::show_part(std::size_t part)
{
    if (part == part_ || part >= parts_.size() || (may_leave_ && !may_leave_())) return;
    part_ = part;
    fill();
    scroll_to(0);
    if (other_part_) other_part_();
    moved();
}

// At the end of a part the text goes on with the next.
bool TextSurface::leave_part(int by)
{
    const auto at = scroll();
    const bool down = by > 0;
    if (down ? part_ + 1 >= parts_.size() || at.value + at.page < at.upper - 1 : part_ == 0 || at.value > 1)
        return false;
    const auto before = part_;
    show_part(down ? part_ + 1 : part_ - 1);
    if (part_ == before) return false;
    const auto edge = down ? here().begin : here().end - 1;
    select({edge, edge});
    if (!down) reveal({edge, edge});
    return true;
}

void TextSurface::turn_by_wheel(wxMouseEvent& event)
{
    sought_.reset();
    if (!leave_part(event.GetWheelRotation() < 0 ? 1 : -1)) event.Skip();
}

void TextSurface::turn_by_key(wxKeyEvent& event)
{
    event.Skip();
    sought_.reset();
    if (parts_.size() == 1) return;
    const int key = event.GetKeyCode();
    if (event.GetModifiers() == wxMOD_CONTROL && (key == WXK_HOME || key == WXK_END))
        return show_part(key == WXK_HOME ? 0 : parts_.size() - 1);
    const auto caret = selected().end;
    const bool down = key == WXK_PAGEDOWN || key == WXK_DOWN, up = key == WXK_PAGEUP || key == WXK_UP;
    const bool at_edge = (down && caret >= here().end - 1) || (up && caret <= here().begin);
    if (event.GetModifiers() == wxMOD_NONE && at_edge && leave_part(down ? 1 : -1)) event.Skip(false);
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
    laid_out_anew();
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
    if (span.end <= here().begin || span.begin >= here().end) return;
    if (shaping_.contains(name)) lines_.forget();
    const auto begin = iter_at(this, offset_of(span.begin)), end = iter_at(this, offset_of(span.end));
    gtk_text_buffer_apply_tag_by_name(buffer_of(this), name.c_str(), &begin, &end);
}

void TextSurface::take_off(const std::string& name, workbench::Span span)
{
    if (span.end <= here().begin || span.begin >= here().end) return;
    if (shaping_.contains(name)) lines_.forget();
    const auto begin = iter_at(this, offset_of(span.begin)), end = iter_at(this, offset_of(span.end));
    gtk_text_buffer_remove_tag_by_name(buffer_of(this), name.c_str(), &begin, &end);
}

std::vector<std::string> TextSurface::looks_at(std::int64_t position) const
{
    std::vector<std::string> names;
    const auto iter = iter_at(this, offset_of(position));
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
    if (shaping_.contains(name)) lines_.forget();
    GtkTextIter begin, end;
    gtk_text_buffer_get_bounds(buffer_of(this), &begin, &end);
    gtk_text_buffer_remove_tag_by_name(buffer_of(this), name.c_str(), &begin, &end);
}

workbench::Span TextSurface::selected() const
{
    GtkTextIter begin, end;
    gtk_text_buffer_get_selection_bounds(buffer_of(this), &begin, &end);
    return {position_of(gtk_text_iter_get_offset(&begin)), position_of(gtk_text_iter_get_offset(&end))};
}

void TextSurface::select(workbench::Span span)
{
    show_part(part_at(parts_, span.begin));
    const auto begin = iter_at(this, offset_of(span.begin)), end = iter_at(this, offset_of(span.end));
    gtk_text_buffer_select_range(buffer_of(this), &end, &begin);
}

void TextSurface::reveal(workbench::Span span)
{
    show_part(part_at(parts_, span.begin));
    if (sees(span)) return;
    scroll_to_begin_of(span);
    sought_ = span;
    sought_until_ = std::chrono::steady_clock::now() + std::chrono::seconds(10);
}

bool TextSurface::sees(workbench::Span span) const
{
    const auto view = in_view();
    return view.end > 0 && lines_.is_laid_out(offset_of(view.end)) && span.begin >= view.begin && span.end <= view.end;
}

// Whoever scrolls or types meanwhile wants to be elsewhere.
void TextSurface::seek_on()
{
    if (!sought_) return;
    if (std::chrono::steady_clock::now() > sought_until_ || part_at(parts_, sought_->begin) != part_)
        sought_.reset();
    else if (!sees(*sought_))
        scroll_to_begin_of(*sought_);
}

void TextSurface::scroll_to_begin_of(workbench::Span span)
{
    const auto begin = iter_at(this, offset_of(span.begin));
    auto* mark = gtk_text_buffer_create_mark(buffer_of(this), nullptr, &begin, FALSE);
    gtk_text_view_scroll_to_mark(view_of(this), mark, 0, TRUE, 0, 0.3);
    gtk_text_buffer_delete_mark(buffer_of(this), mark);
}

workbench::Span TextSurface::in_view() const
{
    GdkRectangle seen;
    gtk_text_view_get_visible_rect(view_of(this), &seen);
    const auto span = lines_.between(seen.y, seen.y + seen.height);
    // Behind the last line of a part stands the next part.
    const auto last = part_ + 1 < parts_.size() ? here().end - 1 : here().end;
    const auto end = std::min(span.end, span.begin + most_in_view);
    return {position_of(static_cast<int>(span.begin)), std::min(last, position_of(static_cast<int>(end)))};
}

TextSurface::Line TextSurface::line_of(std::int64_t position) const
{
    const auto line = lines_.line_of(offset_of(position));
    const int edge = upper_edge(this);
    return {line.top - edge, line.bottom - edge};
}

wxPoint TextSurface::point_of(std::int64_t position) const
{
    const auto iter = iter_at(this, offset_of(position));
    GdkRectangle place;
    gtk_text_view_get_iter_location(view_of(this), &iter, &place);
    gtk_text_view_buffer_to_window_coords(view_of(this), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
    return {place.x, place.y};
}

std::int64_t TextSurface::position_at(wxPoint point) const
{
    int x = 0, y = 0;
    gtk_text_view_window_to_buffer_coords(view_of(this), GTK_TEXT_WINDOW_WIDGET, point.x, point.y, &x, &y);
    GtkTextIter iter;
    gtk_text_view_get_iter_at_location(view_of(this), &iter, x, y);
    return position_of(gtk_text_iter_get_offset(&iter));
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
    sought_.reset();
    gtk_adjustment_set_value(adjustment_of(this), value);
}

}
