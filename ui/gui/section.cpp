#include "section.h"
#include "gtk_widgets.h"
#include "look.h"
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

SectionHead::SectionHead(wxWindow* parent, const wxString& title) : wxPanel(parent)
{
    SetBackgroundColour(look::panel());
    auto* name = new wxStaticText(this, wxID_ANY, title.Upper());
    name->SetFont(look::interface(0.86, true));
    name->SetForegroundColour(look::faint());
    note_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxALIGN_RIGHT | wxST_ELLIPSIZE_MIDDLE);
    note_->SetFont(look::interface(0.86, true));
    note_->SetForegroundColour(look::faint());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(name, wxSizerFlags().CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, 8));
    line->Add(note_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, 12));
    SetSizer(line);
}

void SectionHead::set_note(const wxString& note)
{
    if (note_->GetLabel() == note) return;
    note_->SetLabel(note);
    Layout();
}

wxString SectionHead::note() const
{
    return note_->GetLabel();
}

wxWindow* hairline(wxWindow* parent)
{
    auto* line = new wxPanel(parent, wxID_ANY, wxDefaultPosition, wxSize(1, 1));
    line->SetBackgroundColour(look::hairline());
    line->SetMinSize(wxSize(1, 1));
    return line;
}

}
