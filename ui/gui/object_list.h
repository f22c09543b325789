#pragma once
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

class SectionHead;

/// A short list of things of one kind: memos, cases, networks, tables. Read anew after each change; a double click or
/// Enter opens one.
class ObjectList : public wxPanel
{
 public:
    struct Row {
        std::int64_t id;
        std::string name, note;
    };
    using Read = std::function<std::vector<Row>(Session&)>;

    ObjectList(wxWindow* parent, Session& session, const wxString& title, const wxString& when_empty, Read read);
    wxDataViewListCtrl& list() { return *list_; }
    const std::vector<Row>& rows() const { return rows_; }

 private:
    void refill();
    void fit();
    Session& session_;
    Read read_;
    SectionHead* head_;
    wxStaticText* empty_;
    wxDataViewListCtrl* list_;
    std::vector<Row> rows_;
    Ear changed_;
};

}
