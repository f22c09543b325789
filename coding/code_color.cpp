#include "coding/code_color.h"
#include <algorithm>

namespace coding
{

std::string next_color(const std::vector<std::string>& siblings, const std::vector<std::string>& all)
{
    const auto uses = [](const std::vector<std::string>& colors, std::string_view color) {
        return std::ranges::count(colors, color);
    };
    const auto best = std::ranges::min_element(code_colors, [&](std::string_view a, std::string_view b) {
        return std::pair(uses(siblings, a), uses(all, a)) < std::pair(uses(siblings, b), uses(all, b));
    });
    return std::string(*best);
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
