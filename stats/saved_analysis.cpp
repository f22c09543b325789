#include "stats/saved_analysis.h"
#include "coding/object_ref.h"
#include "coding/ties.h"
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
    return data_hash(*table);
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

std::string id_ref(AnalysisId id)
{
    return "#" + std::to_string(id.value);
}

Result<void> check_name(const Reading& reading, const std::string& name, std::optional<AnalysisId> own = {})
{
    if (name.empty()) return fail(ErrorCode::bad_value, say("An analysis needs a name."));
    if (reading.row<int>("SELECT 1 FROM analysis WHERE name = ?1 AND id IS NOT ?2", name, own))
        return fail(ErrorCode::exists, say("There is already an analysis \"{}\".", name), say("Choose another name."));
    return {};
}

Result<void> nothing_stands_on(const Reading& reading, const SavedAnalysis& analysis)
{
    std::vector<std::string> holders;
    for (const auto object : reading.rows<std::int64_t>("SELECT object FROM evidence WHERE analysis = ?", analysis.id))
        holders.push_back(say("evidence for {}", coding::title_of(reading, object)));
    for (const auto& expect : reading.rows<std::string>("SELECT expect FROM claim WHERE analysis = ?", analysis.id))
        holders.push_back(say("claim {}", expect));
    if (holders.empty()) return coding::may_go(reading, {analysis.id.value}, say("\"{}\"", analysis.name));
    return fail(ErrorCode::conflict,
                say("\"{}\" cannot go while something stands on it: {}.", analysis.name, fmt::join(holders, "; ")),
                say("Remove or change these first."));
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
    if (const auto free = check_name(project, name); !free) return fail(free.error());
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

Result<std::vector<Rerun>> rerun_analyses(Project& project, std::optional<AnalysisId> only)
{
    if (only)
        if (const auto known = find_saved_analysis(project, id_ref(*only)); !known) return fail(known.error());
    return project.change(Op::rerun_analyses, [&](Change& change) -> Result<std::vector<Rerun>> {
        std::vector<Rerun> list;
        for (const auto& analysis : analyses_of(change)) {
            if (only && analysis.id != *only) continue;
            if (only) change.about(analysis.name);
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

Result<int> set_analysis(Project& project, AnalysisId id, const AnalysisSettings& settings)
{
    return project.change(Op::set_analysis, [&](Change& change) -> Result<int> {
        const auto before = find_saved_analysis(change, id_ref(id));
        if (!before) return fail(before.error());
        const auto name = settings.name.value_or(before->name);
        const auto comment = settings.comment.value_or(before->comment.value_or(""));
        if (name == before->name && comment == before->comment.value_or("")) return 0;
        if (const auto free = check_name(change, name, id); !free) return fail(free.error());
        change.about(name);
        change.run("UPDATE analysis SET name = ?, comment = ?, coder = ?, at = ? WHERE id = ?", name,
                   comment.empty() ? std::nullopt : std::optional(comment), change.coder(), change.now(), id);
        return 1;
    });
}

Result<int> delete_analysis(Project& project, AnalysisId id)
{
    return project.change(Op::delete_analysis, [&](Change& change) -> Result<int> {
        const auto before = find_saved_analysis(change, id_ref(id));
        if (!before) return fail(before.error());
        if (const auto free = nothing_stands_on(change, *before); !free) return fail(free.error());
        change.about(before->name);
        coding::cut_ties(change, id.value);
        change.run("DELETE FROM analysis_table WHERE analysis = ?", id);
        change.run("DELETE FROM analysis WHERE id = ?", id);
        change.drop_object(id.value);
        return 1;
    });
}

}
