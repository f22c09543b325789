#pragma once
#include "session.h"
#include <wx/notebook.h>

namespace gui
{

class DocumentView;

/// The key of the page of an object; its tab is called after the object, always.
std::string key_of_object(std::int64_t id);

/// The middle: a notebook whose tabs are documents, memos, networks, tables and results. Each thing opens once.
class WorkBook : public wxNotebook
{
 public:
    WorkBook(wxWindow* parent, Session& session);

    DocumentView* document_view();                               ///< that in front; null when there is none
    DocumentView* document_view(workbench::DocumentId document); ///< that of the document; null when not open
    DocumentView& show_document(const Place& place);
    void close_tab();
    void turn(int by);
    void set_points(int points);

    /// Puts a page in front under a title; a page of the same `key` is replaced when `replace`, else only shown.
    /// `make` is called for a new page only.
    wxWindow& show_page(const std::string& key, const wxString& title, const std::function<wxWindow*(wxWindow*)>& make,
                        bool replace = false);
    wxWindow* page_of(const std::string& key);
    void close_page(const std::string& key);                       ///< nothing when there is none
    const std::vector<std::string>& keys() const { return keys_; } ///< of the pages, in their order

    Signal<wxWindow&> page_made; ///< tells of each new page

 private:
    void close(std::size_t at);
    void follow_project();
    void name_tab(std::size_t at);
    void look();

    Session& session_;
    std::vector<std::string> keys_; ///< of each page
    Ear changed_, go_to_;
};

}
