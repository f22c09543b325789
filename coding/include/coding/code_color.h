#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// A colour for a new code, of the palette that all figures share (paper/palette.h, made for colour-blind eyes): the
/// one that fewest of its siblings have, then fewest of all codes, then the first. "#RRGGBB".
std::string next_color(const std::vector<std::string>& siblings, const std::vector<std::string>& all);

/// "#RRGGBB" in capitals from "#rrggbb" or "#rgb"; nothing when it is not a colour.
std::optional<std::string> color_in(std::string_view text);

}
