#pragma once
#include "chooser.h"
#include <wx/panel.h>

class wxListBox;

namespace gui
{

/// Things in an order that the user gives, chosen from many: Del takes one out, Ctrl with an arrow moves it.
class SupportList : public wxPanel
{
 public:
    using Offer = std::function<std::vector<Choice>(const std::set<std::int64_t>& without)>;

    /// `add`: on the button, "Add quotations...".
    SupportList(wxWindow* parent, const wxString& name, std::string add, Offer offer);

    const std::vector<Choice>& chosen() const { return chosen_; }
    void choose(std::vector<Choice> choices);
    void ask();
    void remove();
    void move(int by);
    wxListBox& list() { return *list_; }

 private:
    void fill(int select);
    std::string add_;
    Offer offer_;
    std::vector<Choice> chosen_;
    wxListBox* list_;
};

}
