#pragma once
#include "coding/ids.h"
#include "stats/ids.h"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace stats
{

/// A sentence that states numbers, bound to the analysis that recomputes them.
struct Claim {
    ClaimId id;
    coding::QuotationId quotation;
    std::optional<AnalysisId> analysis;
    std::string analysis_name, expect;
    std::optional<double> tolerance; ///< nothing: half a unit of the last printed decimal
};
/// All, as they were made.
std::vector<Claim> claims(const workbench::Reading& reading);

/// Errors: not_found; bad_value: an expectation that cannot be read, a name that the analysis does not give, a
/// tolerance below 0.
workbench::Result<ClaimId> add_claim(workbench::Project& project, coding::QuotationId quotation, AnalysisId analysis,
                                     const std::string& expect, std::optional<double> tolerance = {});

enum class Verdict { consistent, inconsistent, no_evidence };
/// "consistent", "inconsistent", "no_evidence".
std::string_view name_of(Verdict verdict);
/// With its shape, in the language of the messages: "▲ inconsistent".
std::string in_words(Verdict verdict);

/// What became of a claim when its numbers were computed again from the tables.
struct Verified {
    Claim claim;
    std::string quotation, text;       ///< label and literal text
    nlohmann::ordered_json recomputed; ///< name → value, null where there is none
    Verdict verdict = Verdict::no_evidence;
    std::string detail; ///< a sentence
};
/// Computes every analysis that a claim names anew and compares.
workbench::Result<std::vector<Verified>> verify(const workbench::Reading& reading);

}
