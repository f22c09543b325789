#pragma once
#include "search/passage.h"
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

}
