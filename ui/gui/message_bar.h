#pragma once
#include "workbench/result.h"
#include <wx/infobar.h>

namespace gui
{

/// The one place where a window says that something did not work, or what was done; beside the thing, never a box.
class MessageBar : public wxInfoBar
{
 public:
    explicit MessageBar(wxWindow* parent);
    void show(const workbench::Error& error);
    void tell(const wxString& sentence);
    const wxString& said() const { return said_; } ///< the last sentence; empty after hide()
    void hide();

 private:
    wxString said_;
};

/// The message bar nearest to `window`: of its parents, the innermost that has one. Null when none has.
MessageBar* message_bar_of(wxWindow* window);

}
