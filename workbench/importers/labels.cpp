#include "labels.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace workbench
{
namespace
{

constexpr std::size_t longest_name = 60; // bytes
constexpr int most_words = 5;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

void skip_blanks(std::string_view line, std::size_t& at)
{
    while (at < line.size()) {
        if (is_blank(line[at]))
            ++at;
        else if (line.substr(at).starts_with("\u00A0"))
            at += 2;
        else
            return;
    }
}

/// Markdown's stars and underscores around a label.
void skip_emphasis(std::string_view line, std::size_t& at)
{
    while (at < line.size() && (line[at] == '*' || line[at] == '_')) ++at;
}

std::optional<unsigned> number_at(std::string_view line, std::size_t& at, std::size_t most_digits)
{
    const auto begin = at;
    unsigned number = 0;
    while (at < line.size() && is_digit(line[at]) && at - begin < most_digits)
        number = 10 * number + (line[at++] - '0');
    if (at == begin) return {};
    return number;
}

std::optional<double> plain_time(std::string_view line, std::size_t& at)
{
    auto i = at;
    const auto first = number_at(line, i, 3);
    if (!first || i >= line.size() || line[i] != ':') return {};
    const auto second = number_at(line, ++i, 2);
    if (!second || *second > 59) return {};
    double seconds = *first * 60.0 + *second;
    if (i + 1 < line.size() && line[i] == ':' && is_digit(line[i + 1])) {
        const auto third = number_at(line, ++i, 2);
        if (!third || *third > 59) return {};
        seconds = seconds * 60 + *third;
    }
    if (i + 1 < line.size() && (line[i] == '.' || line[i] == ',' || line[i] == '-') && is_digit(line[i + 1])) {
        double unit = 0.1;
        for (++i; i < line.size() && is_digit(line[i]); ++i, unit /= 10) seconds += unit * (line[i] - '0');
    }
    at = i;
    return seconds;
}

bool is_name_sign(UChar32 c)
{
    if (u_isalnum(c)) return true;
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || c == ' ' || c == 0xA0 || c == '.' || c == '\'' || c == 0x2019 || c == '-' ||
           c == 0x2013 || c == '_' || c == '/' || c == '(' || c == ')' || c == '&' || c == '#' || c == 0xBA ||
           c == 0xAA || c == 0xB0;
}

/// The end of what may be a name from `at`: letters, digits and few signs, no sentence.
std::size_t end_of_name(std::string_view line, std::size_t at)
{
    const auto size = static_cast<std::int32_t>(std::min(line.size(), at + longest_name + 4));
    auto i = static_cast<std::int32_t>(at);
    while (i < size) {
        auto next = i;
        UChar32 c;
        U8_NEXT(line.data(), next, size, c);
        if (c < 0 || !is_name_sign(c)) break;
        // a time in brackets ends the name
        if ((c == '(' || c == '#') && next < size && is_digit(line[next])) {
            auto behind = static_cast<std::size_t>(i);
            if (time_stamp(line, behind)) break;
        }
        i = next;
    }
    return static_cast<std::size_t>(i);
}

/// In `Ana 00:12` the digits belong to the time.
std::size_t without_time(std::string_view line, std::size_t begin, std::size_t end)
{
    if (end >= line.size() || line[end] != ':') return end;
    auto digits = end;
    while (digits > begin && is_digit(line[digits - 1])) --digits;
    if (digits == end || digits == begin || !is_blank(line[digits - 1])) return end;
    auto behind = digits;
    return plain_time(line, behind) ? digits : end;
}

std::string_view stripped(std::string_view name)
{
    const auto outside = [](char c) { return is_blank(c) || c == '*' || c == '_' || c == '-'; };
    while (!name.empty() && outside(name.front())) name.remove_prefix(1);
    while (!name.empty() && outside(name.back())) name.remove_suffix(1);
    while (name.ends_with("\u00A0")) name.remove_suffix(2);
    return name;
}

bool is_name(std::string_view name)
{
    if (name.empty() || name.size() > longest_name) return false;
    UChar32 c;
    std::int32_t at = 0;
    U8_NEXT(name.data(), at, static_cast<std::int32_t>(name.size()), c);
    if (c < 0 || !u_isalnum(c)) return false;
    bool letter = false;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(name.size());) {
        U8_NEXT(name.data(), i, static_cast<std::int32_t>(name.size()), c);
        letter = letter || u_isalpha(c);
    }
    return letter && std::count(name.begin(), name.end(), ' ') < most_words;
}

/// `[NAME]`, `[NAME]:`, `[NAME 00:01]`; not a time alone.
std::optional<Label> bracketed(std::string_view line, std::size_t begin)
{
    if (line[begin] != '[') return {};
    auto at = begin + 1;
    const auto end = without_time(line, at, end_of_name(line, at));
    Label label{std::string(stripped(line.substr(at, end - at))), begin, 0, {}, true};
    at = end;
    skip_blanks(line, at);
    label.seconds = time_stamp(line, at);
    skip_blanks(line, at);
    if (at >= line.size() || line[at] != ']' || !is_name(label.name)) return {};
    ++at;
    label.end = at;
    skip_blanks(line, at);
    if (!label.seconds)
        if ((label.seconds = time_stamp(line, at))) label.end = at;
    skip_blanks(line, at);
    if (at < line.size() && line[at] == ':') label.end = at + 1, label.in_brackets = false;
    return label;
}

/// What may follow the colon of a label: an address (http://) or a proportion (3:1) has none.
bool colon_ends_label(std::string_view line, std::size_t colon)
{
    return colon + 1 >= line.size() || (line[colon + 1] != '/' && !is_digit(line[colon + 1]) && line[colon + 1] != ':');
}

}

