#include "input_check.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats
{

using nlohmann::json;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

using Problem = std::optional<workbench::Error>; // empty: nothing is wrong

std::string keys_of(const Analysis& analysis)
{
    std::string keys;
    for (const auto& input : analysis.inputs) keys += (keys.empty() ? "" : ", ") + std::string(input.key);
    return keys;
}

std::string column_names(const TableData& data, bool numeric)
{
    constexpr std::size_t shown = 30;
    std::string names;
    std::size_t count = 0;
    for (const auto& column : data.columns()) {
        if (numeric && !column.is_numeric()) continue;
        if (++count > shown) return names + " \u2026";
        names += (names.empty() ? "" : ", ") + column.name();
    }
    return names;
}

Problem check_column(const InputKey& key, const TableData& data, const json& name)
{
    const bool numeric = key.kind != InputKind::any_column;
    if (!name.is_string())
        return workbench::Error{ErrorCode::bad_value, say("The key \"{}\" of the input must name a column.", key.key),
                                say("The columns are: {}.", column_names(data, numeric))};
    const auto* column = data.find(name.get_ref<const std::string&>());
    if (!column)
        return workbench::Error{ErrorCode::not_found,
                                say("The table has no column \"{}\".", name.get_ref<const std::string&>()),
                                say("The columns are: {}.", column_names(data, numeric))};
    if (numeric && !column->is_numeric())
        return workbench::Error{ErrorCode::bad_value, say("Column \"{}\" does not hold numbers.", column->name()),
                                say("Numeric columns are: {}.", column_names(data, true))};
    return std::nullopt;
}

Problem check_table(const InputKey& key, const TableData& data, const json& names)
{
    if (names.is_string()) return std::nullopt; // words that mean all numeric columns
    if (!names.is_array() || names.empty())
        return workbench::Error{ErrorCode::bad_value,
                                say("The key \"{}\" of the input must be \"all\" or a list of columns.", key.key),
                                say("Numeric columns are: {}.", column_names(data, true))};
    for (const auto& name : names)
        if (auto problem = check_column(key, data, name)) return problem;
    return std::nullopt;
}

Problem check_choice(const InputKey& key, const json& word)
{
    const auto words = " " + std::string(key.words) + " ";
    if (word.is_string() && words.find(" " + word.get<std::string>() + " ") != std::string::npos) return std::nullopt;
    return workbench::Error{ErrorCode::bad_value,
                            say("The key \"{}\" of the input cannot be {}.", key.key, word.dump()),
                            say("It is one of: {}.", key.words)};
}

Problem check_key(const InputKey& key, const TableData& data, const json& value)
{
    switch (key.kind) {
    case InputKind::numeric_column:
    case InputKind::any_column: return check_column(key, data, value);
    case InputKind::table: return check_table(key, data, value);
    case InputKind::choice: return check_choice(key, value);
    }
    return std::nullopt;
}

Problem check_unknown(const Analysis& analysis, const json& input)
{
    for (const auto& [name, value] : input.items()) {
        if (name == "note" || name == "notes") continue;
        if (std::ranges::find(analysis.inputs, name, &InputKey::key) != analysis.inputs.end()) continue;
        return workbench::Error{ErrorCode::bad_value, say("{} has no input \"{}\".", analysis.name, name),
                                say("Its inputs are: {}; for example {}.", keys_of(analysis), analysis.example)};
    }
    return std::nullopt;
}

}

Result<json> checked_input(const Analysis& analysis, const TableData& data, const json& given)
{
    auto input = given.is_null() || (given.is_array() && given.empty()) ? json::object() : given;
    if (!input.is_object())
        return fail(ErrorCode::bad_value, say("The input of a recipe must be an object of keys and values."),
                    say("For example: {}.", analysis.example));
    if (auto problem = check_unknown(analysis, input)) return fail(*problem);
    for (const auto& key : analysis.inputs) {
        const auto name = std::string(key.key);
        if (input.contains(name)) {
            if (auto problem = check_key(key, data, input[name])) return fail(*problem);
            continue;
        }
        if (key.required)
            return fail(ErrorCode::bad_value, say("{} needs the input \"{}\".", analysis.name, name),
                        say("For example: {}.", analysis.example));
        if (!key.words.empty()) input[name] = key.words.substr(0, key.words.find(' '));
    }
    return input;
}

}
