#pragma once
#include "session.h"
#include <string>
#include <string_view>
#include <vector>

namespace gui
{

/// What could stand where one types in a query.
struct Completion {
    std::string text;  ///< to be put in, quotes and all
    std::string about; ///< beside it in the list; may be empty
};

struct Completions {
    std::size_t begin = 0, end = 0; ///< what is replaced, in code points of the query
    std::vector<Completion> list;   ///< the likeliest first, at most `most_completions`
};
inline constexpr std::size_t most_completions = 8;

/// The names of fields that begin with the word before `caret` (in code points), or after `code:` and its like the
/// values that the project has: documents, speakers, cases, codes, kinds, languages, memos, values of a variable.
Completions completions(Session& session, std::string_view query, std::size_t caret);

/// An example of each field, in the language of the interface, for who does not know what to ask.
std::vector<Completion> query_examples();

}
