#include "utf8.h"

namespace workbench
{

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || i + static_cast<std::size_t>(more) >= text.size()) return false;
        char32_t point = lead & (0x3f >> more);
        for (int k = 1; k <= more; ++k) {
            const auto byte = static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]);
            if ((byte & 0xc0) != 0x80) return false;
            point = point << 6 | (byte & 0x3f);
        }
        const char32_t least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
        i += static_cast<std::size_t>(more) + 1;
    }
    return true;
}

Utf8Index::Utf8Index(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!begins_code_point(text[at])) continue;
        if (characters_ % 256 == 0) bytes_.push_back(at);
        ++characters_;
    }
}

std::size_t Utf8Index::byte(std::string_view text, std::int64_t position) const
{
    if (position >= characters_) return text.size();
    return byte_of(text, position % 256, bytes_[static_cast<std::size_t>(position / 256)]);
}

}
