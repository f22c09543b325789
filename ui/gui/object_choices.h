#pragma once
#include "chooser.h"
#include "session.h"

namespace gui
{

/// Everything that a memo can hang on or a link can end at, as choices with their kind: codes, documents, cases,
/// memos, networks, tables, analyses, findings, quotations; but for those in `without`.
std::vector<Choice> object_choices(Session& session, const std::set<std::int64_t>& without = {});

}
