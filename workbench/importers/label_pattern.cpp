#include "label_pattern.h"
#include "reading.h"
#include "workbench/tr.h"
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

namespace workbench
{
namespace
{

constexpr std::int32_t most_steps = 200;             // of ICU's matcher for one line: some milliseconds each
constexpr auto most_time = std::chrono::seconds(20); // for all lines together
constexpr std::int32_t most_stack = 4 << 20;         // bytes
constexpr std::size_t longest_line = 4096;           // a label stands at the beginning

std::u16string utf16(std::string_view text)
{
    std::u16string units(text.size(), u'\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(units.data(), static_cast<std::int32_t>(units.size()), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
    units.resize(U_SUCCESS(status) || status == U_STRING_NOT_TERMINATED_WARNING ? static_cast<std::size_t>(length) : 0);
    return units;
}

/// How many bytes of `text` make its first `units` UTF-16 units.
std::size_t bytes_of(std::string_view text, int units)
{
    std::int32_t at = 0;
    const auto size = static_cast<std::int32_t>(text.size());
    while (units > 0 && at < size) {
        UChar32 c;
        U8_NEXT(text.data(), at, size, c);
        units -= c > 0xFFFF ? 2 : 1;
    }
    return static_cast<std::size_t>(at);
}

std::string_view first_part(std::string_view line)
{
    if (line.size() <= longest_line) return line;
    auto end = longest_line;
    while ((line[end] & 0xC0) == 0x80) --end;
    return line.substr(0, end);
}

/// The name in what was matched: without brackets, colon and time.
std::string name_in(std::string_view matched)
{
    std::size_t at = 0;
    while (at < matched.size() && (matched[at] == ' ' || matched[at] == '*')) ++at;
    if (time_stamp(matched, at)) matched.remove_prefix(at);
    for (at = 0; at < matched.size(); ++at) {
        auto behind = at;
        const bool begins =
            at > 0 && (matched[at - 1] == ' ' || matched[at - 1] == '\t' || matched[at] == '[' || matched[at] == '(');
        if (begins && time_stamp(matched, behind)) break;
    }
    matched = matched.substr(0, at);
    constexpr std::string_view around = " \t:[]()<>*#-";
    const auto begin = matched.find_first_not_of(around);
    if (begin == std::string_view::npos) return {};
    return std::string(matched.substr(begin, matched.find_last_not_of(around) - begin + 1));
}

std::optional<double> time_in(std::string_view matched)
{
    for (std::size_t at = 0; at < matched.size(); ++at) {
        auto behind = at;
        if (at > 0 && matched[at - 1] >= '0' && matched[at - 1] <= '9') continue;
        if (const auto seconds = time_stamp(matched, behind)) return seconds;
    }
    return {};
}

}

void LabelPattern::Close::operator()(URegularExpression* expression) const
{
    uregex_close(expression);
}
LabelPattern::LabelPattern(URegularExpression* expression)
    : expression_(expression), until_(std::chrono::steady_clock::now() + most_time)
{
}
LabelPattern::LabelPattern(LabelPattern&&) noexcept = default;
LabelPattern& LabelPattern::operator=(LabelPattern&&) noexcept = default;
LabelPattern::~LabelPattern() = default;

Result<LabelPattern> LabelPattern::from(const std::string& pattern)
{
    const auto units = utf16(pattern);
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    auto* opened = uregex_open(units.data(), static_cast<std::int32_t>(units.size()), 0, &place, &status);
    if (units.empty() || U_FAILURE(status)) {
        if (opened) uregex_close(opened);
        return fail(ErrorCode::bad_value,
                    say("The pattern for speakers \"{}\" cannot be read: column {} is wrong.", pattern,
                        std::max<std::int32_t>(place.offset, 1)),
                    say("An example is ^([A-Z]+[0-9]*): for names in capitals before a colon."));
    }
    LabelPattern made(opened);
    uregex_setTimeLimit(opened, most_steps, &status);
    uregex_setStackLimit(opened, most_stack, &status);
    UErrorCode none = U_ZERO_ERROR;
    const int named = uregex_groupNumberFromCName(opened, "name", -1, &none);
    if (U_SUCCESS(none)) made.named_ = named;
    return made;
}

tl::unexpected<Error> LabelPattern::too_slow() const
{
    return fail(ErrorCode::bad_value, say("The pattern for speakers takes too long on this text."),
                say("Avoid repetitions within repetitions, such as (a+)+."));
}

std::optional<std::pair<int, int>> LabelPattern::group(int number) const
{
    UErrorCode status = U_ZERO_ERROR;
    const int begin = uregex_start(expression_.get(), number, &status),
              end = uregex_end(expression_.get(), number, &status);
    if (U_FAILURE(status) || begin < 0) return {};
    return std::pair{begin, end};
}

std::optional<std::pair<int, int>> LabelPattern::name_group() const
{
    if (named_ > 0) return group(named_);
    UErrorCode status = U_ZERO_ERROR;
    const int groups = uregex_groupCount(expression_.get(), &status);
    for (int number = 1; number <= groups; ++number)
        if (auto found = group(number); found && found->second > found->first) return found;
    return group(0);
}

std::optional<Label> LabelPattern::label_in(std::string_view line)
{
    if (too_long_) return {};
    line = first_part(line);
    const auto indent = std::min(line.find_first_not_of(" \t"), line.size());
    const auto words = line.substr(indent);
    const auto units = utf16(words);
    UErrorCode status = U_ZERO_ERROR;
    uregex_setText(expression_.get(), units.data(), static_cast<std::int32_t>(units.size()), &status);
    const bool matched = uregex_lookingAt(expression_.get(), 0, &status);
    too_long_ =
        status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW || std::chrono::steady_clock::now() > until_;
    if (U_FAILURE(status) || !matched) return {};

    const auto all = group(0), named = name_group();
    if (!all || !named || all->second == 0) return {};
    auto end = bytes_of(words, all->second);
    const auto whole = words.substr(0, end);
    const auto from = bytes_of(words, named->first);
    auto name = name_in(words.substr(from, bytes_of(words, named->second) - from));
    if (name.empty()) return {};
    // the colon or bracket that the pattern left is part of the label all the same
    const auto sign = words.find_first_not_of(" \t", end);
    if (sign != std::string_view::npos && (words[sign] == ':' || words[sign] == ']')) end = sign + 1;
    while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '\t')) --end;
    return Label{std::move(name), indent, indent + end, time_in(whole), false};
}

}
