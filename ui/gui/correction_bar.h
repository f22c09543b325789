#pragma once
#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

/// The line above a text that is being corrected: that it is, how one leaves, and which quotations changed.
class CorrectionBar : public wxPanel
{
 public:
    CorrectionBar(wxWindow* parent, std::function<void()> end);
    void open(const std::vector<std::string>& touched);
    void close();
    wxString said() const;

 private:
    wxStaticText* said_;
};

}
