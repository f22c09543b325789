#include "stats/saved_analysis.h"
#include "stats/indicator_table.h"
#include "stats/recipe.h"
#include "workbench/project.h"
#include "workbench/tr.h"

namespace stats
{

using namespace workbench;
using nlohmann::ordered_json;

namespace
{

constexpr std::string_view fields = "SELECT id, name, statistic, recipe, result, data_sha256, comment FROM analysis ";

/// The hash of the data as they are now; empty when they are gone.
std::string current_hash(const Reading& reading, const ordered_json& recipe)
{
    const auto data = recipe.value("data", ordered_json());
    if (!data.is_object()) return {};
    const auto table = find_table(reading, data.value("table", ""));
    if (!table) return {};
    const auto cells = table_data(reading, *table);
    return cells ? cells->sha256 : std::string{};
}

SavedAnalysis analysis_at(const Reading& reading, const Cursor& row)
{
    SavedAnalysis analysis;
    analysis.id = row.get<AnalysisId>(0);
    analysis.name = row.get<std::string>(1);
    analysis.statistic = row.get<std::string>(2);
    analysis.recipe = ordered_json::parse(row.view(3), nullptr, false);
    analysis.outcome = ordered_json::parse(row.view(4), nullptr, false);
    analysis.data_sha256 = row.get<std::string>(5);
    analysis.comment = row.get<std::optional<std::string>>(6);
    analysis.stale = current_hash(reading, analysis.recipe) != analysis.data_sha256;
    return analysis;
}

ordered_json recipe_of(std::string_view statistic, const std::string& table, const nlohmann::json& input)
{
    ordered_json recipe;
    recipe["statistic"] = statistic;
    recipe["data"] = {{"table", table}};
    recipe["input"] = input;
    return recipe;
}

ordered_json outcome_of(const ordered_json& run)
{
    ordered_json outcome;
    for (const char* key : {"result", "method", "notes"}) outcome[key] = run.value(key, ordered_json());
    return outcome;
}

}

std::vector<SavedAnalysis> analyses_of(const Reading& reading)
{
    std::vector<SavedAnalysis> list;
    auto row = reading.ask(std::string(fields) + "ORDER BY id");
    while (row.next()) list.push_back(analysis_at(reading, row));
    return list;
}

Result<SavedAnalysis> find_saved_analysis(const Reading& reading, std::string_view ref)
{
    const auto id = find_of_kind(reading, ref, ObjectKind::analysis);
    if (!id) return fail(id.error());
    auto row = reading.ask(std::string(fields) + "WHERE id = ?", *id);
    if (!row.next()) return fail(ErrorCode::not_found, say("There is no analysis \"{}\".", ref));
    return analysis_at(reading, row);
}

Result<ordered_json> run_on_table(const Reading& reading, std::string_view statistic, const std::string& table,
                                  const nlohmann::json& input)
{
    return run_recipe(recipe_of(statistic, table, input), {}, tables_of(reading));
}

Result<ordered_json> save_analysis(Project& project, const std::string& name, std::string_view statistic,
                                   const std::string& table, const nlohmann::json& input, const std::string& comment)
{
    if (name.empty()) return fail(ErrorCode::bad_value, say("An analysis needs a name."));
    if (project.row<int>("SELECT 1 FROM analysis WHERE name = ?", name))
        return fail(ErrorCode::exists, say("There is already an analysis \"{}\".", name), say("Choose another name."));
    const auto used = find_table(project, table);
    if (!used) return fail(used.error());
    const auto run = run_on_table(project, statistic, used->name, input);
    if (!run) return fail(run.error());
    const auto saved = project.change(Op::save_analysis, [&](Change& change) -> Result<void> {
        change.about(name);
        const auto id = change.new_object<AnalysisId>(ObjectKind::analysis);
        change.run("INSERT INTO analysis (id, name, statistic, recipe, result, data_sha256, comment, coder, at) VALUES "
                   "(?,?,?,?,?,?,?,?,?)",
                   id, name, statistic, recipe_of(statistic, used->name, input).dump(), outcome_of(*run).dump(),
                   run->value("data_sha256", ""), comment.empty() ? std::nullopt : std::optional(comment),
                   change.coder(), change.now());
        change.run("INSERT INTO analysis_table (id, analysis, indicator_table) VALUES (?,?,?)",
                   change.next_id<Id<struct UseTag>>(), id, used->id);
        return {};
    });
    if (!saved) return fail(saved.error());
    return *run;
}

Result<std::vector<Rerun>> rerun_analyses(Project& project)
{
    return project.change(Op::rerun_analyses, [&](Change& change) -> Result<std::vector<Rerun>> {
        std::vector<Rerun> list;
        for (const auto& analysis : analyses_of(change)) {
            const auto run = run_recipe(analysis.recipe, {}, tables_of(change));
            if (!run) return fail(run.error());
            const auto outcome = outcome_of(*run);
            const bool changed = outcome["result"] != analysis.outcome.value("result", ordered_json());
            if (changed || analysis.stale)
                change.run("UPDATE analysis SET result = ?, data_sha256 = ?, coder = ?, at = ? WHERE id = ?",
                           outcome.dump(), run->value("data_sha256", ""), change.coder(), change.now(), analysis.id);
            list.push_back({analysis.name, analysis.statistic, false, changed});
        }
        return list;
    });
}

}
