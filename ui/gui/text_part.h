#pragma once
#include "workbench/text.h"
#include <string_view>
#include <vector>

namespace gui
{

/// A stretch of a long text that is shown by itself.
struct TextPart {
    workbench::Span span; ///< code points of the whole text
    std::size_t from, to; ///< bytes of it
};
using TextParts = std::vector<TextPart>;

/// Cuts a text of more than `limit` bytes into parts of about `size`, each ending after a line, or after a blank where
/// a line is longer than that. Together they are the text; a short text is one part.
TextParts parts_of(std::string_view utf8, std::size_t limit, std::size_t size);

/// The same cuts, where they are after `from` became `into`; what was replaced across a cut belongs to the part before.
TextParts parts_after(const TextParts& parts, std::string_view from, std::string_view into);

/// The part that a position is in; the end of the text is in the last.
std::size_t part_at(const TextParts& parts, std::int64_t position);

/// Typing in one of them made it longer, or shorter, by so many code points.
void lengthen(TextParts& parts, std::size_t part, std::int64_t by);

}
