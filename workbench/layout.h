#pragma once
#include "database.h"
#include "workbench/pieces.h"
#include "workbench/text.h"
#include <optional>
#include <string>
#include <vector>

namespace workbench
{

/// The pieces and cuts of a document as rows say.
Layout layout_of(const Connection& connection, std::int64_t document);

/// The text that the layout makes of the pieces' texts. A piece whose bytes are missing reads as nothing.
std::string text_by(const Connection& connection, std::int64_t document, const Layout& layout);

/// The turns of a document as stored, with anchors instead of positions.
struct StoredTurn {
    Anchor first, last;
    std::optional<Anchor> label_last;
    std::optional<std::string> speaker;
    std::optional<double> seconds;
};
std::vector<StoredTurn> stored_turns(const Connection& connection, std::int64_t document);
std::string to_json(const std::vector<StoredTurn>& turns);
Span place_in(const Layout& layout, const StoredTurn& turn);

/// begin and end of two edges; swapped when a merge made them cross.
Span place_in(const Layout& layout, Anchor first, Anchor last);

}
