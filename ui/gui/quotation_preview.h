#pragma once
#include "coding/quotation.h"
#include "overlay.h"
#include "session.h"

class wxTextCtrl;

namespace gui
{

/// A quotation in its context: the paragraphs around it, itself marked, its codes and its comment. Space, Enter or
/// Escape closes it.
class QuotationPreview : public Overlay
{
 public:
    static QuotationPreview& show(wxWindow* near, Session& session, const coding::Quotation& quotation);
    wxTextCtrl& text() { return *text_; }

 private:
    QuotationPreview(wxWindow* near, Session& session, const coding::Quotation& quotation);
    void fill(const coding::Quotation& quotation);
    Session& session_;
    wxTextCtrl* text_;
};

}
