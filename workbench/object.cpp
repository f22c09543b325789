#include "workbench/object.h"
#include "workbench/rows.h"
#include "workbench/spoken.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace workbench
{
namespace
{

constexpr std::array words{std::string_view{"document"},   std::string_view{"quotation"}, std::string_view{"code"},
                           std::string_view{"code_group"}, std::string_view{"memo"},      std::string_view{"case"},
                           std::string_view{"variable"},   std::string_view{"relation"},  std::string_view{"link"},
                           std::string_view{"network"},    std::string_view{"table"},     std::string_view{"analysis"},
                           std::string_view{"evidence"},   std::string_view{"claim"},     std::string_view{"finding"},
                           std::string_view{"coding"},     std::string_view{"search"}};
static_assert(words.size() == static_cast<std::size_t>(ObjectKind::search) + 1);

}

std::string_view name_of(ObjectKind kind)
{
    return words[static_cast<std::size_t>(kind)];
}

std::optional<ObjectKind> object_kind_named(std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<ObjectKind>(found - words.begin());
}

std::string noun_of(ObjectKind kind)
{
    return spoken(Words::object, name_of(kind));
}

std::optional<ObjectKind> object_kind_called(std::string_view word)
{
    if (const auto kind = object_kind_named(word)) return kind;
    const auto folded = fold(word);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](std::string_view one) { return fold(spoken(Words::object, one)) == folded; });
    if (found == words.end()) return std::nullopt;
    return static_cast<ObjectKind>(found - words.begin());
}

std::optional<ObjectKind> kind_of(const Reading& reading, std::int64_t id)
{
    const auto word = reading.row<std::string>("SELECT kind FROM object WHERE id = ?", id);
    return word ? object_kind_named(*word) : std::nullopt;
}

std::optional<std::int64_t> id_in(std::string_view ref)
{
    if (!ref.starts_with('#')) return std::nullopt;
    std::int64_t id = 0;
    const auto* const end = ref.data() + ref.size();
    const auto [rest, bad] = std::from_chars(ref.data() + 1, end, id);
    return bad == std::errc{} && rest == end && id > 0 ? std::optional(id) : std::nullopt;
}

}
