#include "stats/recipe.h"
#include "analysis_run.h"
#include "input_check.h"
#include "stats/table_reader.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace stats
{

using nlohmann::json;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

std::string statistics()
{
    std::string names;
    for (const auto& analysis : analyses) names += (names.empty() ? "" : ", ") + std::string(analysis.name);
    return names;
}

std::string recipe_form()
{
    return say("A recipe is {}.", R"({"statistic": NAME, "data": FILE or {"table": NAME}, "input": {...}})");
}

Result<const Analysis*> analysis_called(std::string_view name)
{
    if (const auto* analysis = find_analysis(name)) return analysis;
    return fail(ErrorCode::bad_value, say("There is no statistic \"{}\".", name), say("There are: {}.", statistics()));
}

/// An option of one character, such as "decimal": ",".
Result<std::optional<char>> one_of(const Json& recipe, const char* key, std::string_view allowed)
{
    if (!recipe.contains(key)) return std::nullopt;
    const auto& given = recipe.at(key);
    const auto text = given.is_string() ? given.get<std::string>() : std::string{};
    if (text.size() == 1 && allowed.find(text[0]) != std::string_view::npos) return text[0];
    return fail(ErrorCode::bad_value, say("The key \"{}\" of the recipe cannot be {}.", key, given.dump()),
                recipe_form());
}

Result<ReadOptions> read_options(const Json& recipe)
{
    ReadOptions options;
    const auto separator = one_of(recipe, "separator", ",;\t|");
    if (!separator) return fail(separator.error());
    const auto decimal = one_of(recipe, "decimal", ".,");
    if (!decimal) return fail(decimal.error());
    options.separator = *separator;
    options.decimal = *decimal;
    if (recipe.contains("encoding") && recipe["encoding"].is_string()) options.encoding = recipe["encoding"];
    options.zeros_are_codes = false; // a recipe says itself which columns are numbers
    return options;
}

Result<NamedTable> table_from_file(const Json& recipe, const std::filesystem::path& folder)
{
    const auto options = read_options(recipe);
    if (!options) return fail(options.error());
    auto read = read_table(folder / recipe.at("data").get<std::string>(), *options);
    if (!read) return fail(read.error());
    return NamedTable{std::make_shared<TableData>(std::move(read->table)), read->sha256};
}

Result<NamedTable> table_of(const Json& recipe, const std::filesystem::path& folder, const TableSource& tables)
{
    const auto data = recipe.find("data");
    if (data == recipe.end() || data->is_null()) return NamedTable{std::make_shared<TableData>(), {}};
    if (data->is_string()) return table_from_file(recipe, folder);
    if (!data->is_object() || !data->contains("table") || !data->at("table").is_string())
        return fail(ErrorCode::bad_value, say("The key \"data\" of the recipe is neither a file nor a table."),
                    recipe_form());
    const auto name = data->at("table").get<std::string>();
    if (!tables)
        return fail(ErrorCode::not_found, say("The recipe asks for the table \"{}\", but no project is given.", name),
                    say("Name the project that holds it with --project."));
    return tables(name);
}

/// The recipe as it was understood, without what else its file may hold.
Json core_of(const Json& recipe)
{
    Json core = Json::object();
    for (const char* key : {"statistic", "data", "separator", "decimal", "encoding", "input"})
        if (recipe.contains(key)) core[key] = recipe[key];
    return core;
}

Result<Json> read_json(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::not_found, say("There is no recipe \"{}\".", file.string()),
                    say("Give the path of a JSON file."));
    std::stringstream text;
    text << in.rdbuf();
    try {
        return Json::parse(text.str());
    } catch (const Json::parse_error& error) {
        const auto bytes = text.str();
        const auto end = std::min(error.byte, bytes.size());
        const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return fail(ErrorCode::bad_file, say("The recipe \"{}\" is not JSON: see line {}.", file.string(), line),
                    recipe_form());
    }
}

}

Result<Json> run_statistic(std::string_view statistic, const TableData& data, const json& input)
{
    const auto analysis = analysis_called(statistic);
    if (!analysis) return fail(analysis.error());
    auto checked = checked_input(**analysis, data, input);
    if (!checked) return fail(checked.error());
    auto outcome = (*analysis)->run(Request{**analysis, data, std::move(*checked)});
    if (!outcome) return fail(outcome.error());
    return Json{{"result", std::move(outcome->result)},
                {"method", std::move(outcome->method)},
                {"notes", std::move(outcome->notes)}};
}

Result<Json> run_recipe(const Json& recipe, const std::filesystem::path& folder, const TableSource& tables)
{
    if (!recipe.is_object() || !recipe.contains("statistic") || !recipe["statistic"].is_string())
        return fail(ErrorCode::bad_value, say("The recipe does not name a statistic."), recipe_form());
    const auto statistic = recipe["statistic"].get<std::string>();
    if (const auto known = analysis_called(statistic); !known) return fail(known.error());
    const auto table = table_of(recipe, folder, tables);
    if (!table) return fail(table.error());
    const json input = recipe.contains("input") ? json(recipe["input"]) : json();
    auto run = run_statistic(statistic, *table->data, input);
    if (!run) return run;

    Json report{{"recipe", core_of(recipe)}};
    report.update(*run);
    report["data_sha256"] = table->sha256.empty() ? Json(nullptr) : Json(table->sha256);
    return report;
}

Result<Json> run_recipe_file(const std::filesystem::path& file, const TableSource& tables)
{
    const auto recipe = read_json(file);
    if (!recipe) return fail(recipe.error());
    return run_recipe(*recipe, file.parent_path(), tables);
}

}
