#include "call.h"
#include "terminal.h"
#include <charconv>
#include <cmath>
#include <limits>

namespace cli
{
namespace
{

const std::vector<std::string> no_values;

}

const std::string& Call::text(std::string_view name) const
{
    static const std::string nothing;
    const auto& values = all(name);
    return values.empty() ? nothing : values.front();
}

std::optional<std::string> Call::maybe(std::string_view name) const
{
    return has(name) ? std::optional(text(name)) : std::nullopt;
}

const std::vector<std::string>& Call::all(std::string_view name) const
{
    const auto found = values_.find(name);
    return found == values_.end() ? no_values : found->second;
}

std::optional<std::int64_t> Call::integer(std::string_view name) const
{
    return has(name) ? integer_in(text(name)) : std::nullopt;
}

std::optional<double> Call::number(std::string_view name) const
{
    return has(name) ? number_in(text(name)) : std::nullopt;
}

std::optional<workbench::Span> Call::span(std::string_view name) const
{
    return has(name) ? span_in(text(name)) : std::nullopt;
}

workbench::Progress Call::progress() const
{
    return terminal_progress(!json() && !quiet());
}

// A whole number too large for the machine is still a whole number: it is beyond everything, and stays so.
std::optional<std::int64_t> integer_in(std::string_view word)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || end != word.data() + word.size() || error == std::errc::invalid_argument) return std::nullopt;
    if (error == std::errc::result_out_of_range)
        return word.front() == '-' ? std::numeric_limits<std::int64_t>::min()
                                   : std::numeric_limits<std::int64_t>::max();
    return value;
}

std::optional<double> number_in(std::string_view word)
{
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || end != word.data() + word.size() || error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<workbench::Span> span_in(std::string_view word)
{
    const auto colon = word.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto begin = integer_in(word.substr(0, colon)), end = integer_in(word.substr(colon + 1));
    if (!begin || !end || *begin < 0 || *end < 0 || word.front() == '-' || word[colon + 1] == '-') return std::nullopt;
    return workbench::Span{*begin, *end};
}

}
