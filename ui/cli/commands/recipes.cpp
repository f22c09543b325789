#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "stats/analyses.h"
#include "stats/indicator_table.h"
#include "stats/recipe.h"
#include "stats/saved_analysis.h"
#include "workbench/tr.h"
#include <algorithm>

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

void put_lines(std::vector<std::vector<std::string>>& lines, const std::string& before, const Json& value)
{
    if (!value.is_object()) {
        lines.push_back({before, cell(value)});
        return;
    }
    for (const auto& [key, inner] : value.items()) put_lines(lines, before.empty() ? key : before + "." + key, inner);
}

std::string result_text(const Json& run)
{
    std::vector<std::vector<std::string>> lines;
    put_lines(lines, "", run["result"]);
    auto text = run["recipe"].value("statistic", "") + "\n" + aligned(lines) + cell(run["method"]) + "\n";
    for (const auto& note : run["notes"]) text += cell(note) + "\n";
    return text;
}

std::string results_text(const Json& runs)
{
    if (!runs.is_array()) return result_text(runs);
    std::string text;
    for (const auto& each : runs) text += (text.empty() ? "" : "\n") + result_text(each);
    return text;
}

Outcome run_recipes(const Call& call, const stats::TableSource& tables)
{
    Json all = Json::array();
    for (const auto& file : call.all("recipe")) {
        auto done = stats::run_recipe_file(file, tables);
        if (!done) return fail(done.error());
        all.push_back(std::move(*done));
    }
    return Answer{all.size() == 1 ? Json(all.front()) : all, results_text};
}

Outcome run(const Call& call)
{
    if (!call.has("project")) return run_recipes(call, {});
    const auto project = Project::open(call.text("project"), workbench::Access::read);
    if (!project) return fail(project.error());
    return run_recipes(call, stats::tables_of(*project));
}

/// A value as the statistic wants it: names and words stay texts, all else is a number where it is one.
nlohmann::json value_in(const std::string& word, const stats::InputKey& key)
{
    using stats::InputKind;
    const bool is_name = key.kind == InputKind::numeric_column || key.kind == InputKind::any_column;
    if (is_name || key.kind == InputKind::choice || key.kind == InputKind::table) return word;
    if (word == "true" || word == "false") return word == "true";
    if (const auto whole = integer_in(word)) return *whole;
    if (const auto number = number_in(word)) return *number;
    return word;
}

/// The options that the table of commands does not know are the inputs of the statistic.
Result<nlohmann::json> input_of(const Call& call, const stats::Analysis& analysis)
{
    std::map<std::string, std::vector<nlohmann::json>> values;
    for (const auto& [name, word] : call.others()) {
        const auto key = std::find_if(analysis.inputs.begin(), analysis.inputs.end(),
                                      [&name = name](const auto& each) { return each.key == name; });
        if (key == analysis.inputs.end())
            return usage(say("{} has no input \"{}\".", analysis.name, name),
                         say("For example: {}.", analysis.example));
        values[name].push_back(value_in(word, *key));
    }
    auto input = nlohmann::json::object();
    for (const auto& [name, list] : values) input[name] = list.size() == 1 ? list.front() : nlohmann::json(list);
    return input;
}

Result<nlohmann::json> checked_input(const Call& call)
{
    const auto* analysis = stats::find_analysis(call.text("statistic"));
    if (!analysis) {
        std::string names;
        for (const auto& each : stats::analyses) names += (names.empty() ? "" : ", ") + std::string(each.name);
        return fail(workbench::ErrorCode::bad_value, say("There is no statistic \"{}\".", call.text("statistic")),
                    say("There are: {}.", names));
    }
    return input_of(call, *analysis);
}

Outcome statistic(const Call& call, const Project& project)
{
    const auto input = checked_input(call);
    if (!input) return fail(input.error());
    auto done = stats::run_on_table(project, call.text("statistic"), call.text("table"), *input);
    if (!done) return fail(done.error());
    return Answer{std::move(*done), results_text};
}

