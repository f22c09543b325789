#pragma once
#include "coding/ids.h"
#include "workbench/document_import.h"
#include "workbench/result.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What readers left in a Word file, comments beside the text and colours on it, as quotations.
namespace coding
{

using workbench::Result;

/// What came in, and how many quotations were made of remarks.
struct Intake {
    workbench::ImportReport report;
    std::int64_t quotations = 0;
};

/// Stores drafts (workbench::import_drafts) and makes a quotation of each passage with a comment ("Author: text", the
/// comments of one passage together) and of each coloured one, coded with the name of the colour: one change. Errors as
/// there.
Result<Intake> import_with_remarks(Project& project, std::vector<workbench::Draft> drafts,
                                   workbench::Progress& progress);

/// The code of a colour of Word, in the interface's language: "yellow" is "Yellow highlight".
std::string code_of_highlight(std::string_view color);

}
