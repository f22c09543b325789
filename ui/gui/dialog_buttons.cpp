#include "dialog_buttons.h"
#include "gtk_widgets.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

namespace gui
{
namespace
{

wxButton* dress(const wxDialog& dialog, int id, const wxString& words)
{
    auto* button = dynamic_cast<wxButton*>(dialog.FindWindow(id));
    if (!button) return nullptr;
    set_words(*button, words);
    add_style_class(button, "quipu-tool");
    fit_button(*button, wxControl::RemoveMnemonics(words));
    return button;
}

}

wxSizer* dialog_buttons(wxDialog& dialog, const wxString& verb, bool leave)
{
    auto* line = dialog.CreateButtonSizer(leave ? wxOK | wxCANCEL : wxOK);
    dress(dialog, wxID_CANCEL, shown(workbench::tr("Cancel")));
    if (auto* done = dress(dialog, wxID_OK, verb)) done->SetDefault();
    return line;
}

}
