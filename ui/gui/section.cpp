#include "section.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

SectionHead::SectionHead(wxWindow* parent, const wxString& title) : wxPanel(parent)
{
    m_container.DisableSelfFocus(); // a head without buttons is nothing to stop at
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

wxButton& SectionHead::add_button(const wxString& label, const wxString& name, std::function<void()> act)
{
    auto* button = new wxButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(button, "quipu-flat");
    set_accessible_name(button, name);
    button->SetToolTip(name);
    button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
    GetSizer()->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 4));
    Layout();
    return *button;
}

void SectionHead::add_menu(const wxString& panel, std::function<void()> open)
{
    auto* button = new wxButton(this, wxID_ANY, wxString(wxUniChar(0x22EE)), wxDefaultPosition, wxDefaultSize,
                                wxBU_EXACTFIT | wxBORDER_NONE);
    add_style_class(button, "quipu-flat");
    button->SetMinSize(wxSize(22, 20));
    button->SetCanFocus(false); // all of it is in the menu View
    const auto name = shown(workbench::say("Place of the panel \"{}\"", utf8(panel)));
    set_accessible_name(button, name);
    button->SetToolTip(name);
    button->Bind(wxEVT_BUTTON, [open = std::move(open)](wxCommandEvent&) { open(); });
    GetSizer()->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 4));
    Layout();
}

wxButton* tool_button(wxWindow* parent, const wxString& label, std::function<void()> act)
{
    auto* button = new wxButton(parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(button, "quipu-tool");
    set_accessible_name(button, label);
    fit_button(*button, label);
    button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
    return button;
}

// The style gives buttons air that the toolkit does not count.
void fit_button(wxButton& button, const wxString& label, int more)
{
    button.SetMinSize(wxSize(std::max(34, button.GetTextExtent(label).x + air_of_button + more), 30));
}

void outline(wxWindow& panel)
{
    panel.Bind(wxEVT_PAINT, [&panel](wxPaintEvent&) {
        wxPaintDC dc(&panel);
        dc.SetPen(wxPen(look::over(look::ink(), look::paper(), 0.35)));
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        dc.DrawRectangle(panel.GetClientSize());
    });
}

wxWindow* hairline(wxWindow* parent)
{
    // A window and no panel: a panel with nothing in it would take the keyboard's focus.
    auto* line = new wxWindow(parent, wxID_ANY, wxDefaultPosition, wxSize(1, 1));
    line->SetCanFocus(false);
    line->SetBackgroundColour(look::hairline());
    line->SetMinSize(wxSize(1, 1));
    return line;
}

}
