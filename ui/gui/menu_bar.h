#pragma once
#include "action.h"
#include <optional>
#include <string>
#include <vector>
#include <wx/accel.h>
#include <wx/menu.h>

namespace gui
{

class Panes;

/// The menus, made from the table of actions; `View` has the panels of pane_table() as well, each with a tick.
class MenuBar : public wxMenuBar
{
 public:
    MenuBar();

    /// The shortcuts that the menus promise; commands are numbers of actions.
    const std::vector<wxAcceleratorEntry>& keys() const { return keys_; }
    /// Ticks the work area that is open and the panels that are shown; null: none.
    void follow(Panes* panes);
    /// Names undo and redo by what they would do.
    void set_undo(const std::optional<std::string>& undo, const std::optional<std::string>& redo);
    /// The panel that a menu item shows and hides; null when it is no such item.
    static const char* pane_of(int id);
    static int id_of_pane(std::string_view id);
    static constexpr int first_pane = static_cast<int>(Action::last) + 1000, last_pane = first_pane + 99;

 private:
    void add(wxMenu& menu, const ActionInfo& action);
    std::vector<wxAcceleratorEntry> keys_;
};

}
