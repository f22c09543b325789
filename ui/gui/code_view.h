#pragma once
#include "coding/code.h"
#include "session.h"
#include <array>
#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxScrolledWindow;
class wxStaticBitmap;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// A code as a tab: its name, what it means, when to use it and when not, an example, a comment; where it comes from
/// and what points at it. What is written is saved after a moment without typing, when one goes elsewhere, and when
/// the tab closes.
class CodeView : public wxPanel
{
 public:
    enum Field { definition, inclusion, exclusion, example, comment };

    CodeView(wxWindow* parent, Session& session, coding::CodeId code);
    ~CodeView() override;

    wxTextCtrl& name() { return *name_; }
    wxTextCtrl& text(Field field) { return *texts_[field]; }
    wxButton& choose_example() { return *choose_example_; }
    void save();
    void SetFocus() override;

 private:
    void lay_out();
    wxWindow* make_head();
    void add_field(wxWindow* parent, wxSizer* column, Field field);
    void read();
    void ask_example();

    Session& session_;
    coding::CodeId code_;
    wxStaticBitmap* swatch_;
    wxTextCtrl* name_;
    wxStaticText *above_, *about_;
    wxScrolledWindow* form_;
    std::array<wxTextCtrl*, 5> texts_{};
    wxButton* choose_example_ = nullptr;
    wxTimer pause_;
    Ear changed_;
};

}
