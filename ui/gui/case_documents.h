#pragma once
#include "session.h"
#include "workbench/study_case.h"
#include <vector>
#include <wx/dialog.h>

class wxDataViewListCtrl;
class wxTextCtrl;

namespace gui
{

/// Which documents belong to a case: a list with ticks and a filter. Enter saves, Escape leaves.
class CaseDocuments : public wxDialog
{
 public:
    CaseDocuments(wxWindow* parent, Session& session, const workbench::Case& one);
    wxTextCtrl& filter() { return *filter_; }
    wxDataViewListCtrl& list() { return *list_; }

 private:
    void fill();
    void save();
    Session& session_;
    workbench::CaseId case_;
    struct Tick {
        workbench::DocumentId document;
        std::string name;
        bool belongs;
    };
    std::vector<Tick> ticks_;
    std::vector<std::size_t> rows_; ///< those that the filter lets through
    wxTextCtrl* filter_;
    wxDataViewListCtrl* list_;
};

}
