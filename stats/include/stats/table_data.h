#pragma once
#include "stats/cell_texts.h"
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stats
{

/// What the cells of a column are.
enum class ColumnType { text, integer, number, date, boolean };

/// What may be done with them (Stevens 1946).
enum class Level { nominal, ordinal, interval, ratio };

/// "text integer number date boolean" and "nominal ordinal interval ratio"; empty for any other word.
std::string_view name_of(ColumnType type);
std::string_view name_of(Level level);
std::optional<ColumnType> column_type(std::string_view word);
std::optional<Level> level(std::string_view word);

/// Which of the first two numbers of 03/04/2024 is the day. Dates of the form 2024-04-03 are read with any of them.
enum class DayOrder { unknown, day_first, month_first };

/// How numbers and dates are written, for a whole table and never for a cell.
struct Notation {
    char decimal = '.'; ///< '.' or ','; the other one may group digits by three
    DayOrder days = DayOrder::unknown;
};

struct ColumnInfo {
    std::string name;
    ColumnType type = ColumnType::text;
    Level level = Level::nominal;
    std::string unit, label;
    std::vector<std::string> missing;                              ///< cells that mean "missing", besides the empty one
    std::vector<std::pair<std::string, std::string>> value_labels; ///< a code and what it stands for

    /// What a code stands for; the code itself when nothing is said of it.
    std::string label_of(const std::string& code) const;
};

/// One column: the text of each cell as it was written, and its value. Missing is a value of its own.
class Column
{
 public:
    /// Reads the cells as info.type says. Cells that cannot be read so are missing and listed in misfits().
    Column(ColumnInfo info, CellTexts cells, Notation notation);

    const ColumnInfo& info() const { return info_; }
    const std::string& name() const { return info_.name; }
    Notation notation() const { return notation_; }
    std::size_t size() const { return cells_.size(); }

    /// Integer or number: something to calculate with.
    bool is_numeric() const { return info_.type == ColumnType::integer || info_.type == ColumnType::number; }

    std::string_view text(std::size_t row) const { return cells_[row]; } ///< as written, also when missing
    const CellTexts& texts() const { return cells_; }

    /// One value per row: a number, the days since 1970-01-01 of a date, 1 or 0 for yes or no; what stands in the row
    /// of a missing cell means nothing. Empty for a text column.
    std::span<const double> values() const { return values_; }

    /// Not 0 where the cell is missing; empty when none is.
    std::span<const std::uint8_t> missing() const { return missing_; }
    bool is_missing(std::size_t row) const { return !missing_.empty() && missing_[row]; }
    std::size_t missing_count() const;

    /// The rows (from 0) whose cell is not of the type, in order; it is taken as missing.
    const std::vector<std::size_t>& misfits() const { return misfits_; }

 private:
    void set_missing(std::size_t row);
    void read_texts();
    void read_values();

    ColumnInfo info_;
    Notation notation_;
    CellTexts cells_;
    std::vector<double> values_;
    std::vector<std::uint8_t> missing_;
    std::vector<std::size_t> misfits_;
};

/// Columns of one length with names of their own. It knows no project; imported cells never change.
class TableData
{
 public:
    TableData() = default;
    explicit TableData(std::vector<Column> columns);

    std::size_t rows() const { return columns_.empty() ? 0 : columns_.front().size(); }
    const std::vector<Column>& columns() const { return columns_; }

    /// The column of exactly this name; null when there is none.
    const Column* find(std::string_view name) const;

 private:
    std::vector<Column> columns_;
};

}
