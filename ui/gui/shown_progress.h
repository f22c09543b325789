#pragma once
#include "workbench/progress.h"
#include <memory>
#include <wx/progdlg.h>

namespace gui
{

/// Shows how far long work is, and lets the user stop it. The window waits: the project must not change meanwhile.
/// What is done within half a second is never shown.
class ShownProgress
{
 public:
    ShownProgress(wxWindow* parent, const wxString& title);
    workbench::Progress& progress() { return progress_; }

 private:
    void show(const std::string& what, std::int64_t done, std::int64_t total);
    wxWindow* parent_;
    wxString title_;
    workbench::CancelToken token_;
    workbench::Progress progress_;
    std::unique_ptr<wxProgressDialog> dialog_;
    wxLongLong begun_;
};

}