std::optional<double> time_stamp(std::string_view line, std::size_t& at)
{
    if (at >= line.size()) return {};
    constexpr std::string_view openers = "[({<#", closers = "])}>#";
    const auto kind = openers.find(line[at]);
    if (kind == std::string_view::npos) return plain_time(line, at);
    auto i = at + 1;
    skip_blanks(line, i);
    const auto seconds = plain_time(line, i);
    skip_blanks(line, i);
    if (!seconds || i >= line.size() || line[i] != closers[kind]) return {};
    at = i + 1;
    return seconds;
}

std::optional<Label> label_in(std::string_view line)
{
    std::size_t at = 0;
    skip_blanks(line, at);
    const auto begin = at;
    skip_emphasis(line, at);
    if (at >= line.size()) return {};

    Label label{{}, begin, 0, time_stamp(line, at), false};
    skip_blanks(line, at);
    if (at < line.size() && line[at] == '-' && label.seconds) ++at, skip_blanks(line, at);
    if (at >= line.size()) return {};
    if (auto found = bracketed(line, at)) {
        found->begin = begin;
        if (!found->seconds) found->seconds = label.seconds;
        return found;
    }
    const auto end = without_time(line, at, end_of_name(line, at));
    label.name = stripped(line.substr(at, end - at));
    if (!is_name(label.name)) return {};
    at = end;
    skip_emphasis(line, at);
    skip_blanks(line, at);
    const bool had_time = label.seconds.has_value();
    if (auto seconds = time_stamp(line, at)) label.seconds = seconds;
    label.end = at;
    skip_emphasis(line, at);
    skip_blanks(line, at);
    if (at >= line.size()) { // a line that is only a name and a time
        if (had_time || !label.seconds) return {};
        return label;
    }
    if (line[at] != ':' || !colon_ends_label(line, at)) return {};
    label.end = ++at;
    if (auto behind = at; skip_emphasis(line, behind), behind > at && begin < line.size() && line[begin] == '*')
        label.end = behind;
    return label;
}

}
