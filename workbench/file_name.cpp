#include "file_name.h"
#include "utf8.h"
#include <utility>

namespace workbench
{
namespace
{

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

}

bool in_natural_order(const std::string& a, const std::string& b)
{
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!is_digit(a[i]) || !is_digit(b[j])) {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i, ++j;
            continue;
        }
        const auto number = [](const std::string& text, std::size_t& at) {
            while (at < text.size() && text[at] == '0') ++at;
            const auto begin = at;
            while (at < text.size() && is_digit(text[at])) ++at;
            return text.substr(begin, at - begin);
        };
        const auto left = number(a, i), right = number(b, j);
        if (left.size() != right.size()) return left.size() < right.size();
        if (left != right) return left < right;
    }
    return std::pair(a.size() - i, a) < std::pair(b.size() - j, b);
}

std::string as_utf8(std::string name)
{
    if (!is_utf8(name))
        for (auto& byte : name)
            if (static_cast<unsigned char>(byte) >= 0x80) byte = '?';
    return name;
}

}
