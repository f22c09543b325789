#include "memo_view.h"
#include "back_link_list.h"
#include "coding/object_ref.h"
#include "context_menu.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "look.h"
#include "object_choices.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "spell_marks.h"
#include "workbench/tr.h"
#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

}

MemoView::MemoView(wxWindow* parent, Session& session, coding::MemoId memo)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      session_(session),
      memo_(memo),
      pause_(this)
{
    SetBackgroundColour(look::paper());
    title_ = new wxTextCtrl(this, wxID_ANY);
    title_->SetFont(look::interface(1.15, true));
    add_style_class(title_, "quipu-entry");
    set_accessible_name(title_, shown(tr("Title of the memo")));
    wxArrayString kinds;
    for (const auto kind : coding::memo_kinds) kinds.Add(memo_kind_name(kind));
    kind_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, kinds);
    set_accessible_name(kind_, shown(tr("Kind of memo")));
    about_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetForegroundColour(look::faint());
    text_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_RICH2 | wxBORDER_NONE);
    text_->SetFont(look::reading(12));
    set_accessible_name(text_, shown(tr("Text of the memo")));
    add_style_class(text_, "quipu-paper");

    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(title_, wxSizerFlags(1).CenterVertical());
    head->Add(kind_, wxSizerFlags().CenterVertical().Border(wxLEFT, 8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(make_target_line(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 12));
    column->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP | wxBOTTOM, 12));
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(text_, wxSizerFlags(1).Expand().Border(wxALL, 16));
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(new BackLinkList(this, session_, memo_.value), wxSizerFlags().Expand());
    SetSizer(column);

    for (auto* field : {title_, text_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(writing_pause_ms); });
        field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            save();
            event.Skip();
        });
    }
    spelling_ = std::make_unique<SpellMarks>(*text_);
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { save(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { read(); });
    read();
}

MemoView::~MemoView()
{
    pause_.Stop();
    changed_.reset();
    save();
}

void MemoView::SetFocus()
{
    text_->SetFocus();
}

wxSizer* MemoView::make_target_line()
{
    auto* label = new wxStaticText(this, wxID_ANY, shown(tr("On")));
    label->SetForegroundColour(look::faint());
    hang_ = tool_button(this, shown(tr("Hang it on...")), [this] { ask_target(); });
    line_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    line_->Add(label, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    line_->Add(hang_, wxSizerFlags().CenterVertical());
    return line_;
}

// What stands in the project goes into the fields, but never over what is being written.
void MemoView::read()
{
    const auto found = coding::memo(session_.reading(), memo_);
    if (!found || pause_.IsRunning()) return;
    if (utf8(title_->GetValue()) != found->title) title_->ChangeValue(shown(found->title));
    if (utf8(text_->GetValue()) != found->text) {
        text_->ChangeValue(shown(found->text));
        spelling_->look();
    }
    const auto kind = std::find(coding::memo_kinds.begin(), coding::memo_kinds.end(), found->kind);
    kind_->SetSelection(static_cast<int>(kind - coding::memo_kinds.begin()));
    show_targets(found->on);
    about_->SetLabel(shown(say("{}, {}", found->coder, found->at.substr(0, 10))));
}

void MemoView::show_targets(const std::vector<std::int64_t>& on)
{
    std::vector<wxString> labels;
    for (const auto object : on) {
        const auto kind = workbench::kind_of(session_.reading(), object);
        labels.push_back((kind ? object_kind_name(*kind) + ": " : wxString()) +
                         one_line(coding::title_of(session_.reading(), object), 40));
    }
    const auto same = [&] {
        if (on != on_ || labels.size() != targets_.size()) return false;
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (targets_[i]->GetLabel() != labels[i]) return false;
        return true;
    };
    if (same()) return;
    on_ = on;
    for (auto* button : std::exchange(targets_, {})) {
        line_->Detach(button);
        button->Hide();
        CallAfter([button] { button->Destroy(); }); // it may be the one that speaks
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto* button = tool_button(this, labels[i], [this, i] {
            if (i < on_.size()) target_menu(on_[i], *targets_[i]);
        });
        line_->Insert(1 + i, button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 6));
        button->MoveBeforeInTabOrder(hang_);
        targets_.push_back(button);
    }
    Layout();
}

void MemoView::target_menu(std::int64_t object, wxButton& button)
{
    ContextMenu menu;
    menu.add(shown(tr("Open")), [this, object] { session_.open_object(object); });
    menu.add(shown(tr("Take it away from here")), [this, object] { take_away(object); });
    menu.ask(button);
}

void MemoView::set_targets(const std::vector<std::int64_t>& on)
{
    save();
    run(this, [&] { return coding::set_memo(session_.project(), memo_, {.on = on}); });
}

void MemoView::take_away(std::int64_t object)
{
    auto on = on_;
    std::erase(on, object);
    set_targets(on);
}

void MemoView::ask_target()
{
    std::set<std::int64_t> without(on_.begin(), on_.end());
    without.insert(memo_.value);
    Question question{.title = tr("What is the memo about?"), .choices = object_choices(session_, without), .done = {}};
    question.done = [this](const Chosen& chosen) {
        auto on = on_;
        on.push_back(chosen.ids.front());
        set_targets(on);
    };
    Chooser::ask(this, std::move(question));
}

void MemoView::save()
{
    pause_.Stop();
    if (session_.reading().read_only()) return;
    const auto found = coding::memo(session_.reading(), memo_);
    if (!found) return;
    coding::MemoSettings settings;
    const auto title = utf8(title_->GetValue()), text = utf8(text_->GetValue());
    if (title != found->title && !title.empty()) settings.title = title;
    if (text != found->text) settings.text = text;
    const auto kind = kind_->GetSelection();
    if (kind >= 0 && coding::memo_kinds[static_cast<std::size_t>(kind)] != found->kind)
        settings.kind = std::string(coding::memo_kinds[static_cast<std::size_t>(kind)]);
    if (!settings.title && !settings.text && !settings.kind) return;
    run(this, [&] { return coding::set_memo(session_.project(), memo_, settings); });
}

}
