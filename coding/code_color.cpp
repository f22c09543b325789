#include "coding/code_color.h"
#include "paper/palette.h"
#include <algorithm>

namespace coding
{

std::string next_color(const std::vector<std::string>& siblings, const std::vector<std::string>& all)
{
    std::vector<std::string> colors;
    for (const auto color : paper::palette) colors.push_back(*color_in(paper::hex(color)));
    const auto uses = [](const std::vector<std::string>& used, const std::string& color) {
        return std::ranges::count(used, color);
    };
    return *std::ranges::min_element(
        colors, {}, [&](const std::string& color) { return std::pair(uses(siblings, color), uses(all, color)); });
}

std::optional<std::string> color_in(std::string_view text)
{
    if ((text.size() != 7 && text.size() != 4) || text[0] != '#') return std::nullopt;
    std::string color = "#";
    for (char digit : text.substr(1)) {
        if (digit >= 'a' && digit <= 'f') digit = static_cast<char>(digit - 32);
        if (!((digit >= '0' && digit <= '9') || (digit >= 'A' && digit <= 'F'))) return std::nullopt;
        color.append(text.size() == 4 ? 2 : 1, digit);
    }
    return color;
}

}
