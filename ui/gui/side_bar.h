#pragma once
#include "document_panel.h"
#include "object_list.h"

namespace gui
{

/// The left side: documents, and below them cases, memos, networks and tables.
class SideBar : public wxPanel
{
 public:
    SideBar(wxWindow* parent, Session& session);
    DocumentPanel& documents() { return *documents_; }
    ObjectList& cases() { return *cases_; }
    ObjectList& memos() { return *memos_; }
    ObjectList& networks() { return *networks_; }
    ObjectList& numbers() { return *numbers_; }

 private:
    DocumentPanel* documents_;
    ObjectList *cases_, *memos_, *networks_, *numbers_;
};

}
