#pragma once
#include "coding/ids.h"
#include "workbench/object.h"
#include "workbench/result.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// Any object, and what it is.
struct ObjectRef {
    workbench::ObjectKind kind;
    std::int64_t id;
    auto operator<=>(const ObjectRef&) const = default;
};

/// Reads a REF: `document:NAME quotation:3:12 code:PATH memo:TITLE case:NAME network:NAME table:NAME analysis:NAME
/// finding:TITLE code_group:NAME`, or `#ID`. The kind may also be the noun of the language ("cita:3:12"), and may be
/// left out where only one object answers to the rest. Errors: not_found with near names; ambiguous with the REFs it
/// could mean.
workbench::Result<ObjectRef> find_object(const Reading& reading, std::string_view ref);
/// All of them, each once, or the first error.
workbench::Result<std::vector<ObjectRef>> find_objects(const Reading& reading, const std::vector<std::string>& refs);

/// The REF of an object, which find_object() reads back: "code:Motivaciones/Cero papel", "quotation:3:12", "#123" where
/// it has no name or shares it. Empty when there is no such object.
std::string ref_of(const Reading& reading, std::int64_t id);

/// How an object is called before people: the last name of a code, the label of a quotation, the title of a memo.
std::string title_of(const Reading& reading, std::int64_t id);

}
