#pragma once
#include "coding/autocode.h"
#include "review_list.h"
#include "search/suggest.h"
#include <optional>
#include <vector>

namespace gui
{

/// What coding the hits of a query would make, in document order; of `only`, when there are some, those places that
/// touch one of them. A place that has the code from the project's coder already is left out.
std::vector<Proposal> proposals_of(const workbench::Project& project, const search::ProjectHits& hits,
                                   coding::Extent extent, const std::vector<coding::Passage>& only,
                                   std::optional<coding::CodeId> code);

/// Suggested passages, best first; none is accepted until the user does.
std::vector<Proposal> proposals_of(const std::vector<search::ProjectSuggestion>& suggestions);

}
