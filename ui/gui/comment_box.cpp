#include "comment_box.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr int box_width = 320, box_height = 170;

}

CommentBox::CommentBox(wxWindow* parent, Session& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxSize(box_width, box_height), wxBORDER_NONE | wxTAB_TRAVERSAL),
      session_(session),
      pause_(this)
{
    SetBackgroundColour(look::panel());
    set_accessible_name(this, shown(tr("Comment on the quotation")));
    head_ = new wxStaticText(this, wxID_ANY, wxString());
    head_->SetFont(look::interface(0.92, true));
    text_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_RICH2 | wxBORDER_NONE);
    set_accessible_name(text_, shown(tr("Comment on the quotation")));
    add_style_class(text_, "quipu-paper");
    auto* keys = new wxStaticText(this, wxID_ANY, shown(tr("Saved by itself; Escape closes")));
    keys->SetForegroundColour(look::faint());
    keys->SetFont(look::interface(0.88));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Border(wxALL, 8));
    column->Add(text_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 8));
    column->Add(keys, wxSizerFlags().Border(wxALL, 8));
    SetSizer(column);
    outline(*this);
    Hide();

    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(writing_pause_ms); });
    text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE) {
            event.Skip();
            return;
        }
        close();
        GetParent()->SetFocus();
    });
    text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (!IsDescendant(FindFocus())) close();
        });
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { read(); });
}

CommentBox::~CommentBox()
{
    pause_.Stop();
    changed_.reset();
    save();
}

void CommentBox::open(coding::QuotationId quotation, wxPoint at)
{
    save(); // of the one before
    quotation_ = quotation;
    read();
    if (!quotation_) return;
    const auto room = GetParent()->GetClientSize();
    SetSize(std::clamp(at.x, 4, std::max(4, room.x - box_width - 4)),
            std::clamp(at.y, 4, std::max(4, room.y - box_height - 4)), box_width, box_height);
    Show();
    Raise();
    Layout();
    text_->SetFocus();
    text_->SetInsertionPointEnd();
}

void CommentBox::close()
{
    if (!IsShown()) return;
    save();
    quotation_.reset();
    Hide();
}

// What stands in the project goes into the field, but never over what is being written.
void CommentBox::read()
{
    if (!quotation_ || pause_.IsRunning()) return;
    const auto found = coding::quotation(session_.reading(), *quotation_);
    if (!found) {
        quotation_.reset();
        Hide();
        return;
    }
    head_->SetLabel(shown(say("Comment on {}", found->label())));
    const auto comment = shown(found->comment.value_or(""));
    if (text_->GetValue() != comment) text_->ChangeValue(comment);
}

void CommentBox::save()
{
    pause_.Stop();
    if (!quotation_ || session_.reading().read_only()) return;
    const auto found = coding::quotation(session_.reading(), *quotation_);
    const auto written = utf8(text_->GetValue());
    if (!found || found->comment.value_or("") == written) return;
    run(this, [&] { return coding::set_quotation(session_.project(), found->id, {.name = {}, .comment = written}); });
}

}
