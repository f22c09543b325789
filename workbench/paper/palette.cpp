#include "paper/palette.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace paper
{

namespace
{

/// WCAG 2.1, "relative luminance": sRGB made linear.
double linear(std::uint8_t channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::uint8_t mixed(std::uint8_t channel, double strength)
{
    return static_cast<std::uint8_t>(std::lround(255 + (channel - 255) * std::clamp(strength, 0.0, 1.0)));
}

std::optional<std::uint8_t> byte(std::string_view two)
{
    std::uint8_t value = 0;
    const auto [end, error] = std::from_chars(two.data(), two.data() + two.size(), value, 16);
    if (error != std::errc{} || end != two.data() + two.size()) return std::nullopt;
    return value;
}

}

Colour least_used(std::span<const Colour> used)
{
    return *std::ranges::min_element(palette, {}, [&](Colour colour) { return std::ranges::count(used, colour); });
}

double contrast(Colour a, Colour b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

Colour readable_ink(Colour background)
{
    return contrast(black, background) >= contrast(white, background) ? black : white;
}

Colour tint(Colour colour, double strength)
{
    return {mixed(colour.red, strength), mixed(colour.green, strength), mixed(colour.blue, strength)};
}

std::string hex(Colour colour)
{
    auto text = fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
    if (colour.alpha < 1) text += fmt::format("{:02x}", std::lround(std::clamp(colour.alpha, 0.0, 1.0) * 255));
    return text;
}

std::optional<Colour> colour_from_hex(std::string_view text)
{
    if (text.starts_with('#')) text.remove_prefix(1);
    std::string full(text);
    if (text.size() == 3) full = {text[0], text[0], text[1], text[1], text[2], text[2]};
    if (full.size() != 6 && full.size() != 8) return std::nullopt;
    const std::string_view digits = full;
    const auto red = byte(digits.substr(0, 2)), green = byte(digits.substr(2, 2)), blue = byte(digits.substr(4, 2));
    const auto alpha = full.size() == 8 ? byte(digits.substr(6, 2)) : std::uint8_t{255};
    if (!red || !green || !blue || !alpha) return std::nullopt;
    return Colour{*red, *green, *blue, *alpha / 255.0};
}

}
