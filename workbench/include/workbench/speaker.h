#pragma once
#include "workbench/id.h"
#include "workbench/result.h"
#include <string>

// Setting a wrong guess of the turns right. Each is one change; the text is not touched.
namespace workbench
{

class Project;

/// All turns of a speaker get another name, in the cases too; a name that somebody has joins the two. Returns the
/// number of turns. Errors: not_found (the document; nobody of that name speaks in it), bad_value (an empty name).
Result<int> rename_speaker(Project& project, DocumentId document, const std::string& from, const std::string& to);

/// What looked like a speaker's label (`Nota:`) is none: each of its turns goes on the one before, at the beginning it
/// is a turn without a speaker; cases no longer hold what it "said". Returns the number of turns. Errors: not_found.
Result<int> drop_speaker(Project& project, DocumentId document, const std::string& speaker);

/// The turn of that number goes on the one before. 1. Errors: not_found; bad_value (there is none before it).
Result<int> join_turn(Project& project, DocumentId document, int number);

}
