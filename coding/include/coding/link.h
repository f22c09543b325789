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

/// One stored relation between two objects of any kind. It shows in every network that has both its ends.
struct Link {
    LinkId id;
    std::int64_t origin = 0;
    RelationId relation;
    std::int64_t target = 0;
    std::optional<std::string> comment;
    std::vector<QuotationId> quotations; ///< that justify it, in document order
};

/// All links as they were made; those with an end at `object` when one is given.
std::vector<Link> links(const Reading& reading, std::optional<std::int64_t> object = {});
std::optional<Link> link(const Reading& reading, LinkId id);
/// By "#ID". Errors: bad_value (another form), not_found.
Result<LinkId> find_link(const Reading& reading, std::string_view ref);

struct NewLink {
    std::int64_t origin = 0;
    RelationId relation;
    std::int64_t target = 0;
    std::optional<std::string> comment = {};
    std::vector<QuotationId> quotations = {};
};
/// Errors: not_found; exists (the same relation between the two, in either direction when it is symmetric); bad_value
/// (both ends are one object).
Result<LinkId> add_link(Project& project, const NewLink& link);

struct LinkSettings {
    std::optional<RelationId> relation;
    std::optional<std::string> comment;                 ///< an empty one takes it away
    std::optional<std::vector<QuotationId>> quotations; ///< instead of those it has
};
/// 1, or 0 when all was so already. Errors: not_found, exists.
Result<int> set_link(Project& project, LinkId link, const LinkSettings& settings);
/// Turns it round: its origin becomes its target. 1. Errors: not_found, exists.
Result<int> reverse_link(Project& project, LinkId link);
/// 1. Errors: not_found; conflict when evidence stands on it.
Result<int> delete_link(Project& project, LinkId link);

}
