#include "memo_view.h"
#include "coding/object_ref.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr int pause_ms = 1200;

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
    column->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(text_, wxSizerFlags(1).Expand().Border(wxALL, 16));
    SetSizer(column);

    for (auto* field : {title_, text_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(pause_ms); });
        field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            save();
            event.Skip();
        });
    }
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

// What stands in the project goes into the fields, but never over what is being written.
void MemoView::read()
{
    const auto found = coding::memo(session_.reading(), memo_);
    gone_ = !found;
    if (gone_ || pause_.IsRunning()) return;
    if (utf8(title_->GetValue()) != found->title) title_->ChangeValue(shown(found->title));
    if (utf8(text_->GetValue()) != found->text) text_->ChangeValue(shown(found->text));
    const auto kind = std::find(coding::memo_kinds.begin(), coding::memo_kinds.end(), found->kind);
    kind_->SetSelection(static_cast<int>(kind - coding::memo_kinds.begin()));
    std::string on;
    for (const auto object : found->on) on += (on.empty() ? "" : ", ") + coding::title_of(session_.reading(), object);
    about_->SetLabel(shown(on.empty() ? say("{}, {}", found->coder, found->at.substr(0, 10))
                                      : say("on {}; {}, {}", on, found->coder, found->at.substr(0, 10))));
}

void MemoView::save()
{
    pause_.Stop();
    if (gone_ || session_.reading().read_only()) return;
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
