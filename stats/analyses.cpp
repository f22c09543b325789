#include "stats/analyses.h"
#include "workbench/tr.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

const nlohmann::ordered_json* at_path(const nlohmann::ordered_json& result, std::string_view path)
{
    const auto* place = &result;
    while (true) {
        const auto dot = path.find('.');
        const auto key = std::string(path.substr(0, dot));
        if (!place->is_object() || !place->contains(key)) return nullptr;
        place = &place->at(key);
        if (dot == std::string_view::npos) return place;
        path.remove_prefix(dot + 1);
    }
}

std::string known_names(const Analysis& analysis, const nlohmann::ordered_json& result)
{
    std::string names;
    for (const auto& symbol : analysis.symbols) names += std::string(symbol.symbol) + " ";
    for (const auto& [key, value] : result.items())
        if (value.is_number()) names += key + " ";
    return names.substr(0, names.empty() ? 0 : names.size() - 1);
}

}

const Analysis* find_analysis(std::string_view name)
{
    const auto at = std::ranges::find(analyses, name, &Analysis::name);
    return at == analyses.end() ? nullptr : &*at;
}

Result<nlohmann::ordered_json> result_value(const Analysis& analysis, const nlohmann::ordered_json& result,
                                            std::string_view name)
{
    const auto* value = at_path(result, name);
    const auto symbol = std::ranges::find(analysis.symbols, name, &Symbol::symbol);
    if (!value && symbol != analysis.symbols.end()) {
        value = at_path(result, symbol->key);
        if (!value) return nlohmann::ordered_json(nullptr); // an undefined result has no such key
    }
    if (value && (value->is_number() || value->is_null())) return *value;
    return fail(ErrorCode::bad_value, say("\"{}\" is not a number in a result of {}.", name, analysis.name),
                say("Its numbers are called: {}.", known_names(analysis, result)));
}

}
