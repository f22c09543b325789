#pragma once
#include "coding/quotation.h"
#include "session.h"
#include <vector>

class wxWindow;

/// What is done to quotations in any list of them.
namespace gui
{

using Quotations = std::vector<coding::Quotation>;

/// «text» (DMPP5, 3:12), one a paragraph, to the clipboard.
void copy_cited(Session& session, const Quotations& quotations);
/// Asks for a code by type-ahead (a new one can be made) and puts it on all of them, as one change.
void ask_code(wxWindow* window, Session& session, const Quotations& quotations);
/// Asks which of the codes on them goes, and takes the coder's codings of it away.
void ask_uncode(wxWindow* window, Session& session, const Quotations& quotations);
/// Asks for the comment of one.
void ask_comment(wxWindow* window, Session& session, const coding::Quotation& quotation);
/// Asks for a file and writes them there as they are listed; `about` says which they are.
void ask_export(wxWindow* window, Session& session, const Quotations& quotations, const std::string& about);
/// Deletes them as one change, says what went with them and offers to undo.
void delete_quotations(wxWindow* window, Session& session, const Quotations& quotations);

}
