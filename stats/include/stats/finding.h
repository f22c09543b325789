#pragma once
#include "coding/ids.h"
#include "stats/ids.h"
#include <optional>
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

/// What to say otherwise about a finding.
struct FindingSettings {
    std::optional<std::string> title = {}, text = {};
    std::optional<std::vector<coding::QuotationId>> quotations = {};
    std::optional<std::vector<AnalysisId>> analyses = {};
};
/// 1, or 0 when all was so already. Errors: as add_finding().
workbench::Result<int> set_finding(workbench::Project& project, FindingId id, const FindingSettings& settings);
/// Puts it before another one, or at the end. 1, or 0 when it stands there already. Errors: not_found.
workbench::Result<int> move_finding(workbench::Project& project, FindingId id, std::optional<FindingId> before);
/// Its quotations and analyses stay. Errors: not_found; conflict when something stands on it.
workbench::Result<int> delete_finding(workbench::Project& project, FindingId id);

}
