#include "text_difference.h"
#include "workbench/words.h"
#include <algorithm>

namespace gui
{
namespace
{

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}

Difference difference(std::string_view from, std::string_view into)
{
    const auto shorter = std::min(from.size(), into.size());
    auto same = static_cast<std::size_t>(
        std::mismatch(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(shorter), into.begin()).first -
        from.begin());
    // Not within a character, in either text.
    while (same > 0 && ((same < from.size() && continues(from[same])) || (same < into.size() && continues(into[same]))))
        --same;
    std::size_t tail = 0;
    while (tail < shorter - same && from[from.size() - 1 - tail] == into[into.size() - 1 - tail]) ++tail;
    while (tail > 0 && continues(from[from.size() - tail])) --tail;
    return {workbench::code_points(from.substr(0, same)),
            workbench::code_points(from.substr(same, from.size() - tail - same)),
            into.substr(same, into.size() - tail - same)};
}

bool touches(const Typed& typed, std::int64_t at, std::int64_t removed)
{
    return at <= typed.begin + typed.length && at + removed >= typed.begin;
}

Typed joined(const Typed& typed, std::int64_t at, std::int64_t removed, std::int64_t inserted)
{
    const auto before = std::max<std::int64_t>(0, typed.begin - at);
    const auto behind = std::max<std::int64_t>(0, at + removed - (typed.begin + typed.length));
    const auto inside = removed - before - behind;
    return {std::min(typed.begin, at), typed.removed + before + behind, typed.length - inside + inserted};
}

Typed moved(const Typed& typed, const Difference& elsewhere)
{
    const auto added = workbench::code_points(elsewhere.inserted);
    const auto end = typed.begin + typed.removed, their_end = elsewhere.at + elsewhere.removed;
    if (end <= elsewhere.at) return typed;
    if (typed.begin >= their_end) return {typed.begin + added - elsewhere.removed, typed.removed, typed.length};
    const auto begin = std::min(typed.begin, elsewhere.at);
    const auto behind = std::max<std::int64_t>(0, end - their_end); // of ours, beyond theirs
    const auto before = elsewhere.at - begin;                       // of ours, ahead of theirs
    return {begin, before + added + behind, typed.length};
}

}
