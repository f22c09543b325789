#include "part_bar.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::say;
using workbench::tr;

PartBar::PartBar(wxWindow* parent, TextSurface& text)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), text_(text)
{
    SetBackgroundColour(look::panel());
    before_ =
        button(wxString(wxUniChar(0x2190)) + " " + shown(tr("Part before")), shown(tr("The part before this one")), -1);
    which_ = new wxStaticText(this, wxID_ANY, wxString());
    which_->SetForegroundColour(look::faint());
    after_ =
        button(shown(tr("Part after")) + " " + wxString(wxUniChar(0x2192)), shown(tr("The part after this one")), 1);
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->AddStretchSpacer();
    line->Add(before_, wxSizerFlags().CenterVertical());
    line->Add(which_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, 12));
    line->Add(after_, wxSizerFlags().CenterVertical());
    line->AddStretchSpacer();
    SetSizer(line);
    Hide();
}

wxButton* PartBar::button(const wxString& label, const wxString& accessible_name, int by)
{
    auto* made = new wxButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(made, "quipu-flat");
    add_style_class(made, "quipu-strong");
    set_accessible_name(made, accessible_name);
    made->SetToolTip(accessible_name);
    made->Bind(wxEVT_BUTTON, [this, by](wxCommandEvent&) { step(by); });
    return made;
}

void PartBar::step(int by)
{
    const auto wanted = static_cast<std::ptrdiff_t>(text_.part()) + by;
    if (wanted >= 0) text_.show_part(static_cast<std::size_t>(wanted));
    text_.SetFocus();
}

void PartBar::follow(int first_paragraph, int last_paragraph)
{
    const auto count = text_.parts().size();
    Show(count > 1);
    if (count == 1) return;
    which_->SetLabel(shown(say("Part {} of {}, paragraphs {} to {}", text_.part() + 1, count,
                               utf8(grouped(first_paragraph)), utf8(grouped(last_paragraph)))));
    before_->Enable(text_.part() > 0);
    after_->Enable(text_.part() + 1 < count);
    Layout();
}

wxString PartBar::label() const
{
    return which_->GetLabel();
}

}
