#include "stats/expectation.h"
#include "workbench/tr.h"
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace stats
{

using namespace workbench;

namespace
{

struct Operator {
    std::string_view text;
    Comparison comparison;
};
// The longer ones first, so that <= is not taken for <.
constexpr std::array operators{
    Operator{"<=", Comparison::at_most}, Operator{">=", Comparison::at_least}, Operator{"≤", Comparison::at_most},
    Operator{"≥", Comparison::at_least}, Operator{"=", Comparison::equal},     Operator{"<", Comparison::less},
    Operator{">", Comparison::greater},  Operator{"~", Comparison::about},     Operator{"≈", Comparison::about}};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The typographic minus and hyphens as '-'; '%' and blanks within a number fall away.
std::string plain_number(std::string_view text)
{
    std::string out(text);
    for (const std::string_view minus : {"−", "–", "‑"})
        for (auto at = out.find(minus); at != std::string::npos; at = out.find(minus))
            out.replace(at, minus.size(), "-");
    for (const std::string_view blank : {"\u00a0", "\u202f"})
        for (auto at = out.find(blank); at != std::string::npos; at = out.find(blank)) out.erase(at, blank.size());
    if (out.ends_with('%')) out = std::string(trimmed(std::string_view(out).substr(0, out.size() - 1)));
    return out;
}

/// Three digits after it and one to three before it, the first of them no zero: "1,234" may be either.
bool may_group(const std::string& digits, std::size_t at)
{
    const auto whole = digits.find_first_of("0123456789");
    return digits.size() - at == 4 && whole < at && at - whole <= 3 && digits[whole] != '0';
}

/// The sign that stands before the decimals; 0 when the number has none.
char decimal_in(const std::string& number, char usual)
{
    const auto dot = number.rfind('.'), comma = number.rfind(',');
    if (dot != std::string::npos && comma != std::string::npos) return dot > comma ? '.' : ',';
    const char only = dot != std::string::npos ? '.' : comma != std::string::npos ? ',' : '\0';
    if (!only) return '\0';
    const auto first = number.find(only), last = number.rfind(only);
    if (first != last) return '\0'; // 1,234,567
    return may_group(number, last) && only != usual ? '\0' : only;
}

struct Number {
    double value, tolerance;
};

std::optional<Number> number_in(std::string_view text, char usual)
{
    auto number = plain_number(text);
    const char decimal = decimal_in(number, usual);
    std::string digits;
    int decimals = 0;
    bool after = false;
    for (const char c : number) {
        if (c == decimal && decimal) {
            after = true;
            digits += '.';
        } else if (c == '.' || c == ',') {
            if (after) return std::nullopt;
        } else {
            digits += c;
            decimals += after && c >= '0' && c <= '9';
        }
    }
    if (digits.starts_with('+')) digits.erase(0, 1);
    double value = 0;
    const auto [rest, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (bad != std::errc{} || rest != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
    const auto exponent = digits.find_first_of("eE");
    int power = 0;
    if (exponent != std::string::npos) {
        decimals = 0;
        for (auto at = digits.find('.'); at != std::string::npos && ++at < exponent;) ++decimals;
        const auto from = digits[exponent + 1] == '+' ? exponent + 2 : exponent + 1;
        std::from_chars(digits.data() + from, digits.data() + digits.size(), power);
    }
    return Number{value, 0.5 * std::pow(10.0, power - decimals)};
}

tl::unexpected<Error> unreadable(std::string_view whole, std::string_view part, const std::string& why)
{
    const auto column = static_cast<std::size_t>(part.data() - whole.data()) + 1;
    return fail(ErrorCode::bad_value,
                say("The expectation \"{}\" cannot be read at column {}: {}.", whole, column, why),
                say("Write a name, one of = < > <= >= ~, and a number, as in \"r = -0.662\"; separate several by a "
                    "semicolon."));
}

Result<Expectation> expectation_in(std::string_view whole, std::string_view part, char decimal)
{
    const Operator* found = nullptr;
    std::size_t at = std::string_view::npos;
    for (const auto& op : operators) {
        const auto here = part.find(op.text);
        if (here < at) {
            at = here;
            found = &op;
        }
    }
    if (!found) return unreadable(whole, part, say("there is no = < > <= >= or ~"));
    Expectation expectation;
    expectation.name = trimmed(part.substr(0, at));
    expectation.comparison = found->comparison;
    expectation.text = trimmed(part);
    if (expectation.name.empty()) return unreadable(whole, part, say("there is no name"));
    const auto written = trimmed(part.substr(at + found->text.size()));
    const auto number = number_in(written, decimal);
    if (!number) return unreadable(whole, written, say("\"{}\" is no number", written));
    expectation.number = number->value;
    expectation.tolerance = number->tolerance;
    return expectation;
}

}

Result<std::vector<Expectation>> expectations_in(std::string_view text, char decimal)
{
    std::vector<Expectation> list;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(';', from), text.size());
        const auto part = text.substr(from, to - from);
        from = to + 1;
        if (trimmed(part).empty()) continue;
        auto expectation = expectation_in(text, part, decimal);
        if (!expectation) return fail(expectation.error());
        list.push_back(std::move(*expectation));
    }
    if (list.empty()) return unreadable(text, text, say("it is empty"));
    return list;
}

bool holds(const Expectation& expectation, double value)
{
    // What was rounded to the printed decimals may lie exactly half a unit away; a hair more is the computer's.
    const auto hair = 1e-9 * std::max(1.0, std::abs(expectation.number));
    switch (expectation.comparison) {
    case Comparison::equal: return std::abs(value - expectation.number) <= expectation.tolerance + hair;
    case Comparison::less: return value < expectation.number;
    case Comparison::greater: return value > expectation.number;
    case Comparison::at_most: return value <= expectation.number + hair;
    case Comparison::at_least: return value >= expectation.number - hair;
    case Comparison::about: return std::abs(value - expectation.number) <= 0.1 * std::abs(expectation.number) + hair;
    }
    return false;
}

}
