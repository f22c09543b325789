#pragma once
#include "grid_view.h"

namespace gui
{

/// The passages that codes share, codes against codes; of the codes that are used.
std::optional<Grid> co_occurrence_grid(Session& session);
/// Codings by document, or by case.
std::optional<Grid> crosstab_grid(Session& session, const std::string& by);
/// A table of indicators as it was imported; nothing when it is gone.
std::optional<Grid> indicator_grid(Session& session, std::int64_t table);

}
