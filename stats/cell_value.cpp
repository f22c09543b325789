#include "cell_value.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace stats
{

namespace
{

constexpr std::array<std::string_view, 2> wide_blanks{"\u00a0", "\u202f"};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// A digit, a sign (also the first byte of U+2212) or a separator.
bool may_begin_number(char c)
{
    return is_digit(c) || c == '-' || c == '+' || c == '.' || c == ',' || c == '\xe2';
}

/// Takes `prefix` off the front of `text`.
bool take(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string_view take_digits(std::string_view& text)
{
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    const auto digits = text.substr(0, end);
    text.remove_prefix(end);
    return digits;
}

/// '.', ',', or ' ' for any blank; 0 when the text does not go on with a separator.
char take_separator(std::string_view& text)
{
    for (const char c : {'.', ',', ' '})
        if (take(text, {&c, 1})) return c;
    for (const auto blank : wide_blanks)
        if (take(text, blank)) return ' ';
    return 0;
}

/// Whether what is left is nothing, or an exponent.
bool take_exponent(std::string_view& text)
{
    if (text.empty()) return true;
    if (text.front() != 'e' && text.front() != 'E') return false;
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    return !take_digits(text).empty() && text.empty();
}

/// A number cut at its separators: 1.234,5 is runs 1 234 5 with separators . and ,
struct Pieces {
    static constexpr std::size_t most = 8; // 10^21 with its groups: more is no number of a table
    std::array<std::string_view, most> runs{};
    std::array<char, most> separators{};
    std::size_t count = 0; ///< of separators; there is one run more
    bool negative = false;
    bool exponent = false;
    std::string_view tail; ///< the exponent as written
};

std::optional<Pieces> pieces_of(std::string_view text)
{
    Pieces pieces;
    if (take(text, "-") || take(text, "\u2212"))
        pieces.negative = true;
    else
        take(text, "+");
    pieces.runs[0] = take_digits(text);
    while (const char separator = take_separator(text)) {
        if (pieces.count + 1 == Pieces::most) return std::nullopt;
        pieces.separators[pieces.count++] = separator;
        pieces.runs[pieces.count] = take_digits(text);
    }
    pieces.tail = text;
    pieces.exponent = !text.empty();
    if (!take_exponent(text)) return std::nullopt;
    return pieces;
}

/// Whether the first `count` + 1 runs are one whole number with its digits grouped by three, all with one sign.
bool grouped(const Pieces& pieces, std::size_t count, char decimal)
{
    const auto first = pieces.runs[0];
    if (count == 0) return true;
    if (first.empty() || first.size() > 3 || first.front() == '0') return false;
    for (std::size_t i = 0; i < count; ++i)
        if (pieces.separators[i] == decimal || pieces.separators[i] != pieces.separators[0] ||
            pieces.runs[i + 1].size() != 3)
            return false;
    return true;
}

bool fits(const Pieces& pieces, char decimal)
{
    const bool fraction = pieces.count > 0 && pieces.separators[pieces.count - 1] == decimal;
    if (pieces.runs[0].empty() && !(fraction && pieces.count == 1 && !pieces.runs[1].empty())) return false;
    if (pieces.exponent && pieces.count > (fraction ? 1u : 0u)) return false;
    return grouped(pieces, pieces.count - (fraction ? 1 : 0), decimal);
}

/// The shape of digits, perhaps a sign before them and a decimal point among them, as nearly all numbers are; empty for
/// any other text and where the point might group digits.
std::optional<NumberShape> plain_shape(std::string_view text)
{
    take(text, "-");
    const auto whole = take_digits(text);
    if (whole.empty()) return std::nullopt;
    const bool zero = whole.front() == '0';
    if (text.empty()) return NumberShape{true, true, false, true, zero && whole.size() > 1};
    if (!take(text, ".")) return std::nullopt;
    const auto fraction = take_digits(text);
    if (!text.empty() || (fraction.size() == 3 && whole.size() <= 3 && !zero)) return std::nullopt;
    return NumberShape{true, false, true};
}

std::optional<double> read_double(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<int> small_number(std::string_view digits)
{
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<double> days_of(int year, int month, int day)
{
    namespace ch = std::chrono;
    const ch::year_month_day date{ch::year{year}, ch::month{static_cast<unsigned>(month)},
                                  ch::day{static_cast<unsigned>(day)}};
    if (year < 1 || !date.ok()) return std::nullopt;
    return static_cast<double>(ch::sys_days{date}.time_since_epoch().count());
}

/// Three numbers with one of "/", "-" and "." twice between them.
std::optional<std::array<std::string_view, 3>> three_numbers(std::string_view cell)
{
    std::array<std::string_view, 3> parts;
    parts[0] = take_digits(cell);
    if (parts[0].empty() || cell.empty() || std::string_view{"/-."}.find(cell.front()) == std::string_view::npos)
        return std::nullopt;
    const auto separator = cell.substr(0, 1);
    for (const std::size_t i : {1, 2}) {
        if (!take(cell, separator)) return std::nullopt;
        parts[i] = take_digits(cell);
    }
    if (!cell.empty()) return std::nullopt;
    return parts;
}

std::string lower_ascii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}

std::string_view trimmed(std::string_view cell)
{
    const auto plain = [](char c) { return c > ' ' && c != 0x7f; }; // neither a blank nor part of a wide one
    if (cell.empty() || (plain(cell.front()) && plain(cell.back()))) return cell;
    const auto blank_before = [&] {
        return take(cell, " ") || take(cell, "\t") || take(cell, wide_blanks[0]) || take(cell, wide_blanks[1]);
    };
    const auto blank_after = [&] {
        for (const std::string_view blank :
             {std::string_view{" "}, std::string_view{"\t"}, wide_blanks[0], wide_blanks[1]})
            if (cell.ends_with(blank)) return cell.remove_suffix(blank.size()), true;
        return false;
    };
    while (blank_before()) {}
    while (blank_after()) {}
    return cell;
}

NumberShape number_shape(std::string_view cell)
{
    if (cell.empty() || !may_begin_number(cell.front())) return {};
    if (const auto plain = plain_shape(cell)) return *plain;
    const auto pieces = pieces_of(cell);
    if (!pieces) return {};
    NumberShape shape{fits(*pieces, '.'), fits(*pieces, ',')};
    const auto separators = std::span(pieces->separators).first(pieces->count);
    shape.separated = std::ranges::any_of(separators, [](char c) { return c != ' '; });
    shape.digits_only = pieces->count == 0 && !pieces->exponent && shape.point;
    shape.leading_zero = shape.digits_only && pieces->runs[0].size() > 1 && pieces->runs[0].front() == '0';
    return shape;
}

std::optional<double> number_of(std::string_view cell, char decimal)
{
    if (decimal == '.' && !cell.empty() && is_digit(cell.front()))
        if (const auto plain = read_double(cell)) return plain; // nearly always
    const auto pieces = pieces_of(cell);
    if (!pieces || cell.empty() || !fits(*pieces, decimal)) return std::nullopt;

    std::string plain = pieces->negative ? "-" : "";
    for (std::size_t i = 0; i <= pieces->count; ++i) {
        if (i > 0 && pieces->separators[i - 1] == decimal) plain += '.';
        plain += pieces->runs[i];
    }
    return read_double(plain += pieces->tail);
}

std::optional<std::pair<int, int>> slash_date(std::string_view cell)
{
    const auto parts = three_numbers(cell);
    if (!parts || (*parts)[2].size() != 4 || (*parts)[0].size() > 2 || (*parts)[1].size() > 2) return std::nullopt;
    const auto first = small_number((*parts)[0]), second = small_number((*parts)[1]);
    if (!first || !second) return std::nullopt;
    return std::pair{*first, *second};
}

std::optional<double> date_of(std::string_view cell, DayOrder days)
{
    const auto parts = three_numbers(cell);
    if (!parts) return std::nullopt;
    const auto a = small_number((*parts)[0]), b = small_number((*parts)[1]), c = small_number((*parts)[2]);
    if (!a || !b || !c) return std::nullopt;
    if ((*parts)[0].size() == 4) return days_of(*a, *b, *c);
    if (days == DayOrder::unknown || !slash_date(cell)) return std::nullopt;
    return days == DayOrder::day_first ? days_of(*c, *b, *a) : days_of(*c, *a, *b);
}

std::optional<bool> boolean_of(std::string_view cell)
{
    if (cell.empty() || cell.size() > 9) return std::nullopt;
    const auto word = lower_ascii(cell);
    static constexpr std::array<std::string_view, 6> yes{"true", "verdadero", "yes", "s\u00ed", "s\u00cd", "si"};
    static constexpr std::array<std::string_view, 3> no{"false", "falso", "no"};
    if (std::ranges::find(yes, word) != yes.end()) return true;
    if (std::ranges::find(no, word) != no.end()) return false;
    return std::nullopt;
}

}
