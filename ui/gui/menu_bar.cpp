#include "menu_bar.h"
#include "panes.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/control.h>

namespace gui
{

using workbench::tr;

namespace
{

wxMenu* pane_menu()
{
    auto* menu = new wxMenu;
    for (const auto& pane : pane_table())
        menu->AppendCheckItem(MenuBar::id_of_pane(pane.id), shown(tr(pane.title)),
                              shown(tr("Shows or hides this panel")));
    return menu;
}

bool is_area(Action action)
{
    return action >= Action::area_read && action <= Action::area_review;
}

}

MenuBar::MenuBar()
{
    for (const auto menu : menus) {
        auto* made = new wxMenu;
        for (const auto& action : actions()) {
            if (action.menu != menu) continue;
            if (action.action == Action::area_read) made->AppendSubMenu(pane_menu(), shown(tr("&Panels")));
            add(*made, action);
        }
        Append(made, shown(title_of(menu)));
    }
}

void MenuBar::add(wxMenu& menu, const ActionInfo& action)
{
    wxString label = shown(tr(action.label));
    if (label.StartsWith("-", &label)) menu.AppendSeparator();
    const auto id = static_cast<int>(action.action);
    menu.Append(id, label + "\t" + action.keys, shown(tr(action.help)),
                is_area(action.action) ? wxITEM_RADIO : wxITEM_NORMAL);
    keys_.emplace_back(0, 0, id);
    keys_.back().FromString(wxString("\t") + action.keys);
}

int MenuBar::id_of_pane(std::string_view id)
{
    return first_pane + static_cast<int>(find_pane(id) - pane_table().data());
}

const char* MenuBar::pane_of(int id)
{
    const auto at = static_cast<std::size_t>(id - first_pane);
    return id >= first_pane && at < pane_table().size() ? pane_table()[at].id : nullptr;
}

void MenuBar::set_undo(const std::optional<std::string>& undo, const std::optional<std::string>& redo)
{
    const auto name = [this](Action action, const std::string& label) {
        // A & in the name of a code is no mnemonic.
        FindItem(static_cast<int>(action))
            ->SetItemLabel(wxControl::EscapeMnemonics(one_line(label, 70)) + "\t" + info_of(action).keys);
    };
    name(Action::undo, undo ? workbench::say("Undo: {}", *undo) : name_of(info_of(Action::undo)));
    name(Action::redo, redo ? workbench::say("Redo: {}", *redo) : name_of(info_of(Action::redo)));
}

void MenuBar::follow(Panes* panes)
{
    for (const auto& pane : pane_table()) {
        const auto id = id_of_pane(pane.id);
        Enable(id, panes != nullptr);
        Check(id, panes && panes->is_shown(pane.id));
    }
    if (panes) Check(static_cast<int>(Action::area_read) + static_cast<int>(panes->area()), true);
}

}
