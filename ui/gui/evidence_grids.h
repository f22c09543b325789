#pragma once
#include "grid_view.h"

namespace gui
{

/// Every claim with what its numbers are when computed again, and the verdict: a sign and a word.
std::optional<Grid> claims_grid(Session& session);
/// What words and numbers say of each other.
std::optional<Grid> evidence_grid(Session& session);
std::optional<Grid> findings_grid(Session& session);

/// The same as tabs in which one makes, changes and deletes them.
GridView* make_claims_page(wxWindow* parent, Session& session);
GridView* make_evidence_page(wxWindow* parent, Session& session);
GridView* make_findings_page(wxWindow* parent, Session& session);

}
