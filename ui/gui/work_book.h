#pragma once
#include "session.h"
#include <map>
#include <wx/notebook.h>

namespace gui
{

class DocumentView;

/// The key of the page of an object; its tab is called after the object, always.
std::string key_of_object(std::int64_t id);
/// The key of the page of a document's turns.
std::string key_of_turns(workbench::DocumentId document);

/// The middle: a notebook whose tabs are documents, memos, networks, tables and results. Each thing opens once, and the
/// tab of what is deleted closes.
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
    void close_page(const std::string& key); ///< nothing when there is none
    std::vector<std::string> keys() const;   ///< of the pages, in their order

    Signal<wxWindow&> page_made; ///< tells of each new page

 private:
    std::optional<std::size_t> place_of(const std::string& key) const;
    const std::string& key_at(std::size_t at) const;
    void remove(std::size_t at);
    void close(std::size_t at);
    void follow_project();
    void name_tab(std::size_t at, std::int64_t object);
    void close_lost(const std::string& key);
    void open_found();
    void look();

    Session& session_;
    std::map<const wxWindow*, std::string> keys_; ///< of each page
    bool removing_ = false;
    std::optional<std::int64_t> lost_; ///< what the page in front showed when it was deleted
    Ear changed_, go_to_;
};

}
