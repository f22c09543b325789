#pragma once
#include <functional>
#include <wx/panel.h>

class wxButton;
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
    /// A flat button behind the note; `name` says to a screen reader and to the pointer what it does.
    wxButton& add_button(const wxString& label, const wxString& name, std::function<void()> act);
    /// Puts a small button at the right end, for what can be done with the panel `panel`.
    void add_menu(const wxString& panel, std::function<void()> open);

 private:
    wxStaticText* note_;
};

/// A button of the window's own style, as wide as its label with the air around it needs.
wxButton* tool_button(wxWindow* parent, const wxString& label, std::function<void()> act);
/// What a button of this style is wider than its label.
inline constexpr int air_of_button = 26;
/// The same after another label, or with more to show beside it.
void fit_button(wxButton& button, const wxString& label, int more = 0);

/// Draws a hairline round a panel that floats over others; what is in it must leave a pixel free.
void outline(wxWindow& panel);

/// One hairline, across or down.
wxWindow* hairline(wxWindow* parent);

}
