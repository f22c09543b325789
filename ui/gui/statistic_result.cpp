#include "statistic_result.h"
#include "session.h"
#include "stats/analysis_file.h"
#include "stats/result_table.h"
#include <nlohmann/json.hpp>

namespace gui
{
using nlohmann::ordered_json;

ShownResult shown_result(Session& session, const ordered_json& recipe, const ordered_json& outcome,
                         const std::string& title)
{
    const auto statistic = recipe.value("statistic", "");
    const auto format = stats::NumberFormat::of(session.reading());
    const auto input = recipe.value("input", ordered_json::object());
    ShownResult shown;
    shown.tables.push_back(stats::result_table(statistic, input, outcome, title, format));
    shown.sentence = stats::result_sentence(statistic, outcome, format);
    shown.chart = stats::chart_of(session.reading(), recipe);
    return shown;
}

}
