#include "analysis_run.h"
#include "workbench/tr.h"
#include <cassert>
#include <cmath>

namespace stats
{

using workbench::say_n;
using workbench::tr;

const Column& Request::column(std::string_view key) const
{
    const auto* found = data.find(input.at(std::string(key)).get_ref<const std::string&>());
    assert(found);
    return *found;
}

std::vector<const Column*> Request::columns(std::string_view key) const
{
    std::vector<const Column*> found;
    const auto given = input.find(key);
    if (given != input.end() && given->is_array()) {
        for (const auto& name : *given) found.push_back(data.find(name.get_ref<const std::string&>()));
        return found;
    }
    for (const auto& column : data.columns())
        if (column.is_numeric()) found.push_back(&column);
    return found;
}

Json number(double value)
{
    constexpr double exact = 9007199254740992; // 2^53
    if (!std::isfinite(value)) return nullptr;
    if (value == std::trunc(value) && std::abs(value) <= exact) return static_cast<std::int64_t>(value);
    return value;
}

void Outcome::set(const char* key, double value)
{
    result[key] = number(value);
}

void Outcome::set(const char* key, const std::optional<double>& value)
{
    result[key] = value ? number(*value) : Json(nullptr);
}

void Outcome::set(const char* key, const std::optional<numbers::Interval>& value)
{
    result[key] = value ? Json::array({number(value->low), number(value->high)}) : Json::array({nullptr, nullptr});
}

void Outcome::set_undefined(numbers::Undefined reason)
{
    result["status"] = "undefined";
    result["reason"] = reason_text(reason);
}

numbers::Observed observed(const Column& column)
{
    return {column.values(), column.missing()};
}

std::string reason_text(numbers::Undefined reason)
{
    using enum numbers::Undefined;
    switch (reason) {
    case no_values: return tr("no values");
    case too_few_values: return tr("too few values");
    case too_few_pairs: return tr("fewer than 3 complete pairs");
    case constant: return tr("constant variable");
    case one_category: return tr("fewer than 2 non-empty rows or columns");
    case overflow: return tr("values too large");
    }
    return {};
}

void note_missing(Outcome& outcome, std::size_t missing, std::size_t all)
{
    if (missing == 0) return;
    outcome.note(say_n("{} of {} rows was left out because of missing values.",
                       "{} of {} rows were left out because of missing values.", static_cast<long long>(missing),
                       missing, all));
}

}
