#include "numbers/undefined.h"
#include <array>

namespace numbers
{

std::string_view name_of(Undefined reason)
{
    static constexpr std::array names{
        std::string_view{"no values"},
        std::string_view{"too few values"},
        std::string_view{"fewer than 3 complete pairs"},
        std::string_view{"constant variable"},
        std::string_view{"fewer than 2 non-empty rows or columns"},
        std::string_view{"values too large"},
    };
    static_assert(names.size() == static_cast<std::size_t>(Undefined::overflow) + 1);
    return names[static_cast<std::size_t>(reason)];
}

}
