#pragma once
#include "paper/problem.h"
#include "workbench/importer.h"
#include <string>
#include <vector>

// What the readers share.
namespace workbench
{

/// A reader's answer: the text, or too_large.
Result<SourceText> source_from(class Flow& flow, std::vector<std::string> warnings = {});

tl::unexpected<Error> text_too_large(std::size_t limit);
tl::unexpected<Error> damaged(std::string_view format);

/// A Problem of the leaf `paper` as an Error with a sentence for the user.
tl::unexpected<Error> from_paper(const paper::Problem& problem, std::string_view format);

/// The lines of a text without their LF; a last LF begins no further line.
std::vector<std::string_view> lines_of(std::string_view text);

/// Without blanks, tabs and LF at both ends.
std::string_view trimmed(std::string_view text);

std::string lower_ascii(std::string_view text);

/// What the text has of HTML's flow, added to `flow` (markup is UTF-8). Shared by HTML and EPUB.
Result<void> add_html(Flow& flow, std::string_view markup);

}
