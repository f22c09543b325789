#pragma once
#include "coding/coding.h"
#include <string>

namespace gui
{

/// The first words of a passage as a name for a code: one line, at most 60 characters, without quotation marks and
/// final punctuation. Empty when nothing is left.
std::string name_from(std::string_view passage);

/// Codes a passage with its own words: makes the emergent code of that name at the top, when there is none, with the
/// passage as the quotation that called for it. One change. Errors: those of coding::mark(); bad_value when the passage
/// has no words.
workbench::Result<coding::CodeId> mark_in_vivo(workbench::Project& project, workbench::DocumentId document,
                                               workbench::Span span);

/// Makes an emergent code of this path (its parents too, when they are missing) and codes the passage with it. One
/// change. Errors: those of coding::add_code() and coding::mark().
workbench::Result<coding::CodeId> mark_with_new_code(workbench::Project& project, workbench::DocumentId document,
                                                     workbench::Span span, const std::string& path);

/// Takes the coder's coding with `code`, called `name`, away from the quotation of exactly this span. 1. Errors:
/// not_found when there is none, or only one of another coder.
workbench::Result<int> take_away(workbench::Project& project, workbench::DocumentId document, workbench::Span span,
                                 coding::CodeId code, const std::string& name);
/// Puts another code in place of one that the coder has put on a quotation; its weight goes over. One change. Errors:
/// not_found (the coder has no such coding there), those of coding::mark().
workbench::Result<void> change_code(workbench::Project& project, coding::QuotationId quotation, coding::CodeId from,
                                    coding::CodeId into);

}
