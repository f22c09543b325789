#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// Twelve colours that eyes with any of the common colour deficiencies tell apart: the seven hues of Okabe and Ito
/// (2008), then five that keep their distance in lightness.
inline constexpr std::array<std::string_view, 12> code_colors{"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                                              "#56B4E9", "#D55E00", "#F0E442", "#332288",
                                                              "#999933", "#882255", "#44AA99", "#7F7F7F"};

/// The colour of a code without one.
inline constexpr std::string_view no_color = "#9A9A9A";

/// A colour of the palette for a new code: the one least used among `neighbours` (its siblings, then all codes, in the
/// order of their weight), the first of the palette among equals.
std::string next_color(const std::vector<std::string>& siblings, const std::vector<std::string>& all);

/// "#RRGGBB" in capitals from "#rrggbb" or "#rgb"; nothing when it is not a colour.
std::optional<std::string> color_in(std::string_view text);

}
