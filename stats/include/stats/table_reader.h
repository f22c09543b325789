#pragma once
#include "stats/table_data.h"
#include "workbench/result.h"
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stats
{

/// What the user decides; what is left out is found out from all rows of the file, and reported.
struct ReadOptions {
    std::optional<char> separator;    ///< of a text file: , ; tab or |
    std::optional<char> decimal;      ///< '.' or ','
    std::string encoding;             ///< of a text file: UTF-8, windows-1252 …
    std::string sheet;                ///< of a workbook: its name; the first one when empty
    std::vector<std::string> missing; ///< cells that mean "missing" in every column, besides the empty one
    bool zeros_are_codes = true;      ///< a column with 007 is text (a district, a telephone), not numbers
};

/// A table as read, and how.
struct TableRead {
    TableData table;
    std::optional<std::string> encoding; ///< empty where the format has its own
    std::optional<char> separator;       ///< empty for a workbook, and for a text file of one column
    Notation notation;
    std::optional<std::string> sheet;
    std::string sha256; ///< of the file's bytes
    std::vector<std::string> warnings;
};

/// Reads a file by its extension (.csv .tsv .txt .xlsx .ods .json). The first row holds the names of the columns; JSON
/// is a list of objects, or {"columns":[…],"rows":[[…]]}.
///
/// not_found: no such file or sheet. unsupported: another extension. bad_file: no header, no rows that fit it, a quote
/// that is never closed, bytes that are no text. encrypted and too_large as their words say. bad_value: a file that
/// writes numbers both ways, or only such as 1,234, which is 1.234 or 1234: the sentence names the column and the hint
/// offers --decimal; bytes that do not fit the encoding.
workbench::Result<TableRead> read_table(const std::filesystem::path& file, const ReadOptions& options = {});

/// The same for bytes in memory; `name` is for messages and its extension chooses the format.
workbench::Result<TableRead> read_table_bytes(std::string bytes, const std::string& name,
                                              const ReadOptions& options = {});

/// Finds types for columns of cells, as for a text file, and makes the table. Used by every format that brings its
/// cells as text. `names` are made unique, with a warning. Fails with bad_value as above.
struct RawTable {
    std::vector<std::string> names;
    std::vector<CellTexts> columns; ///< of one length
};
workbench::Result<TableRead> typed_table(RawTable raw, const ReadOptions& options);

}
