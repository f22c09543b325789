#pragma once
#include "paper/blocks.h"
#include "stats/chart.h"
#include "stats/saved_analysis.h"
#include <filesystem>
#include <vector>

namespace stats
{

/// The picture of what a recipe asks for, {"statistic","data":{"table":…},"input"}, by its row in analyses.h; null when
/// the table or its columns are gone, and where there is nothing to draw.
ChartPointer chart_of(const workbench::Reading& reading, const nlohmann::ordered_json& recipe);

/// The same as a figure of a document, with its caption, its source and what one would say over the telephone.
std::optional<paper::Figure> figure_of(const workbench::Reading& reading, const SavedAnalysis& analysis);

/// Writes the picture; the suffix of `file` chooses the format: .svg .png .pdf. Errors: bad_value (another suffix, an
/// analysis without a picture), not_found (the folder), read_only, disk_full.
workbench::Result<std::filesystem::path> write_chart(const workbench::Reading& reading, const SavedAnalysis& analysis,
                                                     const std::filesystem::path& file);

/// Writes the result as an APA table with its note, the sentence that reports it and the picture; the suffix chooses:
/// .docx .odt .html .pdf .md, and .xlsx (the table alone). Returns the files written. Errors: as write_chart().
workbench::Result<std::vector<std::filesystem::path>>
write_analysis(const workbench::Reading& reading, const SavedAnalysis& analysis, const std::filesystem::path& file);

}
