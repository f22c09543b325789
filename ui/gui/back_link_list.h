#pragma once
#include "coding/back_links.h"
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

namespace gui
{

class SectionHead;

/// What points at an object, as a list; a double click or Enter goes there. Not there while nothing does.
class BackLinkList : public wxPanel
{
 public:
    BackLinkList(wxWindow* parent, Session& session, std::int64_t object);
    wxDataViewListCtrl& list() { return *list_; }
    const std::vector<coding::BackLink>& links() const { return links_; }

 private:
    void refill();
    Session& session_;
    std::int64_t object_;
    SectionHead* head_;
    wxDataViewListCtrl* list_;
    std::vector<coding::BackLink> links_;
    Ear changed_;
};

}
