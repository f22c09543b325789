#pragma once

class wxWindow;

namespace gui
{

/// Language, coder, size of the text. Another language shows after the next start, which is said.
void ask_preferences(wxWindow* parent);
/// All actions with their keys, from the table of actions.
void show_shortcuts(wxWindow* parent);
void show_about(wxWindow* parent);

}
