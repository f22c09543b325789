#pragma once
#include "form_dialog.h"
#include "session.h"
#include <vector>

class wxChoice;
class wxTextCtrl;

namespace gui
{

/// What is known of documents: name and comment of one, kind and language of several. Enter saves, Escape leaves.
class DocumentSheet : public FormDialog
{
 public:
    DocumentSheet(wxWindow* parent, Session& session, std::vector<workbench::DocumentId> documents);
    wxTextCtrl& name() { return *name_; }
    wxTextCtrl& comment() { return *comment_; }
    wxChoice& kind() { return *kind_; }
    wxChoice& language() { return *language_; }
    wxString problem() const;

 private:
    void fill();
    bool carry_out() override;
    Session& session_;
    std::vector<workbench::DocumentId> documents_;
    wxTextCtrl *name_, *comment_;
    wxChoice *kind_, *language_;
    std::vector<std::string> languages_; ///< codes, as in the choice
};

void ask_document_sheet(wxWindow* parent, Session& session, const std::vector<workbench::DocumentId>& documents);

}
