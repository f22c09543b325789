#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace paper
{

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    double alpha = 1; ///< 0 transparent, 1 opaque

    bool operator==(const Colour&) const = default;
};

inline constexpr Colour black{0, 0, 0};
inline constexpr Colour white{255, 255, 255};

/// The colours that codes and series take, in this order. The first seven are those of Okabe and Ito (2008), "Color
/// universal design"; the others were searched for to stay as far from them, from each other and from white as the
/// seven are from each other, for protanopes, deuteranopes and tritanopes too.
inline constexpr std::array<Colour, 12> palette{{
    {230, 159, 0},   // orange
    {86, 180, 233},  // sky blue
    {0, 158, 115},   // bluish green
    {240, 228, 66},  // yellow
    {0, 114, 178},   // blue
    {213, 94, 0},    // vermilion
    {204, 121, 167}, // reddish purple
    {53, 53, 53},    // charcoal
    {51, 34, 136},   // indigo
    {139, 55, 109},  // plum
    {170, 153, 85},  // khaki
    {201, 201, 201}, // silver
}};

/// The palette's colour that `used` holds least often; the earlier one of two. Unknown colours count for nothing.
Colour least_used(std::span<const Colour> used);

/// Contrast of two opaque colours by WCAG 2.1: 1 (the same) to 21 (black on white). Text wants 4.5 or more.
double contrast(Colour a, Colour b);

/// Black or white, whichever reads better; never below 4.5.
Colour readable_ink(Colour background);

/// `colour` laid over white with `strength` from 0 (white) to 1 (itself); opaque.
Colour tint(Colour colour, double strength);

/// "#e69f00", or "#e69f0080" when it is not opaque.
std::string hex(Colour colour);

/// Reads what `hex` writes, with or without `#`, in either case, and the short form "#fa0". Empty when it is no colour.
std::optional<Colour> colour_from_hex(std::string_view text);

}
