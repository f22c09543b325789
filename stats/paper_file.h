#pragma once
#include "paper/blocks.h"
#include "workbench/result.h"
#include "workbench/rows.h"
#include <filesystem>
#include <vector>

namespace stats
{

/// A document without blocks yet, in the language of the messages and dated by the newest change of the project.
paper::Document empty_paper(const workbench::Reading& reading);

/// The day and time of the newest change, not of today: the same project gives the same bytes.
std::string last_change(const workbench::Reading& reading);

/// Writes a document in the format that the suffix of `file` names: .docx .odt .html .pdf .md .xlsx (a programmer's
/// mistake otherwise). Returns the files written; Markdown has its pictures beside it. Errors: those of write_file();
/// bad_file (a damaged picture).
workbench::Result<std::vector<std::filesystem::path>> write_paper(const std::filesystem::path& file,
                                                                  const paper::Document& document);

}
