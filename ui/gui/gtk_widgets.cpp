#include "gtk_widgets.h"
#include "look.h"
#include <fmt/format.h>
#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>
#include <wx/window.h>

namespace gui
{
namespace
{

/// The widget that has the focus and is read: the one inside a scrolled window, the entry of a combo box, else the
/// window's own.
GtkWidget* spoken_widget(wxWindow* window)
{
    auto* widget = static_cast<GtkWidget*>(window->GetHandle());
    if (GTK_IS_SCROLLED_WINDOW(widget)) {
        if (auto* inner = gtk_bin_get_child(GTK_BIN(widget))) return inner;
    }
    if (GTK_IS_COMBO_BOX(widget) && gtk_combo_box_get_has_entry(GTK_COMBO_BOX(widget)))
        return gtk_bin_get_child(GTK_BIN(widget));
    return widget;
}

std::string css(const wxColour& colour)
{
    return colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string();
}

std::string style()
{
    const auto panel = css(look::panel()), paper = css(look::paper()), line = css(look::hairline()),
               ink = css(look::ink()), faint = css(look::faint()), accent = css(look::accent()),
               chosen = css(look::over(look::accent(), look::panel(), 0.16)),
               hover = css(look::over(look::ink(), look::paper(), 0.05)),
               pressed = css(look::over(look::ink(), look::accent(), 0.12)),
               told = css(look::over(look::accent(), look::panel(), 0.08)),
               warned = css(look::over(look::warning(), look::panel(), 0.14));
    return fmt::format(
        "window.background {{ background-color: {panel}; color: {ink}; }}\n"
        "treeview.view:selected, treeview.view:selected:focus {{ background-color: {chosen}; color: {ink}; }}\n"
        "textview text {{ background-color: {paper}; color: {ink}; }}\n"
        "entry, spinbutton {{ background-image: none; background-color: {paper}; color: {ink};"
        " border: 1px solid {line}; border-radius: 4px; box-shadow: none; padding: 2px 8px; min-height: 22px; }}\n"
        "entry:focus, spinbutton:focus {{ border-color: {accent}; }}\n"
        "entry:disabled, spinbutton:disabled {{ color: {faint}; background-color: {panel}; }}\n"
        "spinbutton entry {{ background-color: transparent; border: none; }}\n"
        "combobox button.combo {{ background-image: none; background-color: {paper}; color: {ink};"
        " border: 1px solid {line}; border-radius: 4px; box-shadow: none; text-shadow: none; padding: 2px 8px;"
        " min-height: 24px; }}\n"
        "combobox button.combo:hover {{ background-color: {hover}; }}\n"
        "combobox button.combo:focus {{ border-color: {accent}; }}\n"
        "combobox button.combo:disabled {{ color: {faint}; background-color: {panel}; }}\n"
        "infobar > revealer > box {{ background-color: {told}; color: {ink}; border-bottom: 1px solid {line}; }}\n"
        "infobar.warning > revealer > box {{ background-color: {warned}; }}\n"
        "infobar button {{ background-image: none; background-color: {paper}; color: {ink}; border: 1px solid {line};"
        " border-radius: 4px; box-shadow: none; text-shadow: none; padding: 2px 10px; min-height: 20px; }}\n"
        "infobar button:hover {{ background-color: {hover}; }}\n"
        ".quipu-panel, .quipu-panel treeview.view {{ background-color: {panel}; color: {ink}; }}\n"
        ".quipu-panel treeview.view:selected, .quipu-panel treeview.view:selected:focus"
        " {{ background-color: {chosen}; color: {ink}; }}\n"
        ".quipu-panel treeview.view {{ -GtkTreeView-expander-size: 10; -GtkTreeView-horizontal-separator: 4;"
        " -GtkTreeView-vertical-separator: 2; border-color: {line}; }}\n"
        ".quipu-paper, .quipu-paper text {{ background-color: {paper}; color: {ink}; }}\n"
        ".quipu-paper treeview.view {{ background-color: {paper}; color: {ink}; border-color: {line}; }}\n"
        ".quipu-paper treeview.view:selected, .quipu-paper treeview.view:selected:focus"
        " {{ background-color: {chosen}; color: {ink}; }}\n"
        ".quipu-tool {{ background-image: none; background-color: {paper}; color: {ink}; border: 1px solid {line};"
        " border-radius: 4px; box-shadow: none; text-shadow: none; padding: 3px 10px; min-height: 20px; }}\n"
        ".quipu-tool:hover {{ background-color: {hover}; }}\n"
        ".quipu-tool:active {{ background-color: {chosen}; }}\n"
        ".quipu-tool.default {{ background-color: {accent}; border-color: {accent}; color: {paper}; }}\n"
        ".quipu-tool.default:hover {{ background-color: {pressed}; }}\n"
        ".quipu-tool:disabled {{ color: {faint}; background-color: {panel}; }}\n"
        ".quipu-flat {{ background-image: none; background-color: transparent; border: none; box-shadow: none;"
        " text-shadow: none; color: {faint}; padding: 1px 6px; min-height: 18px; }}\n"
        ".quipu-flat:hover, .quipu-strong {{ color: {ink}; }}\n"
        ".quipu-strong:disabled {{ color: {faint}; }}\n"
        ".quipu-strong:hover {{ background-color: {chosen}; }}\n"
        ".quipu-link {{ background-image: none; background-color: transparent; border: none; box-shadow: none;"
        " text-shadow: none; color: {accent}; padding: 1px 0; min-height: 18px; }}\n"
        ".quipu-link:hover {{ text-decoration: underline; }}\n"
        ".quipu-door {{ background-image: none; background-color: {paper}; color: {ink}; border: 1px solid {line};"
        " border-radius: 6px; box-shadow: none; text-shadow: none; padding: 12px 16px; }}\n"
        ".quipu-door:hover {{ border-color: {accent}; }}\n"
        ".quipu-entry {{ background-image: none; background-color: {paper}; color: {ink}; border: 1px solid {line};"
        " border-radius: 4px; box-shadow: none; padding: 2px 8px; min-height: 22px; }}\n"
        ".quipu-entry:focus {{ border-color: {accent}; }}\n"
        ".quipu-scroll, .quipu-scroll trough {{ background-color: {paper}; border-color: {paper}; }}\n"
        "notebook > header {{ background-color: {panel}; border-color: {line}; padding: 0; }}\n"
        "notebook > header > tabs > tab {{ min-height: 24px; padding: 4px 14px; color: {faint}; }}\n"
        "notebook > header > tabs > tab:checked {{ background-color: {paper}; color: {ink};"
        " box-shadow: inset 0 -2px {accent}; border-color: {line}; }}\n"
        "notebook > stack {{ background-color: {paper}; }}\n"
        "paned > separator {{ background-image: none; background-color: {panel}; }}\n"
        "menubar {{ background-color: {panel}; color: {ink}; padding: 0 4px; }}\n",
        fmt::arg("panel", panel), fmt::arg("paper", paper), fmt::arg("line", line), fmt::arg("ink", ink),
        fmt::arg("faint", faint), fmt::arg("accent", accent), fmt::arg("chosen", chosen), fmt::arg("hover", hover),
        fmt::arg("pressed", pressed), fmt::arg("told", told), fmt::arg("warned", warned));
}

}

void set_accessible_name(wxWindow* window, const wxString& name)
{
    window->SetName(name);
    // What scrolls a list or a text says it too: the keys of the toolkit may put the focus there.
    auto* outer = static_cast<GtkWidget*>(window->GetHandle());
    for (auto* widget : {outer, spoken_widget(window)})
        atk_object_set_name(gtk_widget_get_accessible(widget), name.utf8_str());
}

wxString accessible_name(wxWindow* window)
{
    const auto* name = atk_object_get_name(gtk_widget_get_accessible(spoken_widget(window)));
    return name ? wxString::FromUTF8(name) : wxString();
}

void add_style_class(wxWindow* window, const char* name)
{
    auto* outer = static_cast<GtkWidget*>(window->GetHandle());
    gtk_style_context_add_class(gtk_widget_get_style_context(outer), name);
    if (auto* inner = spoken_widget(window); inner != outer)
        gtk_style_context_add_class(gtk_widget_get_style_context(inner), name);
    window->InvalidateBestSize();
}

void use_theme(const std::string& theme)
{
    static bool chosen_before = false;
    auto* settings = gtk_settings_get_default();
    if (chosen_before)
        for (const auto* name : {"gtk-application-prefer-dark-theme", "gtk-theme-name"})
            gtk_settings_reset_property(settings, name);
    chosen_before = theme == "light" || theme == "dark";
    if (chosen_before)
        g_object_set(settings, "gtk-application-prefer-dark-theme", theme == "dark" ? TRUE : FALSE, nullptr);
    // A theme that is dark by its own name has no light side.
    char* name = nullptr;
    g_object_get(settings, "gtk-theme-name", &name, nullptr);
    if (theme == "light" && name && wxString::FromUTF8(name).Lower().Contains("dark"))
        g_object_set(settings, "gtk-theme-name", "Adwaita", nullptr);
    g_free(name);
    // The toolkit of windows remembers colours until the theme has another name.
    g_object_notify(G_OBJECT(settings), "gtk-theme-name");
}

void load_style()
{
    static GtkCssProvider* provider = nullptr;
    auto* screen = gdk_screen_get_default();
    if (!provider) {
        provider = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(screen, GTK_STYLE_PROVIDER(provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
    gtk_css_provider_load_from_data(provider, style().c_str(), -1, nullptr);
    // Nothing blinks.
    g_object_set(gtk_settings_get_default(), "gtk-cursor-blink", FALSE, nullptr);
}

void set_margins(wxTextCtrl& text, int across, int down)
{
    auto* view = GTK_TEXT_VIEW(spoken_widget(&text));
    gtk_text_view_set_left_margin(view, across);
    gtk_text_view_set_right_margin(view, across);
    gtk_text_view_set_top_margin(view, down);
    gtk_text_view_set_bottom_margin(view, down);
}

void set_words(wxButton& button, const wxString& words)
{
    button.SetLabel(words);
    gboolean is_stock = FALSE;
    g_object_get(button.GetHandle(), "use-stock", &is_stock, nullptr);
    if (!is_stock) return;
    g_object_set(button.GetHandle(), "use-stock", FALSE, "label", static_cast<const char*>(words.utf8_str()), nullptr);
}

void set_editable(wxDataViewRenderer* renderer, bool editable)
{
    g_object_set(renderer->GetGtkHandle(), "editable", editable ? TRUE : FALSE, nullptr);
}

void set_header(wxDataViewCtrl& list, bool visible)
{
    gtk_tree_view_set_headers_visible(GTK_TREE_VIEW(list.GtkGetTreeView()), visible ? TRUE : FALSE);
}

void open_selected_cell(wxDataViewCtrl& list, unsigned column)
{
    auto* tree = GTK_TREE_VIEW(list.GtkGetTreeView());
    auto* rows = gtk_tree_selection_get_selected_rows(gtk_tree_view_get_selection(tree), nullptr);
    if (!rows) return;
    auto* path = static_cast<GtkTreePath*>(rows->data);
    // The cell is named, because the first of the column is the swatch.
    gtk_tree_view_set_cursor_on_cell(tree, path, GTK_TREE_VIEW_COLUMN(list.GetColumn(column)->GetGtkHandle()),
                                     list.GetColumn(column)->GetRenderer()->GetGtkHandle(), TRUE);
    g_list_free_full(rows, reinterpret_cast<GDestroyNotify>(gtk_tree_path_free));
}

void choose_item(wxDataViewCtrl& list, const wxDataViewItem& item)
{
    list.Select(item);
    auto* tree = GTK_TREE_VIEW(list.GtkGetTreeView());
    auto* rows = gtk_tree_selection_get_selected_rows(gtk_tree_view_get_selection(tree), nullptr);
    if (!rows) return;
    gtk_tree_view_set_cursor(tree, static_cast<GtkTreePath*>(rows->data), nullptr, FALSE);
    g_list_free_full(rows, reinterpret_cast<GDestroyNotify>(gtk_tree_path_free));
}

void set_wrap_width(wxDataViewRenderer* renderer, int width)
{
    auto* cell = renderer->GetGtkHandle();
    if (width <= 0) return;
    g_object_set(cell, "wrap-width", width, "wrap-mode", PANGO_WRAP_WORD_CHAR, "ellipsize", PANGO_ELLIPSIZE_NONE,
                 nullptr);
}

}
