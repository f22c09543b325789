#pragma once
#include "paper/blocks.h"
#include "workbench/progress.h"
#include "workbench/result.h"
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{
class Reading;
}

namespace stats
{

/// The parts of a report, in their order.
enum class ReportPart { methods, findings, networks, codebook, quotations, memos };
/// The words of the command: "findings". "all" is not among them.
std::string_view name_of(ReportPart part);
std::optional<ReportPart> report_part_named(std::string_view word);
std::set<ReportPart> all_report_parts();

/// The project as one written document, in the language of the messages: quotations are cited by participant and
/// number, "(DMPP5, 5:3)"; tables and figures are numbered and captioned; every number is read from its analysis. The
/// same project gives the same document. Figures need Graphviz. Errors: external_tool, cancelled.
workbench::Result<paper::Document> report_document(const workbench::Reading& reading, const std::set<ReportPart>& parts,
                                                   workbench::Progress& progress);

/// Writes it; the suffix of `file` chooses the format: .docx .odt .html .pdf .md, and .xlsx (the
/// tables, a sheet each). Returns the files written (Markdown
/// has its pictures beside it). Errors: bad_value (another suffix), not_found (the folder), read_only, disk_full, and
/// those of report_document(). An older file of that name is replaced only when the new one is whole.
workbench::Result<std::vector<std::filesystem::path>> write_report(const workbench::Reading& reading,
                                                                   const std::filesystem::path& file,
                                                                   const std::set<ReportPart>& parts,
                                                                   workbench::Progress& progress);

}
