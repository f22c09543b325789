#include "sheet_table.h"
#include "cell_value.h"
#include "stats/categories.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

constexpr std::size_t most_cells = 50'000'000;

bool is_empty(const SheetCell& cell)
{
    return cell.kind == SheetCell::Kind::empty;
}

}

void SheetTable::put(std::size_t column, SheetCell cell)
{
    if (is_empty(cell)) return;
    if (row_.size() <= column) row_.resize(column + 1);
    row_[column] = std::move(cell);
}

Result<void> SheetTable::end_row()
{
    if (row_.empty()) return {};
    if (raw_.names.empty())
        name_columns();
    else
        append_row();
    row_.clear();
    if (rows_ * raw_.names.size() <= most_cells) return {};
    return fail(ErrorCode::too_large, say("The sheet has more than {} cells.", most_cells),
                say("Save the part that you need as CSV."));
}

void SheetTable::name_columns()
{
    first_column_ = static_cast<std::size_t>(std::ranges::find_if_not(row_, is_empty) - row_.begin());
    for (std::size_t i = first_column_; i < row_.size(); ++i)
        raw_.names.push_back(std::string(trimmed(written(row_[i]))));
    raw_.columns.resize(raw_.names.size());
    unclear_.resize(raw_.names.size());
}

void SheetTable::append_row()
{
    const auto width = row_.size() > first_column_ ? row_.size() - first_column_ : 0;
    if (width == 0) return;             // only beside the table
    while (raw_.names.size() < width) { // a cell right of the last name
        raw_.names.emplace_back();
        raw_.columns.emplace_back();
        unclear_.emplace_back();
        for (std::size_t row = 0; row < rows_; ++row) raw_.columns.back().append({});
    }
    for (std::size_t column = 0; column < raw_.names.size(); ++column)
        append_cell(column, column < width ? row_[first_column_ + column] : SheetCell{});
    ++rows_;
}

void SheetTable::append_cell(std::size_t column, const SheetCell& cell)
{
    raw_.columns[column].append(written(cell));
    if (cell.kind == SheetCell::Kind::text && !unclear_[column] && number_shape(trimmed(cell.text)).ambiguous())
        unclear_[column] = cell.text;
    if (cell.kind != SheetCell::Kind::error) return;
    ++errors_;
    if (std::ranges::find(options_.missing, cell.text) == options_.missing.end()) options_.missing.push_back(cell.text);
}

/// Numbers get the decimal sign of the table, so that text cells may follow what the user says of them.
std::string SheetTable::written(const SheetCell& cell) const
{
    switch (cell.kind) {
    case SheetCell::Kind::number: {
        auto text = number_label(cell.number);
        if (options_.decimal == ',') std::ranges::replace(text, '.', ',');
        return text;
    }
    case SheetCell::Kind::boolean: return cell.number != 0 ? "TRUE" : "FALSE";
    default: return cell.text;
    }
}

Result<TableRead> SheetTable::finish(const std::string& where)
{
    if (raw_.names.empty())
        return fail(ErrorCode::bad_file, say("{} holds nothing.", where),
                    say("Choose the sheet that holds the table with --sheet."));
    const auto unclear = unclear_;
    const bool asked = options_.decimal.has_value();
    if (!asked) options_.decimal = '.'; // a number of a workbook has no sign of its own
    auto read = typed_table(std::move(raw_), options_);
    if (!read) return read;
    for (std::size_t i = 0; i < unclear.size() && !asked; ++i) {
        const auto& column = read->table.columns()[i];
        if (unclear[i] && column.is_numeric())
            return fail(ErrorCode::bad_value,
                        say("In column \"{}\" of {} the text {} can be read as a number in two ways.", column.name(),
                            where, *unclear[i]),
                        say("Give --decimal . or --decimal , to say which sign stands before the decimals."));
    }
    if (errors_ > 0)
        read->warnings.push_back(workbench::say_n("{} cell holds an error of its formula and is missing.",
                                                  "{} cells hold an error of their formula and are missing.",
                                                  static_cast<long long>(errors_), errors_));
    return read;
}

}
