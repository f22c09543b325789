#pragma once
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

/// The line above a list: what it holds, in small capitals, and at the right how many or what was chosen.
class SectionHead : public wxPanel
{
 public:
    SectionHead(wxWindow* parent, const wxString& title);
    void set_note(const wxString& note);
    wxString note() const;

 private:
    wxStaticText* note_;
};

/// One hairline, across or down.
wxWindow* hairline(wxWindow* parent);

}
