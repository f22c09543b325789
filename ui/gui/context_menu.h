#pragma once
#include <functional>
#include <vector>
#include <wx/menu.h>

class wxWindow;

namespace gui
{

/// A context menu whose items know what they do.
class ContextMenu
{
 public:
    using Act = std::function<void()>;

    /// `keys` is only shown ("F2"): what the key does is the window's affair.
    wxMenuItem& add(const wxString& label, Act act, const wxString& keys = wxString());
    wxMenuItem& add_check(const wxString& label, bool checked, Act act);
    void line() { current().AppendSeparator(); }
    /// What is added until end() stands in a menu of its own.
    void begin(const wxString& label);
    void end();

    /// Shows it at the pointer and does what is chosen.
    void ask(wxWindow& window);
    /// Does what the item does.
    void choose(int id) const;
    wxMenu& menu() { return menu_; }

 private:
    wxMenu& current() { return open_.empty() ? menu_ : *open_.back(); }
    wxMenu menu_;
    std::vector<wxMenu*> open_;
    std::vector<wxString> titles_;
    std::vector<std::pair<int, Act>> acts_;
};

}
