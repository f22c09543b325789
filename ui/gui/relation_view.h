#pragma once
#include "coding/relation.h"
#include "session.h"
#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxDataViewListCtrl;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// The types of relation as a tab: the six that every project has, and the user's own, which can be made, changed and
/// deleted.
class RelationView : public wxPanel
{
 public:
    RelationView(wxWindow* parent, Session& session);
    void SetFocus() override;

    wxDataViewListCtrl& list() { return *list_; }
    wxTextCtrl& name() { return *name_; }
    wxTextCtrl& inverse() { return *inverse_; }
    wxChoice& kind() { return *kind_; }
    wxButton& add_button() { return *add_; }
    wxButton& change_button() { return *change_; }
    wxButton& delete_button() { return *delete_; }

 private:
    wxSizer* make_form();
    void refill();
    void show_chosen();
    const coding::RelationType* chosen() const;
    void select(coding::RelationId relation);
    void add();
    void change();
    void remove();

    Session& session_;
    std::vector<coding::RelationType> relations_;
    wxDataViewListCtrl* list_;
    wxTextCtrl *name_, *inverse_;
    wxChoice* kind_;
    wxButton *add_, *change_, *delete_;
    wxStaticText* why_;
    Ear changed_;
};

}
