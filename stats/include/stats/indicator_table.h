#pragma once
#include "stats/ids.h"
#include "stats/recipe.h"
#include "stats/table_reader.h"
#include "workbench/progress.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stats
{

/// A table of indicators in the project: its cells are as they were imported, for ever.
struct IndicatorTable {
    TableId id;
    std::string name;
    std::optional<std::string> citation, file_name; ///< `citation`: where the numbers come from
    std::int64_t rows = 0;
    std::vector<ColumnInfo> columns;
    Notation notation;
    std::string cells; ///< SHA-256 in the content of the project
};

/// All tables, in the order given by the user, then as they were made.
std::vector<IndicatorTable> indicator_tables(const workbench::Reading& reading);
/// By name or "#ID". Errors: not_found with near names, ambiguous.
workbench::Result<IndicatorTable> find_table(const workbench::Reading& reading, std::string_view ref);

/// The cells, typed as the columns say. Errors: broken_file when they are not in the project.
workbench::Result<NamedTable> table_data(const workbench::Reading& reading, const IndicatorTable& table);
/// What the numbers depend on, as in NamedTable: the cells and how they are read. Reads no cell.
std::string data_hash(const IndicatorTable& table);
/// For recipes that name a table of this project. `reading` must outlive it.
TableSource tables_of(const workbench::Reading& reading);

struct ImportTableOptions {
    std::string name;     ///< empty: the file's name without its suffix
    std::string citation; ///< of the source
    ReadOptions read;
};

struct ImportedTable {
    IndicatorTable table;
    std::vector<std::string> warnings;
};

/// Reads a file (see table_reader.h) and stores it, as one change. Errors: those of read_table(); exists; cancelled,
/// with nothing stored.
workbench::Result<ImportedTable> import_table(workbench::Project& project, const std::filesystem::path& file,
                                              const ImportTableOptions& options, workbench::Progress& progress);
workbench::Result<ImportedTable> import_table(workbench::Project& project, const std::filesystem::path& file,
                                              const ImportTableOptions& options);

/// What to say differently about a table; an empty text is none. Its name stays: recipes name it.
struct TableSettings {
    std::optional<std::string> citation;
};
/// 1, or 0 when all was so already. Errors: not_found.
workbench::Result<int> set_table(workbench::Project& project, TableId table, const TableSettings& settings);
/// Errors: not_found; conflict when an analysis or evidence stands on it.
workbench::Result<int> delete_table(workbench::Project& project, TableId table);

/// What to say differently about a column. The cells stay.
struct ColumnSettings {
    std::optional<ColumnType> type;
    std::optional<Level> level;
    std::optional<std::string> unit, label;
    std::optional<std::vector<std::string>> missing;
};
/// 1, or 0 when all was so already. Errors: not_found.
workbench::Result<int> set_column(workbench::Project& project, TableId table, const std::string& column,
                                  const ColumnSettings& settings);

}
