#pragma once
#include "stats/table_data.h"
#include "workbench/result.h"
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace stats
{

/// Runs one statistic of analyses.h on a table: {"result":{…},"method":"…","notes":[…]}. `input` holds what the
/// statistic asks for; null and [] are an empty input, and the keys `note` and `notes` are remarks. What the data do
/// not determine is null, or {"status":"undefined","reason":"…"} when that is all of it; never NaN.
///
/// bad_value: an unknown statistic or key, a key left out, a column that is not numeric. not_found: a column.
workbench::Result<nlohmann::ordered_json> run_statistic(std::string_view statistic, const TableData& data,
                                                        const nlohmann::json& input);

/// A table that a recipe names as {"table": NAME}.
struct NamedTable {
    std::shared_ptr<const TableData> data;
    std::string sha256; ///< of what the table holds
};
using TableSource = std::function<workbench::Result<NamedTable>(const std::string& name)>;

/// Runs a recipe {"statistic": NAME, "data": FILE or {"table": NAME}, "input": {…}}:
/// {"recipe":{…},"result":{…},"method":"…","notes":[…],"data_sha256":"…"}. FILE is relative to `folder`; it is read as
/// table_reader.h says, the recipe may add "separator", "decimal" and "encoding". Without `tables` a recipe cannot name
/// one. Fails as run_statistic() and read_table(), and with bad_value for a recipe that is not of this form.
workbench::Result<nlohmann::ordered_json>
run_recipe(const nlohmann::ordered_json& recipe, const std::filesystem::path& folder, const TableSource& tables = {});

/// The recipe in a file, its data relative to the file's folder. not_found or bad_file (with the line) when it cannot
/// be read as JSON. Other keys of the file are passed over, so that a file may keep its notes beside the recipe.
workbench::Result<nlohmann::ordered_json> run_recipe_file(const std::filesystem::path& file,
                                                          const TableSource& tables = {});

}
