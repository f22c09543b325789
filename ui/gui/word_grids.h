#pragma once
#include "grid_view.h"
#include "search/concordance.h"
#include "search/stop_words.h"
#include <optional>
#include <string>

namespace gui
{

/// Grids of words; nothing when the query cannot be read (any more).
std::optional<Grid> context_grid(Session& session, const std::string& query, search::LineOrder order);
std::optional<Grid> word_count_grid(Session& session, const std::string& query, search::StopWords stop);
std::optional<Grid> collocation_grid(Session& session, const std::string& query, search::StopWords stop);

}
