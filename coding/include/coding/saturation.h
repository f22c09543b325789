#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// What one document adds to the codes found before it.
struct SaturationStep {
    DocumentId document;
    std::string name;
    std::int64_t new_codes = 0;  ///< codes used here and in none before
    std::int64_t cumulative = 0; ///< codes used up to here
};

/// One step a document, in the order given.
std::vector<SaturationStep> saturation(const Reading& reading, const std::vector<DocumentId>& order);

/// "name" (the documents by name), "date" (as they were imported), or names with commas between: only these, in this
/// order. Errors: not_found, ambiguous.
workbench::Result<std::vector<DocumentId>> document_order(const Reading& reading, std::string_view order);

}
