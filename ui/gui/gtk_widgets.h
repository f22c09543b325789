#pragma once
#include <string>
#include <wx/string.h>

class wxButton;
class wxTextCtrl;
class wxWindow;
class wxDataViewCtrl;
class wxDataViewItem;
class wxDataViewRenderer;

namespace gui
{

/// What a screen reader calls a control; the toolkit's own names do not reach it.
void set_accessible_name(wxWindow* window, const wxString& name);
/// What it is called now; empty when it was never named.
wxString accessible_name(wxWindow* window);

/// Names the control for the rules of style.css.
void add_style_class(wxWindow* window, const char* name);
/// Loads the rules of the window's own widgets; they use the theme's colours. Call once, and again for a new theme.
void load_style();
/// "light" or "dark" goes before the system's theme, which anything else brings back; call it before load_style().
/// What is there already keeps the colours that we gave it.
void use_theme(const std::string& theme);

/// Air round a text of several lines, which the toolkit does not give.
void set_margins(wxTextCtrl& text, int across = 8, int down = 6);
/// Labels a button whose words the toolkit has too: it would put its own there, in the system's language.
void set_words(wxButton& button, const wxString& words);

/// Whether a click into the cells of a renderer lets one type there. The renderer must have been made editable.
void set_editable(wxDataViewRenderer* renderer, bool editable);

/// Whether a list has titles above its columns.
void set_header(wxDataViewCtrl& list, bool visible);

/// Opens the text of a column in the selected row (the first of several) for typing.
void open_selected_cell(wxDataViewCtrl& list, unsigned column = 0);

/// Chooses an item as a click does: it is selected, and Enter opens it. The toolkit only selects, and Enter goes by
/// another mark.
void choose_item(wxDataViewCtrl& list, const wxDataViewItem& item);

/// Lets the text of a list break into lines `width` pixels wide instead of one line cut off; 0: one line.
void set_wrap_width(wxDataViewRenderer* renderer, int width);

}
