#include "find_bar.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::tr;

FindBar::FindBar(wxWindow* parent, std::function<const std::string&()> text, std::function<void(const Found&)> show)
    : wxPanel(parent), text_(std::move(text)), show_(std::move(show))
{
    SetBackgroundColour(look::panel());
    wanted_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(260, -1), wxTE_PROCESS_ENTER);
    wanted_->SetHint(shown(tr("find in this document")));
    set_accessible_name(wanted_, shown(tr("Find in this document")));
    add_style_class(wanted_, "quipu-entry");
    count_ = new wxStaticText(this, wxID_ANY, wxString());
    count_->SetForegroundColour(look::faint());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(wanted_, wxSizerFlags().Border(wxALL, 4).CenterVertical());
    const auto button = [&](const wxString& label, const wxString& name, const std::function<void()>& act) {
        auto* made = new wxButton(this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        add_style_class(made, "quipu-flat");
        set_accessible_name(made, name);
        made->SetToolTip(name);
        made->Bind(wxEVT_BUTTON, [act](wxCommandEvent&) { act(); });
        line->Add(made, wxSizerFlags().CenterVertical());
    };
    button(wxString(wxUniChar(0x2191)), shown(tr("Previous place")), [this] { step(-1); });
    button(wxString(wxUniChar(0x2193)), shown(tr("Next place")), [this] { step(1); });
    line->Add(count_, wxSizerFlags(1).Border(wxLEFT, 8).CenterVertical());
    button(wxString(wxUniChar(0x00D7)), shown(tr("Close")), [this] { close(); });
    SetSizer(line);
    Hide();

    wanted_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search(); });
    wanted_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { step(wxGetKeyState(WXK_SHIFT) ? -1 : 1); });
    wanted_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            close();
        else
            event.Skip();
    });
}

void FindBar::open(const wxString& wanted)
{
    Show();
    GetParent()->Layout();
    if (!wanted.empty()) wanted_->ChangeValue(wanted);
    wanted_->SetFocus();
    wanted_->SelectAll();
    search();
}

void FindBar::close()
{
    if (!IsShown()) return;
    found_ = {};
    folded_.reset();
    show_(found_);
    Hide();
    GetParent()->Layout();
    GetParent()->SetFocus();
}

void FindBar::search()
{
    found_ = {folded().occurrences(utf8(wanted_->GetValue())), 0};
    tell();
}

const FoldedText& FindBar::folded()
{
    const auto hash = std::hash<std::string>()(text_());
    if (!folded_ || hash != folded_of_) folded_.emplace(text_());
    folded_of_ = hash;
    return *folded_;
}

void FindBar::step(int by)
{
    if (found_.all.empty()) return;
    const auto count = static_cast<int>(found_.all.size());
    found_.current = static_cast<std::size_t>((static_cast<int>(found_.current) + by + count) % count);
    tell();
}

void FindBar::tell()
{
    if (wanted_->IsEmpty())
        count_->SetLabel(wxString());
    else if (found_.all.empty())
        count_->SetLabel(shown(tr("Not in this document")));
    else
        count_->SetLabel(shown(say("{} of {}", found_.current + 1, found_.all.size())));
    Layout();
    show_(found_);
}

}
