#pragma once
#include "session.h"
#include <wx/panel.h>

class wxDataViewListCtrl;

namespace gui
{

/// What a search panel shows before anything is typed: the saved searches, and what a query can look like.
class SearchStart : public wxPanel
{
 public:
    /// `choose` is given the query that was chosen by Enter or a double click.
    SearchStart(wxWindow* parent, Session& session, const std::function<void(const std::string&)>& choose);
    void fill();
    wxDataViewListCtrl& list() { return *list_; }
    const std::vector<std::string>& queries() const { return queries_; }

 private:
    void add(const wxString& name, const std::string& query, const wxString& about);
    void remove(int row);
    Session& session_;
    wxDataViewListCtrl* list_;
    std::vector<std::string> queries_;
    std::vector<std::int64_t> saved_; ///< ids of the first rows
};

}
