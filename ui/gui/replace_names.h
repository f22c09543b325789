#pragma once
#include "coding/code_names.h"
#include "overlay.h"
#include "session.h"

class wxButton;
class wxCheckBox;
class wxDataViewListCtrl;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// Find and replace in the names of codes: what would change is listed as one types, one button changes all of it as
/// one change.
class ReplaceNames : public Overlay
{
 public:
    static ReplaceNames& ask(wxWindow* near, Session& session);

    wxTextCtrl& find() { return *find_; }
    wxTextCtrl& replace() { return *replace_; }
    wxCheckBox& match_case() { return *match_case_; }
    wxCheckBox& whole_words() { return *whole_words_; }
    wxButton& button() { return *button_; }
    wxDataViewListCtrl& preview() { return *preview_; }
    wxString problem() const; ///< why it cannot be done; empty when it can

 private:
    ReplaceNames(wxWindow* near, Session& session);
    void lay_out();
    coding::NameReplacement wanted() const;
    void show_preview();
    void confirm();

    Session& session_;
    wxTextCtrl *find_, *replace_;
    wxCheckBox *match_case_, *whole_words_;
    wxDataViewListCtrl* preview_;
    wxStaticText* problem_;
    wxButton* button_;
};

}
