#include "overlay.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include <algorithm>
#include <wx/toplevel.h>

namespace gui
{

Overlay* Overlay::open_in(wxWindow* near)
{
    for (auto* child : wxGetTopLevelParent(near)->GetChildren())
        if (auto* overlay = dynamic_cast<Overlay*>(child); overlay && !overlay->IsBeingDeleted() && overlay->IsShown())
            return overlay;
    return nullptr;
}

Overlay::Overlay(wxWindow* near, wxSize size, const wxString& title)
    : wxPanel(wxGetTopLevelParent(near), wxID_ANY, wxDefaultPosition, size, wxBORDER_NONE | wxTAB_TRAVERSAL),
      size_(size),
      before_(wxWindow::FindFocus())
{
    Hide();
    SetBackgroundColour(look::panel());
    set_accessible_name(this, title);
    outline(*this);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            close();
        else
            event.Skip();
    });
}

void Overlay::open(wxWindow* first)
{
    if (auto* other = open_in(this); other && other != this) {
        before_ = other->before_;
        other->close();
    }
    const auto room = GetParent()->GetClientSize();
    const wxSize size(std::min(size_.x, room.x), std::min(size_.y, room.y));
    SetSize((room.x - size.x) / 2, (room.y - size.y) / 3, size.x, size.y);
    Show();
    Raise();
    Layout();
    first->SetFocus();
}

void Overlay::close()
{
    if (!IsShown()) return;
    Hide();
    if (before_ && before_->IsShownOnScreen()) before_->SetFocus();
    CallAfter([this] { Destroy(); });
}

}