Outcome save_statistic(const Call& call, Project& project)
{
    const auto input = checked_input(call);
    if (!input) return fail(input.error());
    auto done = stats::save_analysis(project, call.text("save"), call.text("statistic"), call.text("table"), *input);
    if (!done) return fail(done.error());
    return Answer{std::move(*done), results_text};
}

Answer analyses_answer(Json rows)
{
    return listing(std::move(rows),
                   {{"analysis", tr("Analysis")},
                    {"statistic", tr("Statistic")},
                    {"stale", tr("Out of date")},
                    {"changed", tr("Changed")}},
                   say("There are no analyses yet. Save one with: quipu stats ... --save NAME"));
}

Outcome analyses(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& analysis : stats::analyses_of(project))
        rows.push_back({{"analysis", analysis.name},
                        {"statistic", analysis.statistic},
                        {"stale", analysis.stale},
                        {"changed", false},
                        {"id", id_json(analysis.id)},
                        {"recipe", analysis.recipe}});
    return analyses_answer(rows);
}

Outcome rerun(const Call&, Project& project)
{
    const auto done = stats::rerun_analyses(project);
    if (!done) return fail(done.error());
    Json rows = Json::array();
    for (const auto& each : *done)
        rows.push_back({{"analysis", each.analysis},
                        {"statistic", each.statistic},
                        {"stale", each.stale},
                        {"changed", each.changed}});
    return analyses_answer(rows);
}

Outcome set_analysis(const Call& call, Project& project)
{
    const auto analysis = stats::find_saved_analysis(project, call.text("analysis"));
    if (!analysis) return fail(analysis.error());
    const auto done =
        stats::set_analysis(project, analysis->id, {.name = call.maybe("name"), .comment = call.maybe("comment")});
    if (!done) return fail(done.error());
    return said({{"changed", *done}}, *done ? say("Changed.") : say("It was so already."));
}

Outcome delete_analysis(const Call& call, Project& project)
{
    const auto analysis = stats::find_saved_analysis(project, call.text("analysis"));
    if (!analysis) return fail(analysis.error());
    const auto done = stats::delete_analysis(project, analysis->id);
    if (!done) return fail(done.error());
    return said({{"deleted", analysis->name}}, say("{} is deleted.", analysis->name));
}

}

std::vector<Command> recipe_commands()
{
    Command stats{
        "stats",
        {project(), text("statistic", tr("STATISTIC"))},
        {required(text_option("table", tr("TABLE"), tr("the table of the project to compute on"))),
         text_option("save", tr("NAME"), tr("keep the analysis under this name"))},
        tr("Computes a statistic on a table of the project. The inputs of the statistic are options too, as in --x "
           "and --y; those that take several values are repeated."),
        "quipu stats tesis.quipu spearman --table brechas --x need --y attended --save brecha-avance",
        statistic,
        save_statistic,
        nullptr,
        "save"};
    stats.open_options = true;
    return {
        {"run",
         {path("recipe", tr("RECIPE.json"), Count::some)},
         {path_option("project", tr("PROJECT"), tr("the project whose tables a recipe may name"))},
         tr("Computes what recipes ask for: a statistic, its data and its input."),
         "quipu run spearman.json",
         nullptr,
         nullptr,
         run},
        std::move(stats),
        {"analyses",
         {project()},
         {flag("rerun", tr("compute all of them again and keep what came"))},
         tr("Lists the saved analyses and whether their data have changed since."),
         "quipu analyses tesis.quipu --rerun",
         analyses,
         rerun,
         nullptr,
         "rerun"},
        {"analysis set",
         {project(), text("analysis", tr("NAME"))},
         {text_option("name", tr("NAME"), tr("its new name")),
          text_option("comment", tr("TEXT"), tr("a remark on it"))},
         tr("Gives a saved analysis another name or a comment."),
         "quipu analysis set tesis.quipu brecha-avance --name \"Brecha y avance\"",
         nullptr,
         set_analysis},
        {"analysis delete",
         {project(), text("analysis", tr("NAME"))},
         {},
         tr("Deletes a saved analysis on which nothing stands."),
         "quipu analysis delete tesis.quipu brecha-avance",
         nullptr,
         delete_analysis},
    };
}

}
