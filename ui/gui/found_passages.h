#pragma once
#include "session.h"
#include "workbench/result.h"
#include <string>
#include <vector>

namespace gui
{

/// A paragraph that a search found.
struct FoundPassage {
    workbench::DocumentId document;
    std::string name; ///< of the document
    workbench::Span span;
    int paragraph = 0;
    std::vector<workbench::Span> marks; ///< in the document
    std::string text;
};

struct FoundPassages {
    std::vector<FoundPassage> list; ///< the first of them
    std::int64_t total = 0;
};

/// The paragraphs that a query means, best first, in the language of the search room. Errors: bad_value with the
/// column, not_found for a code, a case, a speaker that there is not.
workbench::Result<FoundPassages> find_passages(Session& session, const std::string& query, std::size_t most);

}
