#include "context_menu.h"
#include <wx/window.h>

namespace gui
{

wxMenuItem& ContextMenu::add(const wxString& label, Act act, const wxString& keys)
{
    auto* item = current().Append(wxID_ANY, keys.empty() ? label : label + "\t" + keys);
    acts_.emplace_back(item->GetId(), std::move(act));
    return *item;
}

wxMenuItem& ContextMenu::add_check(const wxString& label, bool checked, Act act)
{
    auto* item = current().AppendCheckItem(wxID_ANY, label);
    item->Check(checked);
    acts_.emplace_back(item->GetId(), std::move(act));
    return *item;
}

void ContextMenu::begin(const wxString& label)
{
    open_.push_back(new wxMenu);
    titles_.push_back(label);
}

void ContextMenu::end()
{
    auto* inner = open_.back();
    open_.pop_back();
    current().AppendSubMenu(inner, titles_.back());
    titles_.pop_back();
}

void ContextMenu::ask(wxWindow& window)
{
    choose(window.GetPopupMenuSelectionFromUser(menu_));
}

void ContextMenu::choose(int chosen) const
{
    for (const auto& [id, act] : acts_)
        if (id == chosen) {
            act();
            return;
        }
}

}
