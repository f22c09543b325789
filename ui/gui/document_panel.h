#pragma once
#include "document_model.h"
#include <wx/panel.h>

class wxStaticText;
class wxTextCtrl;

namespace gui
{

class SectionHead;

/// The documents, grouped by kind, with what is counted in each. A click shows one; several may be chosen.
class DocumentPanel : public wxPanel
{
 public:
    DocumentPanel(wxWindow* parent, Session& session);
    wxDataViewCtrl& tree() { return *tree_; }
    wxTextCtrl& filter() { return *filter_; }
    DocumentModel& model() { return *model_; }
    /// Its row; nothing for an unknown document.
    wxDataViewItem item_of(workbench::DocumentId document) const { return model_->item_of(document); }

    /// The chosen documents; without a choice the one that is looked at.
    std::vector<workbench::DocumentId> chosen() const;
    void choose(const std::vector<workbench::DocumentId>& documents);
    void rename_document();
    /// Deletes what is chosen; says what went with it and offers to bring it back.
    void delete_documents();
    /// Name, kind, language and comment, in a sheet.
    void change_documents();

    /// Columns beside the name: "language words codings quotations", any of them.
    void show_columns(const std::string& words);
    void set_order(DocumentOrder order);

 private:
    void lay_out();
    void listen();
    void refill();
    void fit();
    void menu();
    void view_menu();
    void follow_looked();
    void set_kind(const std::string& kind);

    Session& session_;
    SectionHead* head_;
    wxStaticText* empty_;
    wxTextCtrl* filter_;
    wxWindow* view_;
    wxDataViewCtrl* tree_;
    wxObjectDataPtr<DocumentModel> model_;
    bool following_ = false; ///< the choice follows the tab, not the user
    Ear changed_, looked_;
};

}
