#include "statistic_result.h"
#include "session.h"
#include "stats/indicator_table.h"
#include "stats/result_table.h"
#include <nlohmann/json.hpp>

namespace gui
{
namespace
{

using nlohmann::ordered_json;

/// The picture of a correlation; nothing for other statistics, and when the table is gone.
std::optional<stats::ScatterChart> chart_of(Session& session, const std::string& statistic, const ordered_json& recipe)
{
    if (statistic != "pearson" && statistic != "spearman") return std::nullopt;
    const auto& source = recipe.value("data", ordered_json::object());
    const auto input = recipe.value("input", ordered_json::object());
    const auto table = stats::find_table(session.reading(), source.is_object() ? source.value("table", "") : "");
    if (!table) return std::nullopt;
    const auto data = stats::table_data(session.reading(), *table);
    if (!data) return std::nullopt;
    const auto* x = data->data->find(input.value("x", ""));
    const auto* y = data->data->find(input.value("y", ""));
    if (!x || !y) return std::nullopt;
    const stats::Column* labels = nullptr;
    for (const auto& column : data->data->columns())
        if (!labels && column.info().type == stats::ColumnType::text) labels = &column;
    return stats::ScatterChart(*x, *y, labels, statistic == "pearson", stats::NumberFormat::of(session.reading()));
}

}

ShownResult shown_result(Session& session, const ordered_json& recipe, const ordered_json& outcome,
                         const std::string& title)
{
    const auto statistic = recipe.value("statistic", "");
    const auto format = stats::NumberFormat::of(session.reading());
    const auto input = recipe.value("input", ordered_json::object());
    ShownResult shown;
    shown.tables.push_back(stats::result_table(statistic, input, outcome, title, format));
    shown.sentence = stats::result_sentence(statistic, outcome, format);
    shown.chart = chart_of(session, statistic, recipe);
    return shown;
}

}
