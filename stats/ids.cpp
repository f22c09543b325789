#include "stats/ids.h"
#include "coding/object_ref.h"
#include "workbench/tr.h"

namespace stats
{

using namespace workbench;

Result<std::int64_t> find_of_kind(const Reading& reading, std::string_view ref, ObjectKind kind)
{
    const auto asked = ref.starts_with('#') ? std::string(ref) : std::string(name_of(kind)) + ":" + std::string(ref);
    const auto found = coding::find_object(reading, asked);
    if (!found) return fail(found.error());
    if (found->kind == kind) return found->id;
    return fail(ErrorCode::not_found, say("{} is a {}, not a {}.", ref, noun_of(found->kind), noun_of(kind)));
}

}
