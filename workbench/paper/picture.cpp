#include "picture.h"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

namespace paper
{

namespace
{

using namespace std::string_view_literals;

struct Proportions {
    double width, height;
};

std::uint32_t big_endian(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// The IHDR chunk stands first in every PNG: eight bytes of signature, length, name, width, height.
std::optional<Proportions> png_pixels(std::string_view png)
{
    if (png.size() < 33 || !png.starts_with("\x89PNG\r\n\x1a\n"sv) || png.substr(12, 4) != "IHDR") return std::nullopt;
    const auto width = big_endian(png, 16), height = big_endian(png, 20);
    if (width == 0 || height == 0) return std::nullopt;
    return Proportions{static_cast<double>(width), static_cast<double>(height)};
}

}

Result<Millimetres> size_of(const Figure& figure)
{
    constexpr double inch = 25.4, dpi = 300;
    const auto pixels = png_pixels(figure.png);
    if (!pixels) return problem(ProblemKind::bad_file, fmt::format("the picture of \"{}\" is damaged", figure.caption));
    double width = figure.width_mm > 0 ? figure.width_mm : pixels->width / dpi * inch;
    width = std::min({width, text_width_mm, figure_height_mm * pixels->width / pixels->height});
    return Millimetres{width, width * pixels->height / pixels->width};
}

std::string base64(std::string_view bytes)
{
    constexpr auto letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"sv;
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) -> std::uint32_t {
            return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0;
        };
        const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        text += letters[three >> 18 & 63];
        text += letters[three >> 12 & 63];
        text += i + 1 < bytes.size() ? letters[three >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? letters[three & 63] : '=';
    }
    return text;
}

}
