#include "empty_note.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

EmptyNote::EmptyNote(wxWindow* parent) : wxPanel(parent)
{
    m_container.DisableSelfFocus(); // without its button there is nothing here to stop at
    SetBackgroundColour(parent->GetBackgroundColour());
    text_ = new wxStaticText(this, wxID_ANY, wxString());
    text_->SetForegroundColour(look::faint());
    button_ = tool_button(this, wxString(), [this] {
        if (act_) act_();
    });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(text_, wxSizerFlags().Expand());
    column->Add(button_, wxSizerFlags().Border(wxTOP, 8));
    SetSizer(column);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        wrap();
        event.Skip();
    });
}

void EmptyNote::say(const wxString& sentence, const wxString& label, std::function<void()> act)
{
    act_ = std::move(act);
    if (sentence != sentence_ || label != button_->GetLabel()) {
        sentence_ = sentence;
        wrapped_ = 0;
        button_->SetLabel(label);
        fit_button(*button_, label);
        set_accessible_name(button_, label);
        button_->Show(!label.empty());
        wrap();
    }
}

void EmptyNote::wrap()
{
    const int width = GetClientSize().x;
    if (width < 60 || width == wrapped_) return;
    wrapped_ = width;
    text_->SetLabel(sentence_);
    text_->Wrap(width);
    InvalidateBestSize();
    Layout();
    // The line it stands in learns of its height with the next event; doing it here would begin anew without end.
    CallAfter([this] {
        SetMinSize(wxSize(-1, GetSizer()->GetMinSize().y));
        GetParent()->Layout();
    });
}

}
