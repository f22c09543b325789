#include "act_menu.h"
#include <algorithm>
#include <wx/window.h>

namespace gui
{

void ActMenu::add(const wxString& label, std::function<void()> act, const wxBitmapBundle& picture)
{
    auto* item = new wxMenuItem(menu_.get(), wxID_ANY, label);
    if (picture.IsOk()) item->SetBitmap(picture);
    items_.push_back({menu_->Append(item)->GetId(), std::move(act)});
}

void ActMenu::add(const wxString& label, ActMenu below)
{
    menu_->AppendSubMenu(below.menu_.release(), label);
    for (auto& item : below.items_) items_.push_back(std::move(item));
}

void ActMenu::show(wxWindow& window, wxPoint at)
{
    const int chosen = window.GetPopupMenuSelectionFromUser(*menu_, at);
    const auto item = std::find_if(items_.begin(), items_.end(), [&](const Item& one) { return one.id == chosen; });
    if (item != items_.end()) item->act();
}

}
