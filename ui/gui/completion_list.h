#pragma once
#include "query_completion.h"
#include <wx/panel.h>

class wxDataViewListCtrl;

namespace gui
{

/// A short list below a field of what could be typed there. The field keeps the focus; it hands the keys on.
class CompletionList : public wxPanel
{
 public:
    /// `choose` is given what was clicked.
    CompletionList(wxWindow* parent, const std::function<void(const Completion&)>& choose);

    /// Shows the list with its upper left corner at `at`, or nothing when it is empty. None is chosen at first.
    void show(const std::vector<Completion>& list, wxPoint at);
    void close();
    const std::vector<Completion>& offered() const { return list_; }

    /// Moves the choice; from none to the first or the last.
    void move(int by);
    /// Nothing until one has moved.
    std::optional<Completion> chosen() const;
    /// The first, for who presses Tab without choosing.
    std::optional<Completion> first() const;

 private:
    std::vector<Completion> list_;
    wxDataViewListCtrl* rows_;
};

}
