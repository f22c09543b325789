#pragma once
#include "stats/table_reader.h"
#include <string>

/// One reader per family of formats; each leaves TableRead::sha256 to its caller.
namespace stats
{

workbench::Result<TableRead> read_delimited(std::string bytes, const std::string& name, const ReadOptions& options);
workbench::Result<TableRead> read_xlsx(std::string bytes, const std::string& name, const ReadOptions& options);
workbench::Result<TableRead> read_ods(std::string bytes, const std::string& name, const ReadOptions& options);
workbench::Result<TableRead> read_json_table(std::string bytes, const std::string& name, const ReadOptions& options);

}
