#pragma once
#include "paper/blocks.h"
#include "workbench/document.h"
#include "workbench/result.h"
#include <filesystem>
#include <vector>

namespace stats
{

/// A document to be read on paper, in the language of the messages: its paragraphs, numbered, speakers set apart. With
/// codes: coded passages have a light ground and begin with the number of their quotation; in the margin stand the
/// quotations that begin in the paragraph with their codes and comments, and at the end all codes with their counts.
/// The same project gives the same document. Errors: not_found.
workbench::Result<paper::Document> coded_document(const workbench::Reading& reading, workbench::DocumentId document,
                                                  bool with_codes);

/// Writes it; the suffix of `file` chooses the format: .pdf .docx .odt .html .md. Returns the files written. Errors:
/// those of coded_document(); bad_value (another suffix), not_found (the folder), read_only, disk_full.
workbench::Result<std::vector<std::filesystem::path>> write_coded_document(const workbench::Reading& reading,
                                                                           workbench::DocumentId document,
                                                                           const std::filesystem::path& file,
                                                                           bool with_codes);

}
