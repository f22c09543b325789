#include "codepage.h"
#include <algorithm>
#include <array>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

namespace workbench
{
namespace
{

struct Pair {
    int key;
    const char* value;
};

/// The pages whose name for ICU is not `windows-N`.
constexpr std::array named_pages{Pair{437, "ibm-437"},     Pair{708, "ISO-8859-6"},  Pair{850, "ibm-850"},
                                 Pair{852, "ibm-852"},     Pair{866, "ibm-866"},     Pair{932, "windows-31j"},
                                 Pair{936, "GBK"},         Pair{949, "windows-949"}, Pair{950, "Big5"},
                                 Pair{10000, "macintosh"}, Pair{65001, "UTF-8"}};

struct Charset {
    int charset, page;
};
constexpr std::array charsets{Charset{0, 1252},   Charset{77, 10000}, Charset{128, 932},  Charset{129, 949},
                              Charset{134, 936},  Charset{136, 950},  Charset{161, 1253}, Charset{162, 1254},
                              Charset{163, 1258}, Charset{177, 1255}, Charset{178, 1256}, Charset{186, 1257},
                              Charset{204, 1251}, Charset{222, 874},  Charset{238, 1250}, Charset{254, 437},
                              Charset{255, 850}};

std::string name_of_page(int page)
{
    for (const auto& [number, name] : named_pages)
        if (number == page) return name;
    return "windows-" + std::to_string(page);
}

}

CodePages::CodePages() = default;
CodePages::~CodePages() = default;
void CodePages::Close::operator()(UConverter* converter) const
{
    ucnv_close(converter);
}

UConverter* CodePages::converter(int page)
{
    auto& known = open_[page];
    if (known) return known.get();
    UErrorCode status = U_ZERO_ERROR;
    known.reset(ucnv_open(name_of_page(page).c_str(), &status));
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        known.reset(ucnv_open("windows-1252", &status));
    }
    return known.get();
}

std::string CodePages::utf8(std::string_view bytes, int page)
{
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; })) return std::string(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const auto size = static_cast<std::int32_t>(bytes.size());
    std::u16string units(2 * bytes.size() + 2, u'\0');
    const auto length = ucnv_toUChars(converter(page), units.data(), static_cast<std::int32_t>(units.size()),
                                      bytes.data(), size, &status);
    if (U_FAILURE(status)) return std::string(bytes.size(), '?');
    std::string text(3 * static_cast<std::size_t>(length), '\0');
    std::int32_t written = 0;
    u_strToUTF8WithSub(text.data(), static_cast<std::int32_t>(text.size()), &written, units.data(), length, 0xFFFD,
                       nullptr, &status);
    text.resize(U_SUCCESS(status) ? static_cast<std::size_t>(written) : 0);
    return text;
}

int code_page_of_charset(int charset, int otherwise)
{
    const auto found =
        std::find_if(charsets.begin(), charsets.end(), [=](const auto& row) { return row.charset == charset; });
    return found == charsets.end() ? otherwise : found->page;
}

char32_t without_symbol_font(char32_t c)
{
    switch (c) {
    case 0xF02D: return U'-';
    case 0xF0A7: return U'\u25AA';
    case 0xF0A8: return U'\u25A1';
    case 0xF0AE: return U'\u2192';
    case 0xF0B7: return U'\u2022';
    case 0xF0D8: return U'\u27A2';
    case 0xF0E0: return U'\u2192';
    case 0xF0FC: return U'\u2713';
    default: return c;
    }
}

}
