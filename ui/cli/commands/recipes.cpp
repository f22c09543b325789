#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "stats/recipe.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
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

Outcome run(const Call& call)
{
    Json all = Json::array();
    for (const auto& file : call.all("recipe")) {
        auto done = stats::run_recipe_file(file);
        if (!done) return fail(done.error());
        all.push_back(std::move(*done));
    }
    const auto plain = [](const Json& answer) {
        if (!answer.is_array()) return result_text(answer);
        std::string text;
        for (const auto& each : answer) text += (text.empty() ? "" : "\n") + result_text(each);
        return text;
    };
    return Answer{all.size() == 1 ? Json(all.front()) : all, plain};
}

}

std::vector<Command> recipe_commands()
{
    return {
        {"run",
         {path("recipe", tr("RECIPE.json"), Count::some)},
         {},
         tr("Computes what recipes ask for: a statistic, its data and its input."),
         "quipu run spearman.json",
         nullptr,
         nullptr,
         run},
    };
}

}
