#include "latin_words.h"

namespace workbench
{

bool breaks_like_latin(std::string_view language)
{
    static constexpr std::array languages{std::string_view{"es"}, std::string_view{"en"}, std::string_view{"pt"},
                                          std::string_view{"fr"}, std::string_view{"it"}, std::string_view{"qu"},
                                          std::string_view{"ay"}, std::string_view{"ca"}, std::string_view{"de"}};
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

}
