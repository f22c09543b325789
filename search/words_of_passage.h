#pragma once
#include "search/passage.h"
#include <algorithm>
#include <string_view>

namespace search
{

/// What of a passage is searched: its text without the speaker's label.
inline std::string_view words_part(const PassageText& passage)
{
    const std::string_view text = passage.text;
    std::size_t at = 0;
    for (auto points = passage.words_begin - passage.begin; points > 0 && at < text.size(); --points)
        for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;) ++at;
    return text.substr(at);
}

/// The same of what lies between two positions of the text.
inline std::string_view words_within(const PassageText& passage, std::int64_t begin, std::int64_t end)
{
    const std::string_view text = passage.text;
    const auto byte_at = [&](std::int64_t position) {
        std::size_t at = 0;
        for (auto points = position - passage.begin; points > 0 && at < text.size(); --points)
            for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;) ++at;
        return at;
    };
    const auto from = byte_at(std::max(begin, passage.words_begin)), to = byte_at(end);
    return from < to ? text.substr(from, to - from) : std::string_view();
}

}
