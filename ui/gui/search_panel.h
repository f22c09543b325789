#pragma once
#include "found_passages.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

/// What a search of the whole project found, below the text: the passages with the words set in bold. A click shows
/// the place in its document, with the words highlighted.
class SearchPanel : public wxPanel
{
 public:
    /// `leave` is called when the user closes the panel.
    SearchPanel(wxWindow* parent, Session& session, std::function<void()> leave);

    /// Searches and lists; false when the query cannot be read, which is said.
    bool search(const std::string& query);
    const FoundPassages& found() const { return found_; }
    wxDataViewListCtrl& list() { return *list_; }

 private:
    void fill();
    void open(int row);
    Session& session_;
    wxStaticText *title_, *count_;
    wxDataViewListCtrl* list_;
    std::string query_;
    FoundPassages found_;
    Ear changed_;
};

}
