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
    /// Says what was done, with a button that takes it back. The offer goes with the next message or gesture.
    void tell(const wxString& sentence, std::function<void()> undo);
    const wxString& said() const { return said_; } ///< the last sentence; empty after hide()
    bool offers_undo() const { return undo_ != nullptr; }
    void hide();

 private:
    void say(const wxString& sentence, int icon);
    wxString said_;
    std::function<void()> undo_;
};

/// The message bar nearest to `window`: of its parents, the innermost that has one. Null when none has.
MessageBar* message_bar_of(wxWindow* window);

}
