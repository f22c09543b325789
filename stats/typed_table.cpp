#include "cell_value.h"
#include "column_guess.h"
#include "parallel.h"
#include "stats/table_reader.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cassert>
#include <set>

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

using Surveys = std::vector<ColumnSurvey>;

std::vector<std::string> unique_names(std::vector<std::string> names, std::vector<std::string>& warnings)
{
    std::set<std::string> taken(names.begin(), names.end()), seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto base = names[i].empty() ? "V" + std::to_string(i + 1) : names[i];
        auto name = base;
        for (int n = 2; seen.contains(name) || (name != names[i] && taken.contains(name)); ++n)
            name = base + "_" + std::to_string(n);
        if (names[i].empty())
            warnings.push_back(say("Column {} has no name; it is called \"{}\".", i + 1, name));
        else if (name != names[i])
            warnings.push_back(say("Two columns are called \"{}\"; the second is called \"{}\".", names[i], name));
        seen.insert(name);
        names[i] = name;
    }
    return names;
}

/// The first column whose numbers can only have this decimal sign.
std::optional<std::size_t> witness(const Surveys& surveys, char decimal)
{
    const auto only = [&](const ColumnSurvey& s) { return s.numeric() && (decimal == '.' ? !s.comma : !s.point); };
    const auto at = std::ranges::find_if(surveys, only);
    if (at == surveys.end()) return std::nullopt;
    return static_cast<std::size_t>(at - surveys.begin());
}

tl::unexpected<workbench::Error> both_signs(const std::string& with_point, const std::string& with_comma)
{
    return fail(ErrorCode::bad_value,
                say("The numbers of column \"{}\" have a decimal point and those of column \"{}\" a decimal comma.",
                    with_point, with_comma),
                say("Say which one this file uses with --decimal . or --decimal , (the other column is then text)."));
}

tl::unexpected<workbench::Error> unclear(const std::string& column, std::string_view cell)
{
    return fail(ErrorCode::bad_value,
                say("In column \"{}\" the number {} can be read in two ways, and no other number of the file decides.",
                    column, cell),
                say("Give --decimal . or --decimal , to say which sign stands before the decimals."));
}

/// One sign for the whole file, from all its rows: numbers that can be read in one way only decide for the others.
/// Cells that no quote protects from a separating comma were written with a decimal point.
Result<char> decimal_of(const RawTable& raw, const Surveys& surveys, const ReadOptions& options)
{
    if (options.decimal) return *options.decimal;
    const auto point = witness(surveys, '.'), comma = witness(surveys, ',');
    if (point && comma) return both_signs(raw.names[*point], raw.names[*comma]);
    if (point) return '.';
    if (comma) return ',';
    for (std::size_t i = 0; i < surveys.size(); ++i) {
        if (!surveys[i].ambiguous()) continue;
        const auto cell = raw.columns[i][*surveys[i].ambiguous_row];
        const bool point_in_commas = options.separator == ',' && cell.find(',') == std::string_view::npos;
        if (!point_in_commas) return unclear(raw.names[i], cell);
    }
    return '.';
}

DayOrder days_of(const Surveys& surveys)
{
    const auto dates = [](const ColumnSurvey& s) { return s.cells > 0 && s.dates && s.slash_dates; };
    bool day_first = false, month_first = false;
    for (const auto& s : surveys) {
        if (!dates(s)) continue;
        day_first = day_first || s.first_over_12;
        month_first = month_first || s.second_over_12;
    }
    if (day_first == month_first) return DayOrder::unknown;
    return day_first ? DayOrder::day_first : DayOrder::month_first;
}

void warn_of_column(const RawTable& raw, std::size_t i, const ColumnSurvey& s, ColumnType type, Notation notation,
                    std::vector<std::string>& warnings)
{
    const auto& name = raw.names[i];
    if (type != ColumnType::text) {
        if (s.large)
            warnings.push_back(say("Column \"{}\" has whole numbers of more than 15 digits; they are rounded in "
                                   "calculations. The cells keep them.",
                                   name));
        return;
    }
    const bool mostly_numbers = s.numbers < s.cells && s.numbers * 5 >= s.cells * 4;
    if (mostly_numbers)
        warnings.push_back(say("Column \"{}\" is text because of \"{}\" in row {}; give --missing \"{}\" if that means "
                               "missing.",
                               name, raw.columns[i][*s.first_other_row], *s.first_other_row + 1,
                               raw.columns[i][*s.first_other_row]));
    else if (s.numeric() && s.leading_zero)
        warnings.push_back(say("Column \"{}\" is text because some of its numbers begin with 0, as codes do.", name));
    else if (s.cells > 0 && s.dates && s.slash_dates && notation.days == DayOrder::unknown)
        warnings.push_back(say("Column \"{}\" is text: it is not clear which number of its dates is the day.", name));
    else if (s.numeric())
        warnings.push_back(say("Column \"{}\" is text: its numbers do not have the decimal sign \"{}\".", name,
                               std::string(1, notation.decimal)));
}

/// A sum below a table is one case too many.
void warn_of_total(const TableData& table, std::vector<std::string>& warnings)
{
    if (table.rows() < 2) return;
    for (const auto& column : table.columns()) {
        const auto cell = trimmed(column.text(table.rows() - 1));
        if (column.info().type != ColumnType::text || cell.size() < 5) continue;
        if (cell.starts_with("Total") || cell.starts_with("TOTAL") || cell.starts_with("total"))
            return warnings.push_back(say("The last row (\"{}\") looks like a total; it counts as a row.", cell));
    }
}

/// Whether starting threads would take longer than the work.
bool is_small(const RawTable& raw)
{
    return raw.columns.empty() || raw.columns.size() * raw.columns.front().size() < 50'000;
}

}

Result<TableRead> typed_table(RawTable raw, const ReadOptions& options)
{
    assert(raw.names.size() == raw.columns.size());
    TableRead read;
    raw.names = unique_names(std::move(raw.names), read.warnings);
    Surveys surveys(raw.columns.size());
    const auto each_column = [&, small = is_small(raw)](auto f) {
        if (!small) return for_each_index(raw.columns.size(), f);
        for (std::size_t i = 0; i < raw.columns.size(); ++i) f(i);
    };
    each_column([&](std::size_t i) { surveys[i] = survey(raw.columns[i], options.missing); });
    const auto decimal = decimal_of(raw, surveys, options);
    if (!decimal) return fail(decimal.error());
    read.notation = {*decimal, days_of(surveys)};

    std::vector<ColumnInfo> infos;
    for (std::size_t i = 0; i < surveys.size(); ++i) {
        const auto type = type_of(surveys[i], read.notation, options.zeros_are_codes);
        warn_of_column(raw, i, surveys[i], type, read.notation, read.warnings);
        infos.push_back({raw.names[i], type, level_of(surveys[i], type)});
        infos.back().missing = options.missing;
    }
    std::vector<std::optional<Column>> typed(infos.size());
    each_column(
        [&](std::size_t i) { typed[i].emplace(std::move(infos[i]), std::move(raw.columns[i]), read.notation); });
    std::vector<Column> columns;
    for (auto& column : typed) columns.push_back(std::move(*column));
    read.table = TableData(std::move(columns));
    warn_of_total(read.table, read.warnings);
    return read;
}

}
