#pragma once
#include "here.h"
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxTextCtrl;

namespace gui
{

class ContextMenu;
class EmptyNote;
class SectionHead;

/// A short list of things of one kind: memos, cases, networks, tables. Read anew after each change; a double click or
/// Enter opens one, Del deletes where it may, words filter where there are
/// more than seven and room for them, or when Ctrl+F asks.
class ObjectList : public wxPanel, public Here
{
 public:
    struct Row {
        std::int64_t id;
        std::string name, note;
        bool head = false; ///< stands above those of its kind: bold, opens nothing
        bool operator==(const Row&) const = default;
    };
    using Read = std::function<std::vector<Row>(Session&)>;

    ObjectList(wxWindow* parent, Session& session, const wxString& title, const wxString& when_empty, Read read);
    wxDataViewListCtrl& list() { return *list_; }
    const std::vector<Row>& rows() const { return rows_; } ///< those shown
    wxTextCtrl& filter() { return *filter_; }
    EmptyNote& empty() { return *empty_; }

    /// The button of the empty list, and the first item of its context menu.
    void offer_new(const wxString& label, std::function<void()> make);
    /// Lets Del and the context menu delete one; `remove` says what went and offers to undo.
    void let_delete(std::function<void(const Row&)> remove) { remove_ = std::move(remove); }
    /// Puts more into the context menu, before what deletes; the row is null where none is chosen.
    void offer_more(std::function<void(ContextMenu&, const Row*)> more) { more_ = std::move(more); }
    bool find_here() override;

 private:
    class Store;
    void refill();
    void show_rows(std::vector<Row> wanted);
    void show_parts();
    void menu();
    const Row* chosen() const;
    void fit();
    Session& session_;
    Read read_;
    SectionHead* head_;
    wxTextCtrl* filter_;
    EmptyNote* empty_;
    wxString when_empty_, make_label_;
    std::function<void()> make_;
    std::function<void(const Row&)> remove_;
    std::function<void(ContextMenu&, const Row*)> more_;
    wxDataViewListCtrl* list_;
    std::vector<Row> rows_;
    std::size_t all_ = 0;       ///< rows, with those that the filter leaves out
    bool filter_asked_ = false; ///< by Ctrl+F
    Ear changed_;
};

}
