#pragma once
#include "remembered_dialog.h"
#include "workbench/result.h"
#include <vector>

class wxBoxSizer;
class wxScrolledWindow;
class wxStaticText;

namespace gui
{

/// A form: questions one below the other, and below each answer what is wrong with it. Enter confirms (Ctrl+Enter in a
/// text of several lines), Escape leaves; it closes only when what was asked is done.
class FormDialog : public RememberedDialog
{
 public:
    FormDialog(wxWindow* parent, const std::string& id, const wxString& title, wxSize size);

    /// What is said below an answer; empty when it is right.
    std::string said_of(const wxWindow& answer) const;
    void confirm();

 protected:
    /// A question and its answer; those with a share of the height grow with the dialog. `hint` stands below, faint.
    void ask(const char* question, wxWindow* answer, int share = 0, const char* hint = nullptr);
    /// Anything else, across.
    void put(wxWindow* window, int share = 0);
    wxWindow* place(); ///< the parent of what is asked and put
    /// The buttons, with what the first one does; the focus goes to `first`.
    void finish(const wxString& verb, wxWindow* first);

    /// Says below an answer what is wrong with it and goes there; an empty sentence takes that away. Returns whether it
    /// was right.
    bool complain(wxWindow* answer, const std::string& why);
    bool complain(wxWindow* answer, const workbench::Error& error);
    /// Does it, or complains: false leaves the form open.
    virtual bool carry_out() = 0;

 private:
    struct Answer {
        wxWindow* window;
        wxStaticText* error;
    };
    wxScrolledWindow* place_;
    wxBoxSizer* column_;
    std::vector<Answer> answers_;
};

}
