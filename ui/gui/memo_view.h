#pragma once
#include "coding/memo.h"
#include "session.h"
#include <wx/panel.h>
#include <wx/timer.h>

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// A memo as a tab: title, kind, what it hangs on, text. What is written is saved after a moment without typing, when
/// one goes elsewhere, and when the tab closes.
class MemoView : public wxPanel
{
 public:
    MemoView(wxWindow* parent, Session& session, coding::MemoId memo);
    ~MemoView() override;

    coding::MemoId memo() const { return memo_; }
    wxTextCtrl& title() { return *title_; }
    wxTextCtrl& text() { return *text_; }
    void save();
    void SetFocus() override;

 private:
    void read();
    Session& session_;
    coding::MemoId memo_;
    wxTextCtrl *title_, *text_;
    wxChoice* kind_;
    wxStaticText* about_;
    wxTimer pause_;
    bool gone_ = false;
    Ear changed_;
};

}
