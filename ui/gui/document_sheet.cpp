#include "document_sheet.h"
#include "dialog_buttons.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "language_name.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;

DocumentSheet::DocumentSheet(wxWindow* parent, Session& session, std::vector<workbench::DocumentId> documents)
    : wxDialog(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      session_(session),
      documents_(std::move(documents))
{
    auto* grid = new wxFlexGridSizer(2, wxSize(12, 8));
    grid->AddGrowableCol(1);
    const auto ask = [&](const char* question, wxWindow* answer) {
        grid->Add(new wxStaticText(this, wxID_ANY, shown(question)), wxSizerFlags().Top().Border(wxTOP, 5));
        grid->Add(answer, wxSizerFlags().Expand());
        set_accessible_name(answer, shown(question));
    };
    name_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(360, -1), wxTE_PROCESS_ENTER);
    ask(tr("Name"), name_);
    problem_ = new wxStaticText(this, wxID_ANY, wxString());
    problem_->SetForegroundColour(look::warning());
    grid->AddSpacer(0);
    grid->Add(problem_, wxSizerFlags().Expand());
    wxArrayString kinds;
    for (const auto kind : workbench::document_kinds) kinds.Add(kind_name(kind));
    kind_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, kinds);
    ask(tr("Kind"), kind_);
    language_ = new wxChoice(this, wxID_ANY);
    ask(tr("Language"), language_);
    comment_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(360, 110), wxTE_MULTILINE);
    set_margins(*comment_);
    ask(tr("Comment"), comment_);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 16));
    column->Add(dialog_buttons(*this, shown(tr("Save"))), wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizerAndFit(column);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { save(); }, wxID_OK);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save(); });
    fill();
    CentreOnParent();
}

// Several documents have no name in common; where their kinds differ none is chosen.
void DocumentSheet::fill()
{
    const auto count = static_cast<long long>(documents_.size());
    const auto* first = session_.document(documents_.front());
    if (!first) return;
    SetTitle(count == 1 ? shown(first->name) : shown(say_n("{} document", "{} documents", count, count)));
    for (const auto code : document_languages()) languages_.emplace_back(code);
    bool one_kind = true, one_language = true;
    for (const auto id : documents_) {
        const auto* document = session_.document(id);
        one_kind = one_kind && document && document->kind == first->kind;
        one_language = one_language && document && document->language == first->language;
    }
    if (std::find(languages_.begin(), languages_.end(), first->language) == languages_.end())
        languages_.push_back(first->language);
    for (const auto& code : languages_) language_->Append(language_name(code));
    const auto at = [](const auto& list, const std::string& word) {
        return static_cast<int>(std::find(std::begin(list), std::end(list), word) - std::begin(list));
    };
    if (one_kind) kind_->SetSelection(at(workbench::document_kinds, first->kind));
    if (one_language) language_->SetSelection(at(languages_, first->language));
    name_->Enable(count == 1);
    comment_->Enable(count == 1);
    if (count > 1) return;
    name_->ChangeValue(shown(first->name));
    comment_->ChangeValue(shown(first->comment.value_or("")));
    name_->SetFocus();
    name_->SelectAll();
}

// One change: name and the rest go together, and what is wrong stands below the name.
void DocumentSheet::save()
{
    workbench::DocumentSettings settings;
    if (kind_->GetSelection() != wxNOT_FOUND)
        settings.kind = workbench::document_kinds[static_cast<std::size_t>(kind_->GetSelection())];
    if (language_->GetSelection() != wxNOT_FOUND)
        settings.language = languages_[static_cast<std::size_t>(language_->GetSelection())];
    if (documents_.size() == 1) {
        settings.name = utf8(name_->GetValue().Strip(wxString::both));
        settings.comment = utf8(comment_->GetValue());
    }
    if (const auto done = workbench::set_documents(session_.project(), documents_, settings); !done) {
        problem_->SetLabel(wxString(wxUniChar(0x25B2)) + " " + shown(done.error().detail));
        GetSizer()->SetSizeHints(this);
        name_->SetFocus();
        return;
    }
    EndModal(wxID_OK);
}

wxString DocumentSheet::problem() const
{
    return problem_->GetLabel();
}

void ask_document_sheet(wxWindow* parent, Session& session, const std::vector<workbench::DocumentId>& documents)
{
    DocumentSheet sheet(parent, session, documents);
    sheet.ShowModal();
}

}
