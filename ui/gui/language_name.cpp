#include "language_name.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>

namespace gui
{

using workbench::source;

namespace
{

constexpr std::array<std::string_view, 9> codes{"es", "en", "qu", "ay", "pt", "fr", "it", "de", "ca"};
constexpr std::array names{source("Spanish"), source("English"),    source("Quechua"),
                           source("Aymara"),  source("Portuguese"), source("French"),
                           source("Italian"), source("German"),     source("Catalan")};
static_assert(codes.size() == names.size());

}

std::span<const std::string_view> document_languages()
{
    return codes;
}

wxString language_name(std::string_view code)
{
    const auto found = std::find(codes.begin(), codes.end(), code);
    return found == codes.end() ? shown(code)
                                : shown(workbench::tr(names[static_cast<std::size_t>(found - codes.begin())]));
}

}
