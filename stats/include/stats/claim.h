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

/// What to say otherwise about a claim.
struct ClaimSettings {
    std::optional<AnalysisId> analysis = {};
    std::optional<std::string> expect = {};
    std::optional<std::optional<double>> tolerance = {}; ///< nothing inside: half a unit of the last printed decimal
};
/// 1, or 0 when all was so already. Errors: as add_claim().
workbench::Result<int> set_claim(workbench::Project& project, ClaimId id, const ClaimSettings& settings);
/// The quotation stays. Errors: not_found; conflict when something stands on the claim.
workbench::Result<int> delete_claim(workbench::Project& project, ClaimId id);

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
/// What would become of a claim, before it is made: its last result, or a new one when its data have changed. Errors:
/// as add_claim().
workbench::Result<Verified> judged(const workbench::Reading& reading, AnalysisId analysis, const std::string& expect,
                                   std::optional<double> tolerance = {});
/// The same for what a statistic gave: {"result","method","notes"}. Errors: bad_value.
workbench::Result<Verified> judged_by(const workbench::Reading& reading, std::string_view statistic,
                                      const nlohmann::ordered_json& outcome, const std::string& expect,
                                      std::optional<double> tolerance = {});
/// Computes every analysis that a claim names anew and compares.
workbench::Result<std::vector<Verified>> verify(const workbench::Reading& reading);

}
