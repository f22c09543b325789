#pragma once
#include "paper/blocks.h"
#include "paper/problem.h"
#include <string>
#include <string_view>

namespace paper
{

struct Millimetres {
    double width, height;
};

/// How large a figure stands on the page: `width_mm`, or its PNG at 300 dpi; shrunk to the room between the margins.
/// bad_file: the PNG has no readable head.
Result<Millimetres> size_of(const Figure& figure);

std::string base64(std::string_view bytes);

/// A4 with margins of 2.54 cm, the caption's lines taken off the height.
inline constexpr double text_width_mm = 210 - 2 * 25.4;
inline constexpr double figure_height_mm = 200;

}
