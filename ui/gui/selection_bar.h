#pragma once
#include "session.h"
#include <wx/panel.h>

namespace gui
{

/// The small bar beside a selection: the codes used last, in vivo, memo, search this. It never takes the focus.
class SelectionBar : public wxPanel
{
 public:
    struct Acts {
        std::function<void(coding::CodeId)> code;
        std::function<void()> in_vivo, memo, search;
    };
    SelectionBar(wxWindow* parent, Session& session, Acts acts);

    /// Opens above `begin`, or below `bottom` where there is no room above. Both in the parent's pixels.
    void open(wxPoint begin, int bottom);

 private:
    void fill();
    void add(const wxString& label, const std::optional<wxColour>& colour, const std::function<void()>& act);
    Session& session_;
    Acts acts_;
};

}
