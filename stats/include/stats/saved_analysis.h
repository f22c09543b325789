#pragma once
#include "stats/ids.h"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace stats
{

/// A recipe with its last result.
struct SavedAnalysis {
    AnalysisId id;
    std::string name, statistic;
    nlohmann::ordered_json recipe;  ///< {"statistic","data","input"}
    nlohmann::ordered_json outcome; ///< {"result","method","notes"}
    std::string data_sha256;        ///< of what it was computed from
    bool stale = false;             ///< what it was computed from is no longer so
    std::optional<std::string> comment;
};

/// All, in the order in which they were saved.
std::vector<SavedAnalysis> analyses_of(const workbench::Reading& reading);
/// By name or "#ID". Errors: not_found with near names, ambiguous.
workbench::Result<SavedAnalysis> find_saved_analysis(const workbench::Reading& reading, std::string_view ref);

/// Runs a statistic on a table of the project: as run_recipe(). Nothing is stored.
workbench::Result<nlohmann::ordered_json> run_on_table(const workbench::Reading& reading, std::string_view statistic,
                                                       const std::string& table, const nlohmann::json& input);

/// Runs it and keeps it under `name`, as one change; what it gave. Errors: those of the run, exists, bad_value (an
/// empty name).
workbench::Result<nlohmann::ordered_json> save_analysis(workbench::Project& project, const std::string& name,
                                                        std::string_view statistic, const std::string& table,
                                                        const nlohmann::json& input, const std::string& comment = {});

struct Rerun {
    std::string analysis, statistic;
    bool stale = false, changed = false; ///< `changed`: the result is another one than before
};
/// Runs all analyses again, or one, and keeps the new results, as one change; nothing is recorded when nothing differs.
workbench::Result<std::vector<Rerun>> rerun_analyses(workbench::Project& project, std::optional<AnalysisId> only = {});

/// What to say otherwise about an analysis; an empty comment is none. 1, or 0 when all was so already. Errors:
/// not_found, exists (one of that name), bad_value (an empty name).
struct AnalysisSettings {
    std::optional<std::string> name = {}, comment = {};
};
workbench::Result<int> set_analysis(workbench::Project& project, AnalysisId id, const AnalysisSettings& settings);
/// Its table stays. Errors: not_found; conflict when evidence, a claim or a finding stands on it.
workbench::Result<int> delete_analysis(workbench::Project& project, AnalysisId id);

}
