#pragma once
#include "search/query.h"
#include <string>
#include <string_view>
#include <vector>

namespace search
{

/// A piece of a query: an operator, or a text with what is fastened to it.
struct Token {
    enum class Kind { text, regex, field, open, close, and_, or_, xor_, not_, near, adjacent, plus, minus, end };
    Kind kind = Kind::end;
    int column = 0;
    std::string text; ///< the word, the phrase without its marks, the pattern, the value of the field
    std::string name; ///< of the field
    bool quoted = false;
    bool exact = false; ///< `=` stands before it
    int edits = 0;      ///< from `~`
    int distance = 0;   ///< of NEAR and ADJ
};

/// The tokens of a query, the last one `end`. Fails with bad_value and the column.
workbench::Result<std::vector<Token>> tokens_of(std::string_view query);

/// A bad_value about the query: `what` is a whole sentence that names the column.
tl::unexpected<workbench::Error> bad_query(std::string what);

}
