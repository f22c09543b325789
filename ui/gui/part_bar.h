#pragma once
#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace gui
{

class TextSurface;

/// Below a text that is shown in parts: which one this is, and the way to the one before and the one after.
class PartBar : public wxPanel
{
 public:
    PartBar(wxWindow* parent, TextSurface& text);

    /// Says what is on the screen now; hides itself when the text is one part.
    void follow(int first_paragraph, int last_paragraph);
    wxButton& before() { return *before_; }
    wxButton& after() { return *after_; }
    wxString label() const;

 private:
    wxButton* button(const wxString& label, const wxString& accessible_name, int by);
    void step(int by);

    TextSurface& text_;
    wxButton *before_, *after_;
    wxStaticText* which_;
};

}
