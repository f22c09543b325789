#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using workbench::Result;

enum class RelationKind { asymmetric, symmetric, transitive };
std::string_view name_of(RelationKind kind);
std::optional<RelationKind> relation_kind_named(std::string_view word);

/// A named kind of relation between two objects. The six that every project begins with have an English and a Spanish
/// name, the user's own have one.
struct RelationType {
    RelationId id;
    std::string name;
    std::optional<std::string> name_es, inverse, inverse_es;
    RelationKind kind = RelationKind::asymmetric;
    std::int64_t links = 0;                                  ///< how many there are of it
    bool is_standard() const { return name_es.has_value(); } ///< one of the six
    /// In the language of the messages (workbench::language()).
    std::string shown() const;
    std::optional<std::string> shown_inverse() const;
};

/// The six, then the user's own, as they were made.
std::vector<RelationType> relation_types(const Reading& reading);
/// By either name, or "#ID". Errors: not_found with near names, ambiguous with the ids.
Result<RelationId> find_relation(const Reading& reading, std::string_view ref);

/// Errors: exists (either name of another), bad_value (an empty name).
Result<RelationId> add_relation(Project& project, const std::string& name, RelationKind kind,
                                const std::optional<std::string>& inverse = {});
struct RelationSettings {
    std::optional<std::string> name, inverse; ///< an empty inverse takes it away
    std::optional<RelationKind> kind;
};
/// 1, or 0 when all was so already. Errors: not_found; exists (either name of another); bad_value (an empty name, or
/// one of the six, which every copy of a project knows by their names).
Result<int> set_relation(Project& project, RelationId relation, const RelationSettings& settings);
/// 1. Errors: not_found; conflict while there are links of it.
Result<int> delete_relation(Project& project, RelationId relation);

}
