#include "form_dialog.h"
#include "dialog_buttons.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

FormDialog::FormDialog(wxWindow* parent, const std::string& id, const wxString& title, wxSize size)
    : RememberedDialog(wxGetTopLevelParent(parent), id, title, size)
{
    place_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    place_->SetScrollRate(0, 8);
    column_ = new wxBoxSizer(wxVERTICAL);
    place_->SetSizer(column_);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { confirm(); }, wxID_OK);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RETURN && event.ControlDown())
            confirm();
        else
            event.Skip();
    });
}

wxWindow* FormDialog::place()
{
    return place_;
}

void FormDialog::ask(const char* question, wxWindow* answer, int share, const char* hint)
{
    auto* words = new wxStaticText(place_, wxID_ANY, shown(question));
    words->SetFont(look::interface(0.95, true));
    column_->Add(words, wxSizerFlags().Border(wxTOP, 12));
    column_->Add(answer, wxSizerFlags(share).Expand().Border(wxTOP, 4));
    if (hint) {
        auto* below = new wxStaticText(place_, wxID_ANY, shown(hint));
        below->SetForegroundColour(look::faint());
        below->SetFont(look::interface(0.88));
        column_->Add(below, wxSizerFlags().Border(wxTOP, 2));
    }
    auto* error = new wxStaticText(place_, wxID_ANY, wxString());
    error->SetForegroundColour(look::readable(look::warning(), GetBackgroundColour()));
    column_->Add(error, wxSizerFlags().Expand().Border(wxTOP, 2));
    error->Hide();
    if (accessible_name(answer).empty()) set_accessible_name(answer, shown(question));
    answers_.push_back({answer, error});
}

void FormDialog::put(wxWindow* window, int share)
{
    column_->Add(window, wxSizerFlags(share).Expand().Border(wxTOP, 12));
}

void FormDialog::finish(const wxString& verb, wxWindow* first)
{
    auto* buttons = dialog_buttons(*this, verb);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(place_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 16));
    all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizer(all);
    column_->AddSpacer(8);
    // Never smaller than what is asked, but for a screen that is smaller still.
    const auto room = wxGetTopLevelParent(GetParent())->GetSize();
    const int wanted = column_->GetMinSize().y + buttons->GetMinSize().y + 90;
    SetSize(wxSize(GetSize().x, std::min(std::max(GetSize().y, wanted), std::max(400, room.y - 40))));
    CentreOnParent();
    first->SetFocus();
}

std::string FormDialog::said_of(const wxWindow& answer) const
{
    for (const auto& one : answers_)
        if (one.window == &answer && one.error->IsShown()) return utf8(one.error->GetLabel());
    return {};
}

bool FormDialog::complain(wxWindow* answer, const std::string& why)
{
    const auto found = std::ranges::find(answers_, answer, &Answer::window);
    if (found == answers_.end()) return why.empty();
    const auto sentence = why.empty() ? wxString() : wxString(wxUniChar(0x25B2)) + " " + shown(why);
    if (found->error->GetLabel() != sentence || found->error->IsShown() == why.empty()) {
        found->error->SetLabel(sentence);
        found->error->Wrap(std::max(200, place_->GetClientSize().x - 8));
        found->error->Show(!why.empty());
        set_accessible_name(found->error, sentence);
        place_->FitInside();
        place_->Layout();
    }
    if (!why.empty()) answer->SetFocus();
    return why.empty();
}

bool FormDialog::complain(wxWindow* answer, const workbench::Error& error)
{
    return complain(answer, error.hint.empty() ? error.detail : error.detail + " " + error.hint);
}

void FormDialog::confirm()
{
    for (const auto& one : answers_) complain(one.window, std::string());
    if (carry_out()) EndModal(wxID_OK);
}

}
