#include "document_sheet.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "language_name.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/choice.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;

DocumentSheet::DocumentSheet(wxWindow* parent, Session& session, std::vector<workbench::DocumentId> documents)
    : FormDialog(parent, "document", wxString(), wxSize(440, 430)), session_(session), documents_(std::move(documents))
{
    name_ = new wxTextCtrl(place(), wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    wxArrayString kinds;
    for (const auto kind : workbench::document_kinds) kinds.Add(kind_name(kind));
    kind_ = new wxChoice(place(), wxID_ANY, wxDefaultPosition, wxDefaultSize, kinds);
    language_ = new wxChoice(place(), wxID_ANY);
    comment_ = new wxTextCtrl(place(), wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, 90), wxTE_MULTILINE);
    set_margins(*comment_);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    fill();
    ask(tr("Name"), name_);
    ask(tr("Kind"), kind_);
    ask(tr("Language"), language_);
    ask(tr("Comment"), comment_, 1);
    finish(shown(tr("Save")), documents_.size() == 1 ? static_cast<wxWindow*>(name_) : kind_);
    if (documents_.size() == 1) name_->SelectAll();
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
}

// One change: name and the rest go together, and what is wrong stands below the name.
bool DocumentSheet::carry_out()
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
    const auto done = workbench::set_documents(session_.project(), documents_, settings);
    return done ? true : complain(name_, done.error());
}

wxString DocumentSheet::problem() const
{
    return shown(said_of(*name_));
}

void ask_document_sheet(wxWindow* parent, Session& session, const std::vector<workbench::DocumentId>& documents)
{
    DocumentSheet sheet(parent, session, documents);
    sheet.ShowModal();
}

}
