#pragma once
#include <wx/panel.h>
#include <wx/weakref.h>

namespace gui
{

/// A panel laid over the window until one has answered or left: it takes the focus, Escape closes it, and the focus
/// goes back to what had it. Only one is open in a window at a time.
class Overlay : public wxPanel
{
 public:
    /// Hides it at once and destroys it with the next event: a control of its own may be speaking just now.
    void close();
    /// The one that is open in the window that holds `near`; null when none is.
    static Overlay* open_in(wxWindow* near);

 protected:
    /// In the window that holds `near`, hidden until open().
    Overlay(wxWindow* near, wxSize size, const wxString& title);
    /// Shows it in the middle of the upper half, with the focus on `first`.
    void open(wxWindow* first);

 private:
    wxSize size_;
    wxWeakRef<wxWindow> before_; ///< had the focus
};

}
