#include "text_part.h"
#include "text_difference.h"
#include "workbench/words.h"
#include <algorithm>

namespace gui
{
namespace
{

using workbench::code_points;

bool is_inside_a_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Where the part that begins at `from` ends.
std::size_t end_of_part(std::string_view text, std::size_t from, std::size_t size)
{
    if (text.size() - from <= size + size / 2) return text.size(); // no small rest
    const auto most = text.substr(from, size);
    for (const char last : {'\n', ' '})
        if (const auto found = most.rfind(last); found != std::string_view::npos && found > size / 2)
            return from + found + 1;
    auto end = from + size;
    while (is_inside_a_character(text[end])) --end;
    return end;
}

/// The parts between these ends, in bytes.
TextParts cut(std::string_view text, const std::vector<std::size_t>& ends)
{
    TextParts parts;
    std::int64_t begin = 0;
    std::size_t from = 0;
    for (const auto to : ends) {
        const auto end = begin + code_points(text.substr(from, to - from));
        parts.push_back({{begin, end}, from, to});
        begin = end;
        from = to;
    }
    return parts;
}

}

TextParts parts_of(std::string_view utf8, std::size_t limit, std::size_t size)
{
    std::vector<std::size_t> ends;
    if (utf8.size() > limit)
        for (std::size_t at = 0; at < utf8.size(); ends.push_back(at)) at = end_of_part(utf8, at, size);
    else
        ends.push_back(utf8.size());
    return cut(utf8, ends);
}

TextParts parts_after(const TextParts& parts, std::string_view from, std::string_view into)
{
    const auto differs = difference(from, into);
    const auto at = differs.none() ? from.size() : static_cast<std::size_t>(differs.inserted.data() - into.data());
    const auto behind = into.size() - at - differs.inserted.size(); // what both have at the end
    std::vector<std::size_t> ends;
    for (const auto& part : parts) {
        const bool before = part.to <= at, after = from.size() - part.to <= behind;
        const auto end = before ? part.to : after ? into.size() - (from.size() - part.to) : into.size() - behind;
        if (end > (ends.empty() ? 0 : ends.back())) ends.push_back(end);
    }
    if (ends.empty()) ends.push_back(0);
    ends.back() = into.size(); // with what was added at the very end
    return cut(into, ends);
}

std::size_t part_at(const TextParts& parts, std::int64_t position)
{
    const auto after = std::upper_bound(parts.begin(), parts.end(), position,
                                        [](std::int64_t at, const TextPart& part) { return at < part.span.begin; });
    return after == parts.begin() ? 0 : static_cast<std::size_t>(after - parts.begin()) - 1;
}

void lengthen(TextParts& parts, std::size_t part, std::int64_t by)
{
    parts[part].span.end += by;
    for (auto i = part + 1; i < parts.size(); ++i) parts[i].span = {parts[i].span.begin + by, parts[i].span.end + by};
}

}
