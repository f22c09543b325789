#pragma once
#include "stats/analyses.h"
#include "stats/table_data.h"
#include "workbench/result.h"
#include <nlohmann/json.hpp>

namespace stats
{

/// The input with its defaults filled in, or what is wrong with it: see run_statistic() for the errors.
workbench::Result<nlohmann::json> checked_input(const Analysis& analysis, const TableData& data,
                                                const nlohmann::json& input);

}
