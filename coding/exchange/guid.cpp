#include "guid.h"
#include "workbench/rows.h"
#include "workbench/sha256.h"
#include <algorithm>

namespace coding
{

namespace
{

std::string capitals(std::string_view text)
{
    std::string upper(text);
    for (auto& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return upper;
}

}

std::optional<std::string> guid_in(std::string_view text)
{
    if (text.size() == 38 && text.front() == '{' && text.back() == '}') text = text.substr(1, 36);
    if (text.size() != 36) return std::nullopt;
    auto guid = capitals(text);
    for (std::size_t at = 0; at < guid.size(); ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool digit = (guid[at] >= '0' && guid[at] <= '9') || (guid[at] >= 'A' && guid[at] <= 'F');
        if (dash ? guid[at] != '-' : !digit) return std::nullopt;
    }
    return guid;
}

std::string guid_for(const Reading& reading, std::int64_t object)
{
    const auto study = reading.row<std::string>("SELECT guid FROM project").value_or("");
    auto hash = capitals(workbench::sha256_hex(study + ":" + std::to_string(object)));
    hash[12] = '8'; // version 8 of RFC 9562: bits of our own making
    hash[16] = "89AB"[hash[16] & 3];
    return hash.substr(0, 8) + "-" + hash.substr(8, 4) + "-" + hash.substr(12, 4) + "-" + hash.substr(16, 4) + "-" +
           hash.substr(20, 12);
}

}
