#pragma once
#include <string>
#include <wx/dialog.h>

namespace gui
{

/// A dialog that can be made larger and has its size again the next time. Escape leaves it.
class RememberedDialog : public wxDialog
{
 public:
    /// `id` names it in the preferences: letters only. `size` is that of the first time.
    RememberedDialog(wxWindow* parent, const std::string& id, const wxString& title, wxSize size);
    ~RememberedDialog() override;

 private:
    std::string id_;
};

}
