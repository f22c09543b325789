#include "analysis_run.h"
#include "chart_axis.h"
#include "input_check.h"
#include "stats/analysis_file.h"
#include "stats/indicator_table.h"

namespace stats
{

namespace
{

/// The column that names the rows of a table: the first of text.
const Column* names_of_rows(const TableData& data)
{
    for (const auto& column : data.columns())
        if (column.info().type == ColumnType::text) return &column;
    return nullptr;
}

ChartPointer scatter(const Request& request, bool line, const NumberFormat& format)
{
    return scatter_chart(request.column("x"), request.column("y"), names_of_rows(request.data), line, format);
}

}

ChartPointer draw_descriptives(const Request& request, const NumberFormat& format)
{
    return distribution_chart(request.column("x"), format);
}

ChartPointer draw_frequency_table(const Request& request, const NumberFormat& format)
{
    return frequency_chart(request.column("x"), format);
}

ChartPointer draw_pearson(const Request& request, const NumberFormat& format)
{
    return scatter(request, true, format);
}

ChartPointer draw_spearman(const Request& request, const NumberFormat& format)
{
    return scatter(request, false, format);
}

ChartPointer draw_contingency(const Request& request, const NumberFormat& format)
{
    const auto* names = names_of_rows(request.data);
    const auto columns = request.columns("table");
    Counts counts{names ? names->name() : std::string(), {}, {}, {}, {}};
    for (const auto* column : columns) counts.columns.push_back(axis_title(*column));
    for (std::size_t row = 0; row < request.data.rows(); ++row) {
        counts.rows.push_back(names ? std::string(names->text(row)) : std::to_string(row + 1));
        auto& cells = counts.cells.emplace_back();
        for (const auto* column : columns) {
            if (column->is_missing(row) || column->values()[row] < 0) return nullptr;
            cells.push_back(column->values()[row]);
        }
    }
    return share_chart(counts, format);
}

ChartPointer draw_contingency_from_raw(const Request& request, const NumberFormat& format)
{
    return share_chart(counts_of(request.column("row"), request.column("col")), format);
}

ChartPointer chart_of(const workbench::Reading& reading, const nlohmann::ordered_json& recipe)
{
    const auto* analysis = find_analysis(recipe.value("statistic", ""));
    const auto source = recipe.value("data", nlohmann::ordered_json::object());
    const auto table = find_table(reading, source.is_object() ? source.value("table", "") : "");
    if (!analysis || !table) return nullptr;
    const auto data = table_data(reading, *table);
    if (!data) return nullptr;
    auto input = checked_input(*analysis, *data->data, recipe.value("input", nlohmann::json::object()));
    if (!input) return nullptr; // its columns are gone
    return analysis->draw(Request{*analysis, *data->data, std::move(*input)}, NumberFormat::of(reading));
}

}
