#pragma once
#include "stats/ids.h"
#include <array>
#include <string>
#include <vector>

namespace stats
{

inline constexpr std::array<std::string_view, 4> verdicts{"converges", "complements", "contradicts", "silent"};

/// Ties a code, quotation, memo or network to an analysis: what the words say of the numbers.
struct Evidence {
    EvidenceId id;
    std::int64_t object = 0;
    std::string ref; ///< of the object, "code:Motivaciones/Cero papel"
    AnalysisId analysis;
    std::string analysis_name, verdict, reason;
    bool stale = false; ///< the data of the analysis are no longer those that were judged
};

/// All, as they were made; those of one object when it is given.
std::vector<Evidence> evidence_of(const workbench::Reading& reading, std::optional<std::int64_t> object = {});

/// Errors: not_found, bad_value (a verdict that is none, an empty reason).
workbench::Result<EvidenceId> add_evidence(workbench::Project& project, std::int64_t object, AnalysisId analysis,
                                           const std::string& verdict, const std::string& reason);

}
