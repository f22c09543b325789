#pragma once
#include "coding/coding.h"
#include "session.h"
#include <wx/panel.h>

class wxButton;
class wxDataViewListCtrl;
class wxStaticText;
class wxSizer;

namespace gui
{

/// A place that waits to be accepted or rejected.
struct Proposal {
    coding::Passage place;
    std::string where;                  ///< "DMPP5 ¶ 12"
    std::vector<workbench::Span> marks; ///< in the document
    std::string text;
    std::string because; ///< the words that made it; empty where the search says it
    bool accepted = true;
};

/// What a search, or a suggestion, would code: each place is accepted or rejected, and what is accepted is coded as
/// one change. Space turns the choice of a row, Enter opens its place.
class ReviewList : public wxPanel
{
 public:
    struct Acts {
        std::function<void(const std::vector<coding::Passage>&)> code;
        std::function<void()> leave;
    };
    ReviewList(wxWindow* parent, Session& session, Acts acts);

    /// `because` is the head of the third column; empty hides it.
    void show(const wxString& title, std::vector<Proposal> proposals, const wxString& because);
    const std::vector<Proposal>& proposals() const { return proposals_; }
    wxDataViewListCtrl& list() { return *list_; }
    wxButton& code_button() { return *code_; }
    void accept_all(bool accepted);
    /// Where further choices of the owner go: the line of buttons.
    wxSizer& head() { return *head_; }

 private:
    void toggle(int row);
    void tell_count();
    void open(int row);
    std::vector<coding::Passage> accepted() const;

    Session& session_;
    Acts acts_;
    std::vector<Proposal> proposals_;
    wxStaticText *title_, *count_;
    wxSizer* head_;
    wxDataViewListCtrl* list_;
    wxButton* code_;
};

}
