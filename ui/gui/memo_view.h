#pragma once
#include "coding/memo.h"
#include "session.h"
#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxChoice;
class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

class SpellMarks;

/// A memo as a tab: title, kind, what it hangs on, text, what points at it. What is written is saved after a moment
/// without typing, when one goes elsewhere, and when the tab closes.
class MemoView : public wxPanel
{
 public:
    MemoView(wxWindow* parent, Session& session, coding::MemoId memo);
    ~MemoView() override;

    coding::MemoId memo() const { return memo_; }
    wxTextCtrl& title() { return *title_; }
    wxTextCtrl& text() { return *text_; }
    SpellMarks& spelling() { return *spelling_; }
    wxButton& hang_button() { return *hang_; }
    /// The buttons of what it hangs on; a click offers to open it or to take it away.
    const std::vector<wxButton*>& targets() const { return targets_; }
    void save();
    /// Asks by type-ahead what it shall hang on too.
    void ask_target();
    void take_away(std::int64_t object);
    void SetFocus() override;

 private:
    wxSizer* make_target_line();
    void read();
    void show_targets(const std::vector<std::int64_t>& on);
    void target_menu(std::int64_t object, wxButton& button);
    void set_targets(const std::vector<std::int64_t>& on);
    Session& session_;
    coding::MemoId memo_;
    wxTextCtrl *title_, *text_;
    wxChoice* kind_;
    wxStaticText* about_;
    wxSizer* line_ = nullptr;
    wxButton* hang_ = nullptr;
    std::vector<wxButton*> targets_;
    std::vector<std::int64_t> on_;
    wxTimer pause_;
    std::unique_ptr<SpellMarks> spelling_; ///< of the text
    Ear changed_;
};

}
