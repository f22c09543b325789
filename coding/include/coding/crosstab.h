#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// What a cell counts.
enum class CrosstabCount {
    codings,    ///< by all coders
    quotations, ///< equal spans once
    characters, ///< covered by the code, overlaps once
    presence,   ///< 1 or 0
};
std::optional<CrosstabCount> crosstab_count_named(std::string_view word);

/// Codes against documents, cases, speakers or the values of a variable.
struct Crosstab {
    std::vector<CodeId> codes;
    std::vector<std::string> rows; ///< paths of these
    std::vector<std::string> columns;
    std::vector<std::vector<std::int64_t>> cells;
    std::int64_t outside = 0; ///< codings that belong to no column (no case, no speaker, no value)
};

/// `by` is "document", "case", "speaker" or a variable's name (of cases, else of documents). Documents stand by number,
/// cases as they are listed, speakers by name, values in the order of their levels, else by size or name. Case and
/// speaker are those of the begin of a quotation; a coding of a whole document has no speaker. `codes` empty: all.
/// Errors: not_found (variable).
workbench::Result<Crosstab> crosstab(const Reading& reading, std::string_view by,
                                     CrosstabCount count = CrosstabCount::codings,
                                     const std::vector<CodeId>& codes = {});

}
