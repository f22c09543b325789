#pragma once
#include "stats/table_data.h"
#include "workbench/result.h"
#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace stats
{

/// The cells of a table as they were written: {"columns":[name…],"rows":[[text…]…]}. An empty cell is "". This is how
/// a project keeps an imported table; types, levels and missing codes are kept beside it and may change.
nlohmann::ordered_json cells_json(const TableData& table);

/// The table again. `infos` are in the order of the columns and give the names that count.
/// bad_value: not of that form, or not as many infos as columns.
workbench::Result<TableData> table_from_cells(const nlohmann::ordered_json& cells, std::vector<ColumnInfo> infos,
                                              Notation notation);

}
