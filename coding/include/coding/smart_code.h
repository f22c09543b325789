#pragma once
#include "coding/autocode.h"
#include "coding/code.h"
#include <optional>
#include <string>
#include <vector>

namespace coding
{

/// A code that is a search: it stands for the passages (paragraphs) that its query finds at the moment, and so brings
/// itself up to date. These passages have no number, no coder and no history, so no count of codings, quotations,
/// co-occurrence or agreement has them, and `code:` in a query does not find them; a smart code that was also put on
/// passages by hand has those codings like any other. freeze() makes codings of what is found.
struct SmartCode {
    CodeId code;
    std::string query;
};

/// In tree order.
std::vector<SmartCode> smart_codes(const Reading& reading);
/// Nothing for an ordinary code, or an unknown one.
std::optional<SmartCode> smart_code(const Reading& reading, CodeId code);

/// Makes a smart code; see add_code. Errors: those of add_code; bad_value for a query that cannot be read, with its
/// column.
Result<CodeId> add_smart_code(Project& project, const NewCode& code, const std::string& query);

/// Gives a code a query, or takes it away with an empty one; the codings stay. 1, or 0 when it was so already. Errors:
/// not_found; bad_value (a query that cannot be read).
Result<int> set_smart_query(Project& project, CodeId code, const std::string& query);

/// The passages that a smart code stands for now, best first. Errors: those of the search (a name in the query may be
/// gone by now).
Result<search::ProjectHits> passages_of(const Project& project, const SmartCode& code, search::Page page = {0, -1});

/// Makes codings of what a smart code finds, as autocode() does, and an ordinary code of it: one change. Errors:
/// not_found; bad_value (an ordinary code); those of the search.
Result<Autocoding> freeze(Project& project, CodeId code, Extent extent);

}
