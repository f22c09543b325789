#pragma once
#include "stats/ids.h"
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace stats
{

inline constexpr std::array<std::string_view, 4> verdicts{"converges", "complements", "contradicts", "silent"};

/// The numbers that words speak of: an analysis, or a column of a table, or one cell of it.
struct Numbers {
    std::optional<AnalysisId> analysis = {};
    std::optional<TableId> table = {};    ///< when there is no analysis
    std::string column = {};              ///< of the table
    std::optional<std::int64_t> row = {}; ///< of the cell, from 1; nothing: the whole column
    bool operator==(const Numbers&) const = default;
};

/// How they are called before people: "Spearman", "Sectores, brecha_pct", "Sectores, brecha_pct, row 3".
std::string name_of(const workbench::Reading& reading, const Numbers& numbers);

/// Ties a code, quotation, memo or network to numbers: what the words say of them.
struct Evidence {
    EvidenceId id;
    std::int64_t object = 0;
    std::string ref; ///< of the object, "code:Motivaciones/Cero papel"
    Numbers numbers;
    std::string numbers_name, verdict, reason;
    bool stale = false; ///< the numbers are no longer those that were judged
};

/// All, as they were made; those of one object when it is given.
std::vector<Evidence> evidence_of(const workbench::Reading& reading, std::optional<std::int64_t> object = {});

/// Errors: not_found; bad_value: a verdict that is none, an empty reason, a row that the table has not.
workbench::Result<EvidenceId> add_evidence(workbench::Project& project, std::int64_t object, const Numbers& numbers,
                                           const std::string& verdict, const std::string& reason);

/// What to say otherwise. New numbers, or the old ones given again, are those that stand there now.
struct EvidenceSettings {
    std::optional<Numbers> numbers = {};
    std::optional<std::string> verdict = {}, reason = {};
};
/// 1, or 0 when all was so already. Errors: as add_evidence().
workbench::Result<int> set_evidence(workbench::Project& project, EvidenceId id, const EvidenceSettings& settings);
/// Errors: not_found.
workbench::Result<int> delete_evidence(workbench::Project& project, EvidenceId id);

}
