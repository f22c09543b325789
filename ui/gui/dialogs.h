#pragma once
#include <filesystem>

class wxWindow;

namespace gui
{

/// Language, theme, font and size of the text, coder, folder of the backups. Another language or theme shows after the
/// next start, which is said.
void ask_preferences(wxWindow* parent);
/// The manual's first page, in the program that this system opens such pages with.
void show_manual(wxWindow* parent);
/// That page in the reader's language, else in the one there is; empty when the manual is not installed.
std::filesystem::path manual_page();
/// All actions with their keys, from the table of actions.
void show_shortcuts(wxWindow* parent);
void show_about(wxWindow* parent);

}
