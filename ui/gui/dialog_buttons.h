#pragma once
#include <wx/string.h>

class wxDialog;
class wxSizer;

namespace gui
{

/// The line of buttons below a dialog, in the order of the system, in the window's style and language: what the dialog
/// does (wxID_OK, which Enter takes), and leaving (wxID_CANCEL) unless there is only one way out.
wxSizer* dialog_buttons(wxDialog& dialog, const wxString& verb, bool leave = true);

}
