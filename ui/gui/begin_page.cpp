#include "begin_page.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::tr;

BeginPage::BeginPage(wxWindow* parent, Session& session, const std::function<void(Action)>& act,
                     std::function<void()> close)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL)
{
    constexpr int measure = 390; // what a small screen leaves for the middle
    SetBackgroundColour(look::paper());
    auto* title = new wxStaticText(this, wxID_ANY, shown(tr("Begin with your interviews")));
    title->SetFont(look::reading(20));
    title->SetForegroundColour(look::ink());
    auto* words = new wxStaticText(
        this, wxID_ANY,
        shown(tr("Drop files on this window, or choose them: Word, OpenDocument, PDF, plain text, subtitles. You see "
                 "speakers and turns before anything is written; the files stay as they are.")));
    words->SetForegroundColour(look::faint());
    words->Wrap(measure);
    auto* ways = new wxBoxSizer(wxVERTICAL);
    for (const auto action : {Action::import_documents, Action::import_folder, Action::paste_document}) {
        buttons_.push_back(tool_button(this, shown(name_of(info_of(action)) + "..."), [act, action] { act(action); }));
        buttons_.back()->SetToolTip(shown(tr(info_of(action).help)) + " (" + info_of(action).keys + ")");
        ways->Add(buttons_.back(), wxSizerFlags().Expand().Border(wxBOTTOM, 8));
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddStretchSpacer(2);
    for (auto* text : {title, words}) column->Add(text, wxSizerFlags().Border(wxBOTTOM, 12));
    column->Add(ways);
    column->AddStretchSpacer(3);
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    middle->AddStretchSpacer(1);
    middle->Add(column, wxSizerFlags().Expand().Border(wxALL, 24));
    middle->AddStretchSpacer(1);
    SetSizer(middle);
    // Not within the signal that this page hears.
    changed_ = session.changed.listen([this, &session, close = std::move(close)](const workbench::ChangeSet&) {
        if (!session.documents().empty()) CallAfter(close);
    });
}

void BeginPage::SetFocus()
{
    first_button().SetFocus();
}

}
