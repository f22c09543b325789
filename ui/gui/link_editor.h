#pragma once
#include "coding/link.h"
#include "session.h"
#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxStaticText;
class wxTextCtrl;
class wxDataViewListCtrl;

namespace gui
{

class ChoicePalette;

/// One link: what it joins, its relation, why it holds, and the quotations that show it. What is written is saved after
/// a pause, and when one leaves.
class LinkEditor : public wxPanel
{
 public:
    /// `palette` is laid over the page that this belongs to.
    LinkEditor(wxWindow* parent, Session& session, ChoicePalette& palette);
    ~LinkEditor() override;

    /// Nothing: hides itself.
    void show(std::optional<coding::LinkId> link);
    std::optional<coding::LinkId> link() const { return link_; }
    void read();
    void save();
    void ask_relation();
    void ask_quotation();
    void reverse();
    void remove();
    void remove_quotation();

    wxTextCtrl& comment() { return *comment_; }
    wxDataViewListCtrl& quotations() { return *quotations_; }

 private:
    wxPoint below(wxWindow& window) const; ///< in the page, for the palette
    void add_buttons(wxSizer& column);
    void fill_quotations(const coding::Link& link);
    void set_quotations(std::vector<coding::QuotationId> quotations);

    Session& session_;
    ChoicePalette& palette_;
    std::optional<coding::LinkId> link_;
    wxStaticText* about_;
    wxButton* relation_;
    wxTextCtrl* comment_;
    wxDataViewListCtrl* quotations_;
    wxTimer pause_;
    bool written_ = false; ///< something that is not saved yet
};

}
