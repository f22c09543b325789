#include "stats/analysis_file.h"
#include "paper_file.h"
#include "stats/indicator_table.h"
#include "stats/number_format.h"
#include "stats/result_table.h"
#include "workbench/file.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats
{

using namespace workbench;
using nlohmann::ordered_json;

namespace
{

/// Of the table that a recipe names; empty when it has none.
std::string citation_of(const Reading& reading, const ordered_json& recipe)
{
    const auto data = recipe.value("data", ordered_json::object());
    const auto table = find_table(reading, data.is_object() ? data.value("table", "") : "");
    return table ? table->citation.value_or("") : std::string();
}

Error other_suffix(const std::filesystem::path& file, std::string_view formats)
{
    return {ErrorCode::bad_value, say("\"{}\" is no format of this.", file.extension().string()),
            say("The formats are {}.", formats)};
}

}

std::optional<paper::Figure> figure_of(const Reading& reading, const SavedAnalysis& analysis)
{
    const auto chart = chart_of(reading, analysis.recipe);
    if (!chart) return std::nullopt;
    paper::Figure figure;
    figure.caption = analysis.name;
    figure.png = chart_bytes(*chart, ChartFormat::png);
    figure.svg = chart_bytes(*chart, ChartFormat::svg);
    figure.source = citation_of(reading, analysis.recipe);
    figure.alt = chart->said();
    return figure;
}

Result<std::filesystem::path> write_chart(const Reading& reading, const SavedAnalysis& analysis,
                                          const std::filesystem::path& file)
{
    const auto suffix = file.extension().string();
    const auto format = suffix == ".svg"   ? std::optional(ChartFormat::svg)
                        : suffix == ".png" ? std::optional(ChartFormat::png)
                        : suffix == ".pdf" ? std::optional(ChartFormat::pdf)
                                           : std::nullopt;
    if (!format) return fail(other_suffix(file, ".svg .png .pdf"));
    const auto chart = chart_of(reading, analysis.recipe);
    if (!chart)
        return fail(ErrorCode::bad_value, say("The analysis \"{}\" has no picture.", analysis.name),
                    say("There is nothing to draw, or too much to be read; export its table."));
    if (const auto done = write_file(file, chart_bytes(*chart, *format)); !done) return fail(done.error());
    return file;
}

Result<std::vector<std::filesystem::path>> write_analysis(const Reading& reading, const SavedAnalysis& analysis,
                                                          const std::filesystem::path& file)
{
    constexpr std::array formats{".docx", ".odt", ".html", ".pdf", ".md", ".xlsx"};
    if (std::ranges::find(formats, file.extension().string()) == formats.end())
        return fail(other_suffix(file, ".docx .odt .html .pdf .md .xlsx"));
    const auto format = NumberFormat::of(reading);
    auto document = empty_paper(reading);
    document.title = analysis.name;
    auto table = result_table(analysis.statistic, analysis.recipe.value("input", ordered_json::object()),
                              analysis.outcome, analysis.name, format);
    if (const auto source = citation_of(reading, analysis.recipe); !source.empty())
        table.note.parts.emplace_back(paper::Text{(table.note.empty() ? "" : " ") + say("Data: {}.", source)});
    document.blocks.emplace_back(std::move(table));
    if (const auto sentence = result_sentence(analysis.statistic, analysis.outcome, format); !sentence.empty())
        document.blocks.emplace_back(paper::Paragraph{sentence + "."});
    if (auto figure = figure_of(reading, analysis)) document.blocks.emplace_back(std::move(*figure));
    return write_paper(file, document);
}

}
