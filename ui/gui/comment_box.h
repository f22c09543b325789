#pragma once
#include "session.h"
#include <wx/panel.h>
#include <wx/timer.h>

class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// The comment of a quotation in a small sheet over the text. What is written is saved after a moment without typing
/// and when one leaves, with Escape or by going elsewhere.
class CommentBox : public wxPanel
{
 public:
    CommentBox(wxWindow* parent, Session& session);
    ~CommentBox() override;

    /// `at` is a point of the parent; the box stays inside it.
    void open(coding::QuotationId quotation, wxPoint at);
    void close();
    void save();
    std::optional<coding::QuotationId> quotation() const { return quotation_; }
    wxTextCtrl& text() { return *text_; }

 private:
    void read();
    Session& session_;
    std::optional<coding::QuotationId> quotation_;
    wxStaticText* head_;
    wxTextCtrl* text_;
    wxTimer pause_;
    Ear changed_;
};

}
