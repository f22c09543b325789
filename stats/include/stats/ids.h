#pragma once
#include "workbench/id.h"
#include "workbench/object.h"
#include "workbench/result.h"
#include <string_view>

namespace workbench
{
class Project;
class Change;
class Reading;
}

/// Numbers and conclusions. This header holds the names that the stored nouns of the room share.
namespace stats
{

using TableId = workbench::Id<struct TableTag>;
using AnalysisId = workbench::Id<struct AnalysisTag>;
using EvidenceId = workbench::Id<struct EvidenceTag>;
using ClaimId = workbench::Id<struct ClaimTag>;
using FindingId = workbench::Id<struct FindingTag>;

/// The object of this kind that a name or "#ID" means. Errors: not_found with near names, ambiguous.
workbench::Result<std::int64_t> find_of_kind(const workbench::Reading& reading, std::string_view ref,
                                             workbench::ObjectKind kind);

}
