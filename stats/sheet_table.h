#pragma once
#include "stats/table_reader.h"
#include "workbench/result.h"
#include <optional>
#include <string>
#include <vector>

namespace stats
{

/// A cell of a workbook, which says itself what it is, unlike a cell of a text file.
struct SheetCell {
    enum class Kind { empty, text, number, date, boolean, error };
    Kind kind = Kind::empty;
    std::string text;  ///< of a text or an error; a date as 2024-04-03 or 2024-04-03T10:30:00
    double number = 0; ///< of a number; 1 or 0 of a boolean
};

/// Takes the cells of a sheet in order and makes a table of them. The first row that holds anything names the columns;
/// rows without anything are passed over. Columns before the first name are not taken.
class SheetTable
{
 public:
    explicit SheetTable(const ReadOptions& options) : options_(options) {}

    /// Puts a cell into the current row; columns count from 0 and come in ascending order.
    void put(std::size_t column, SheetCell cell);

    /// too_large when the sheet unfolds to more cells than we take.
    workbench::Result<void> end_row();

    /// `where` names file and sheet in messages. bad_file: a sheet without anything. bad_value: see read_table().
    workbench::Result<TableRead> finish(const std::string& where);

 private:
    void name_columns();
    void append_row();
    void append_cell(std::size_t column, const SheetCell& cell);
    std::string written(const SheetCell& cell) const;

    ReadOptions options_;
    std::vector<SheetCell> row_;
    std::size_t first_column_ = 0;
    RawTable raw_;
    std::size_t rows_ = 0, errors_ = 0;
    std::vector<std::optional<std::string>> unclear_; ///< per column: the first text cell such as 1,234
};

}
