#include "remembered_dialog.h"
#include "preferences.h"

namespace gui
{

RememberedDialog::RememberedDialog(wxWindow* parent, const std::string& id, const wxString& title, wxSize size)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, size, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER), id_(id)
{
    SetMinSize(wxSize(320, 200));
    SetEscapeId(wxID_CANCEL);
    const auto known = preferences().dialog_sizes.find(id_);
    if (known != preferences().dialog_sizes.end()) SetSize(known->second.first, known->second.second);
}

RememberedDialog::~RememberedDialog()
{
    const auto now = GetSize();
    preferences().dialog_sizes[id_] = {now.x, now.y};
    save_preferences();
}

}
