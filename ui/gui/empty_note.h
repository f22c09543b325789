#pragma once
#include <functional>
#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace gui
{

/// What stands where a list has nothing to show: what belongs there, and the button that makes it.
class EmptyNote : public wxPanel
{
 public:
    explicit EmptyNote(wxWindow* parent);

    /// Without an action there is no button.
    void say(const wxString& sentence, const wxString& label = wxString(), std::function<void()> act = {});
    const wxString& sentence() const { return sentence_; }
    wxButton& button() { return *button_; }

 private:
    void wrap();
    wxStaticText* text_;
    wxButton* button_;
    wxString sentence_;
    std::function<void()> act_;
    int wrapped_ = 0;
};

}
