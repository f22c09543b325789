#pragma once
#include "coding/ids.h"
#include "stats/ids.h"
#include <string>
#include <vector>

namespace stats
{

/// A statement with its quotations and its numbers.
struct Finding {
    FindingId id;
    std::string title, text;
    std::vector<coding::QuotationId> quotations; ///< in the order given
    std::vector<AnalysisId> analyses;
};
/// All, in the order given by the user, then as they were made.
std::vector<Finding> findings(const workbench::Reading& reading);

struct NewFinding {
    std::string title, text;
    std::vector<coding::QuotationId> quotations = {};
    std::vector<AnalysisId> analyses = {};
};
/// Errors: bad_value (an empty title), exists (one of that title), not_found.
workbench::Result<FindingId> add_finding(workbench::Project& project, const NewFinding& finding);

}
