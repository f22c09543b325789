#pragma once
#include "session.h"
#include "stripe.h"
#include <wx/gdicmn.h>

namespace gui
{

class DocumentView;

/// What one can do to a coding, or to a quotation without one, from the stripe or the text.
void show_coding_menu(DocumentView& view, Session& session, std::optional<coding::CodeId> code,
                      wxPoint at = wxDefaultPosition);
/// What one can do to what is selected in the text, or to the text.
void show_text_menu(DocumentView& view, Session& session, wxPoint at = wxDefaultPosition);

/// What the pointer over a stripe reads: code, quotation, coders, comment.
wxString hint_of(Session& session, workbench::DocumentId document, const Stripe& stripe);

}
