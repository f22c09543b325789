#pragma once
#include "workbench/result.h"
#include <functional>
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
    /// The same, with a button that takes back what was done.
    void offer_undo(const wxString& sentence);
    bool offers_undo() const { return offers_undo_ && !said_.empty(); }
    const wxString& said() const { return said_; } ///< the last sentence; empty after hide()
    void hide();

 private:
    void say(const wxString& sentence, int icon, bool undo);
    wxString said_;
    bool offers_undo_ = false;
};

/// The message bar nearest to `window`: of its parents, the innermost that has one. Null when none has.
MessageBar* message_bar_of(wxWindow* window);

}
