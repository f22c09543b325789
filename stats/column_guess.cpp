#include "column_guess.h"
#include "cell_value.h"
#include <algorithm>

namespace stats
{

namespace
{

constexpr std::size_t exact_digits = 15; // a double holds any whole number of so many digits

bool whole_when_grouped(std::string_view cell, char decimal)
{
    return cell.find(decimal) == std::string_view::npos;
}

void look_at_number(ColumnSurvey& s, std::size_t row, std::string_view cell)
{
    const auto shape = number_shape(cell);
    if (!shape.point && !shape.comma && !s.first_other_row) s.first_other_row = row;
    s.numbers += shape.point || shape.comma;
    s.point = s.point && shape.point;
    s.comma = s.comma && shape.comma;
    s.leading_zero = s.leading_zero || shape.leading_zero;
    s.negative = s.negative || cell.front() == '-' || (cell.front() == '\xe2' && cell.starts_with("\u2212"));
    s.large = s.large || (shape.digits_only && cell.size() > exact_digits + 1);
    if (shape.ambiguous() && !s.ambiguous_row) s.ambiguous_row = row;
    if (shape.digits_only) return;
    const char decimal = shape.point ? '.' : ',';
    s.integers = s.integers && !shape.ambiguous() && whole_when_grouped(cell, decimal) &&
                 cell.find_first_of("eE") == std::string_view::npos;
}

void look_at_date(ColumnSurvey& s, std::string_view cell)
{
    if (const auto numbers = slash_date(cell)) {
        s.slash_dates = true;
        s.first_over_12 = s.first_over_12 || numbers->first > 12;
        s.second_over_12 = s.second_over_12 || numbers->second > 12;
        return;
    }
    s.dates = date_of(cell, DayOrder::unknown).has_value();
}

}

ColumnSurvey survey(const CellTexts& cells, const std::vector<std::string>& missing)
{
    ColumnSurvey s;
    cells.for_each([&](std::size_t row, std::string_view written) {
        const auto cell = trimmed(written);
        if (cell.empty() || std::ranges::find(missing, cell) != missing.end()) return;
        ++s.cells;
        look_at_number(s, row, cell);
        if (s.dates) look_at_date(s, cell);
        if (s.booleans) s.booleans = boolean_of(cell).has_value();
    });
    return s;
}

ColumnType type_of(const ColumnSurvey& s, Notation notation, bool zeros_are_codes)
{
    if (s.cells == 0) return ColumnType::number; // all missing: no value contradicts a calculation
    const bool number = notation.decimal == '.' ? s.point : s.comma;
    if (number && s.leading_zero && zeros_are_codes) return ColumnType::text;
    if (number) {
        const bool grouped_only = s.integers && !s.large;
        return grouped_only ? ColumnType::integer : ColumnType::number;
    }
    if (s.dates && !s.slash_dates) return ColumnType::date;
    if (s.dates && notation.days != DayOrder::unknown) return ColumnType::date;
    return s.booleans ? ColumnType::boolean : ColumnType::text;
}

Level level_of(const ColumnSurvey& s, ColumnType type)
{
    if (type == ColumnType::text || type == ColumnType::boolean) return Level::nominal;
    return type == ColumnType::date || s.negative ? Level::interval : Level::ratio;
}

}
