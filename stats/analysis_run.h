#pragma once
#include "numbers/missing.h"
#include "numbers/undefined.h"
#include "stats/analyses.h"
#include "stats/table_data.h"
#include "workbench/result.h"
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

/// What the sources of the single statistics share.
namespace stats
{

using Json = nlohmann::ordered_json;

/// The input was checked against Analysis::inputs before: required keys are there and name columns of their kind.
struct Request {
    const Analysis& analysis;
    const TableData& data;
    nlohmann::json input;

    const Column& column(std::string_view key) const;
    std::vector<const Column*> columns(std::string_view key) const; ///< of a table of counts
};

struct Outcome {
    Json result = Json::object();
    std::string method;
    std::vector<std::string> notes;

    /// Sets a key to a number; an absent or infinite one is null.
    void set(const char* key, double value);
    void set(const char* key, const std::optional<double>& value);
    void set(const char* key, const std::optional<numbers::Interval>& value);
    void set_undefined(numbers::Undefined reason);
    void note(std::string sentence) { notes.push_back(std::move(sentence)); }
};

/// The value as JSON: whole numbers without a fraction, null for what is not finite.
Json number(double value);

numbers::Observed observed(const Column& column);

/// "constant variable" in the user's language.
std::string reason_text(numbers::Undefined reason);

/// A note on values left out; nothing when there are none.
void note_missing(Outcome& outcome, std::size_t missing, std::size_t all);

}
