#pragma once
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

class SectionHead;

/// The documents, grouped by kind, with the number of quotations in each. A click shows one.
class DocumentPanel : public wxPanel
{
 public:
    DocumentPanel(wxWindow* parent, Session& session);
    wxDataViewCtrl& tree() { return *tree_; }
    /// Its row; nothing for an unknown document.
    wxDataViewItem item_of(workbench::DocumentId document) const;
    void rename_document();

 private:
    class Model;
    void refill();
    void menu(const wxDataViewItem& item);
    void open(const wxDataViewItem& item);
    void delete_document(workbench::DocumentId document);
    void set_kind(workbench::DocumentId document);

    Session& session_;
    SectionHead* head_;
    wxStaticText* empty_;
    wxDataViewCtrl* tree_;
    wxObjectDataPtr<Model> model_;
    bool following_ = false; ///< the choice follows the tab, not the user
    Ear changed_, looked_;
};

}
