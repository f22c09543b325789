#include "sentence.h"
#include "workbench/document.h"
#include "workbench/tr.h"

namespace coding
{

using workbench::say;
using workbench::say_n;

std::string listing(const std::vector<std::string>& names, std::size_t most)
{
    std::string list;
    for (std::size_t at = 0; at < names.size() && at < most; ++at) list += (at ? ", \"" : "\"") + names[at] + "\"";
    if (names.size() <= most) return list;
    const auto more = static_cast<long long>(names.size() - most);
    return list + " " + say_n("and {} more", "and {} more", more, more);
}

std::string near_hint(std::string_view wanted, const std::vector<std::string>& names, const std::string& otherwise)
{
    const auto near = workbench::nearest(wanted, names);
    return near.empty() ? otherwise : say("Near to it: {}.", listing(near));
}

tl::unexpected<workbench::Error> gone(std::string detail)
{
    return workbench::fail(workbench::ErrorCode::not_found, std::move(detail),
                           say("It may have been removed meanwhile."));
}

tl::unexpected<workbench::Error> not_one(std::string_view wanted, const std::vector<std::int64_t>& found,
                                         const std::vector<std::string>& names, std::string none,
                                         const std::string& several)
{
    if (found.empty())
        return workbench::fail(workbench::ErrorCode::not_found, std::move(none),
                               near_hint(wanted, names, say("Look at the list for its exact name.")));
    std::string ids;
    for (const auto id : found) ids += fmt::format("{}#{}", ids.empty() ? "" : ", ", id);
    return workbench::fail(workbench::ErrorCode::ambiguous, several + " " + say("Their ids: {}.", ids),
                           say("Name the one you mean by its id."));
}

std::string beginning_of(std::string_view text, std::size_t most)
{
    std::string words;
    std::size_t characters = 0;
    for (const char byte : text) {
        const bool blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (blank && (words.empty() || words.back() == ' ')) continue;
        if ((byte & 0xC0) != 0x80 && ++characters > most) return words + "...";
        words += blank ? ' ' : byte;
    }
    return words;
}

}
