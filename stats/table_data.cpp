#include "stats/table_data.h"
#include "cell_value.h"
#include <algorithm>
#include <array>
#include <cassert>

namespace stats
{

namespace
{

constexpr std::array<std::string_view, 5> type_names{"text", "integer", "number", "date", "boolean"};
constexpr std::array<std::string_view, 4> level_names{"nominal", "ordinal", "interval", "ratio"};

template <class E, std::size_t N>
std::optional<E> among(const std::array<std::string_view, N>& names, std::string_view word)
{
    const auto at = std::ranges::find(names, word);
    if (at == names.end()) return std::nullopt;
    return static_cast<E>(at - names.begin());
}

bool means_missing(const ColumnInfo& info, std::string_view cell)
{
    return cell.empty() || (!info.missing.empty() && std::ranges::find(info.missing, cell) != info.missing.end());
}

std::optional<double> value_of(ColumnType type, std::string_view cell, Notation notation)
{
    switch (type) {
    case ColumnType::integer:
    case ColumnType::number: return number_of(cell, notation.decimal);
    case ColumnType::date: return date_of(cell, notation.days);
    case ColumnType::boolean: return boolean_of(cell);
    case ColumnType::text: break;
    }
    return std::nullopt;
}

}

std::string ColumnInfo::label_of(const std::string& code) const
{
    const auto found = std::ranges::find(value_labels, code, &std::pair<std::string, std::string>::first);
    return found == value_labels.end() ? code : found->second;
}

std::string_view name_of(ColumnType type)
{
    return type_names[static_cast<std::size_t>(type)];
}
std::string_view name_of(Level level)
{
    return level_names[static_cast<std::size_t>(level)];
}
std::optional<ColumnType> column_type(std::string_view word)
{
    return among<ColumnType>(type_names, word);
}
std::optional<Level> level(std::string_view word)
{
    return among<Level>(level_names, word);
}

Column::Column(ColumnInfo info, CellTexts cells, Notation notation)
    : info_(std::move(info)), notation_(notation), cells_(std::move(cells))
{
    if (info_.type == ColumnType::text)
        read_texts();
    else
        read_values();
}

void Column::set_missing(std::size_t row)
{
    if (missing_.empty()) missing_.resize(size());
    missing_[row] = 1;
}

void Column::read_texts()
{
    cells_.for_each([&](std::size_t row, std::string_view cell) {
        if (means_missing(info_, trimmed(cell))) set_missing(row);
    });
}

void Column::read_values()
{
    values_.resize(size());
    cells_.for_each([&](std::size_t row, std::string_view written) {
        const auto cell = trimmed(written);
        const auto value = means_missing(info_, cell) ? std::nullopt : value_of(info_.type, cell, notation_);
        if (value) {
            values_[row] = *value;
            return;
        }
        set_missing(row);
        if (!means_missing(info_, cell)) misfits_.push_back(row);
    });
}

std::size_t Column::missing_count() const
{
    return static_cast<std::size_t>(std::ranges::count_if(missing_, [](auto flag) { return flag != 0; }));
}

TableData::TableData(std::vector<Column> columns) : columns_(std::move(columns))
{
    assert(std::ranges::all_of(columns_, [&](const Column& column) { return column.size() == rows(); }));
}

const Column* TableData::find(std::string_view name) const
{
    const auto at = std::ranges::find(columns_, name, &Column::name);
    return at == columns_.end() ? nullptr : &*at;
}

}
