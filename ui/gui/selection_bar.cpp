#include "selection_bar.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>

namespace gui
{

using workbench::tr;

SelectionBar::SelectionBar(wxWindow* parent, Session& session, Acts acts)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      session_(session),
      acts_(std::move(acts))
{
    SetBackgroundColour(look::paper());
    set_accessible_name(this, shown(tr("What to do with the selection")));
    SetSizer(new wxBoxSizer(wxHORIZONTAL));
    outline(*this);
    Hide();
}

void SelectionBar::add(const wxString& label, const std::optional<wxColour>& colour, const std::function<void()>& act)
{
    auto* button = new wxButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(button, "quipu-flat");
    add_style_class(button, "quipu-strong");
    button->SetMinSize(wxSize(button->GetTextExtent(label).x + (colour ? 36 : 18), 26));
    button->SetCanFocus(false);
    if (colour) {
        button->SetBitmap(swatch(*colour));
        button->SetBitmapMargins(2, 0);
    }
    // The button may be gone when its act is done, so the act waits for the end of the event.
    button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { CallAfter(act); });
    GetSizer()->Add(button, wxSizerFlags().Border(wxALL, 3));
}

void SelectionBar::fill()
{
    GetSizer()->Clear(true);
    for (const auto id : session_.recent_codes(3))
        if (const auto* code = session_.code(id))
            add(one_line(code->name, 26), look::of_code(code->color), [this, id] { acts_.code(id); });
    add(shown(tr("In vivo")), {}, acts_.in_vivo);
    add(shown(tr("Memo")), {}, acts_.memo);
    add(shown(tr("Search this")), {}, acts_.search);
}

void SelectionBar::open(wxPoint begin, int bottom)
{
    fill();
    GetSizer()->Fit(this);
    const auto size = GetSize(), room = GetParent()->GetClientSize();
    const int above = begin.y - size.y - 6;
    const int y = above >= 44 ? above : bottom + 6;
    Move(std::clamp(begin.x, 4, std::max(4, room.x - size.x - 4)), std::min(y, room.y - size.y));
    Show();
    Raise();
    Layout();
}

}
