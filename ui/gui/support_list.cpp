#include "support_list.h"
#include "gtk_widgets.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/sizer.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;

SupportList::SupportList(wxWindow* parent, const wxString& name, std::string add, Offer offer)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      add_(std::move(add)),
      offer_(std::move(offer))
{
    list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, wxSize(-1, 84));
    set_accessible_name(this, name);
    set_accessible_name(list_, name);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(list_, wxSizerFlags(1).Expand());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    const auto button = [&](const wxString& label, const wxString& said, std::function<void()> act) {
        auto* made = tool_button(this, label, std::move(act));
        set_accessible_name(made, said);
        made->SetToolTip(said);
        line->Add(made, wxSizerFlags().Border(wxRIGHT, 4));
    };
    button(shown(add_), shown(add_), [this] { ask(); });
    button(shown(tr("Take out")), shown(tr("Take out")) + " (Del)", [this] { remove(); });
    button(wxString(wxUniChar(0x2191)), shown(tr("Move up")) + " (Ctrl+Up)", [this] { move(-1); });
    button(wxString(wxUniChar(0x2193)), shown(tr("Move down")) + " (Ctrl+Down)", [this] { move(1); });
    column->Add(line, wxSizerFlags().Border(wxTOP, 4));
    SetSizer(column);
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE)
            remove();
        else if (event.ControlDown() && event.GetKeyCode() == WXK_UP)
            move(-1);
        else if (event.ControlDown() && event.GetKeyCode() == WXK_DOWN)
            move(1);
        else
            event.Skip();
    });
}

void SupportList::fill(int select)
{
    wxArrayString names;
    for (const auto& choice : chosen_) names.Add(one_line(choice.name, 90));
    list_->Set(names);
    const int last = static_cast<int>(chosen_.size()) - 1;
    if (last >= 0) list_->SetSelection(std::clamp(select, 0, last));
}

void SupportList::choose(std::vector<Choice> choices)
{
    chosen_ = std::move(choices);
    fill(0);
}

void SupportList::ask()
{
    std::set<std::int64_t> without;
    for (const auto& choice : chosen_) without.insert(choice.id);
    Question question;
    question.title = add_;
    question.choices = offer_(without);
    question.many = true;
    question.verb = [](std::int64_t count) { return say_n("Add {}", "Add {}", count, count); };
    question.done = [this, offered = question.choices](const Chosen& taken) {
        for (const auto& choice : offered)
            if (std::ranges::find(taken.ids, choice.id) != taken.ids.end()) chosen_.push_back(choice);
        fill(static_cast<int>(chosen_.size()) - 1);
        list_->SetFocus();
    };
    Chooser::ask(this, std::move(question));
}

void SupportList::remove()
{
    const int at = list_->GetSelection();
    if (at == wxNOT_FOUND) return;
    chosen_.erase(chosen_.begin() + at);
    fill(at);
}

void SupportList::move(int by)
{
    const int at = list_->GetSelection(), to = at + by;
    if (at == wxNOT_FOUND || to < 0 || to >= static_cast<int>(chosen_.size())) return;
    std::swap(chosen_[static_cast<std::size_t>(at)], chosen_[static_cast<std::size_t>(to)]);
    fill(to);
}

}
