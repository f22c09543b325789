#pragma once
#include <optional>
#include <string>
#include <wx/bmpbndl.h>
#include <wx/panel.h>

class wxTextCtrl;
class wxDataViewListCtrl;
class wxStaticText;

namespace gui
{

/// A line to type in and below it what fits, laid over its parent: arrows choose, Enter takes, Escape leaves. Who
/// derives from it says what fits and what is done with it.
class TypeAhead : public wxPanel
{
 public:
    wxTextCtrl& entry() { return *entry_; }
    wxDataViewListCtrl& list() { return *list_; }
    virtual void close() = 0;

 protected:
    /// `note_width` of the size is for notes at the right; 0 for none. `keys` says what Enter and Escape do.
    TypeAhead(wxWindow* parent, wxSize size, int note_width, const wxString& keys);

    void set_title(const wxString& title); ///< above the line; none without
    /// Shows it at a point of the parent, inside of it, with an empty line.
    void open_at(wxPoint at);
    std::string typed() const; ///< without blanks around it

    void clear_rows();
    void add_row(const wxString& name, const wxBitmapBundle& picture, const wxString& note = {});
    /// The row that is chosen; nothing when there is none.
    std::optional<std::size_t> chosen_row() const;

    /// Lists what fits to what is typed; the first row is then chosen.
    virtual void fill() = 0;
    virtual void confirm() = 0;

 private:
    void refill();
    void press(wxKeyEvent& event);
    void move(int by);

    wxSize size_;
    wxStaticText* title_;
    wxTextCtrl* entry_;
    wxDataViewListCtrl* list_;
    bool notes_;
};

}
