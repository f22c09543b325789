#pragma once
#include "action.h"
#include "session.h"
#include <functional>
#include <vector>
#include <wx/panel.h>

class wxButton;

namespace gui
{

/// What a project without documents shows in the middle: what to bring in, and the ways to do it. It goes with the
/// first document.
class BeginPage : public wxPanel
{
 public:
    /// `act` does what a menu item says; `close` takes the page away.
    BeginPage(wxWindow* parent, Session& session, const std::function<void(Action)>& act, std::function<void()> close);
    void SetFocus() override;
    wxButton& first_button() { return *buttons_.front(); }

 private:
    std::vector<wxButton*> buttons_;
    Ear changed_;
};

}
