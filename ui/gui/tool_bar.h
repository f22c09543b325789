#pragma once
#include "action.h"
#include <functional>
#include <map>
#include <optional>
#include <wx/panel.h>

class wxButton;
class wxTextCtrl;

namespace gui
{

/// The line of buttons below the menu: what is used most, the search for everything, and undo named by what it takes
/// back.
class ToolBar : public wxPanel
{
 public:
    ToolBar(wxWindow* parent, std::function<void(Action)> act, const std::function<void(const std::string&)>& search);

    /// What undo and redo would do; nothing greys the button.
    void set_undo(const std::optional<std::string>& undo, const std::optional<std::string>& redo);
    void set_enabled(Needs what, bool enabled);
    wxTextCtrl& search() { return *search_; }
    wxButton& button(Action action) { return *buttons_.at(action); }

 private:
    wxButton* add(wxWindow* parent, Action action, const wxString& label, bool with_keys);
    /// Names what undo takes back in as many letters as the line has room for.
    void fit_undo();
    std::function<void(Action)> act_;
    std::map<Action, wxButton*> buttons_;
    wxTextCtrl* search_;
    std::optional<std::string> undo_;
};

}
