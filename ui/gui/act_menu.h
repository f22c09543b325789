#pragma once
#include <functional>
#include <memory>
#include <vector>
#include <wx/bmpbndl.h>
#include <wx/menu.h>

namespace gui
{

/// A context menu whose items say what they do.
class ActMenu
{
 public:
    ActMenu() : menu_(std::make_unique<wxMenu>()) {}

    void add(const wxString& label, std::function<void()> act, const wxBitmapBundle& picture = {});
    /// Its items work as those of this menu.
    void add(const wxString& label, ActMenu below);
    void separate() { menu_->AppendSeparator(); }

    /// Waits until one is chosen, and does it; at `at` in the window, or under the pointer.
    void show(wxWindow& window, wxPoint at = wxDefaultPosition);

 private:
    struct Item {
        int id;
        std::function<void()> act;
    };
    std::unique_ptr<wxMenu> menu_;
    std::vector<Item> items_;
};

}
