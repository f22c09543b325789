#pragma once
#include "coding/coding_table.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coding
{

/// Where two codes must meet.
enum class CoOccurrenceUnit {
    overlap,   ///< quotations that share at least one character
    paragraph, ///< one paragraph that quotations of both touch
    turn,      ///< one speaker's turn (in a document without turns, one paragraph)
    document,  ///< one document, with its codings as a whole
};
std::optional<CoOccurrenceUnit> co_occurrence_unit_named(std::string_view word);

struct CoOccurrenceOptions {
    std::vector<CodeId> codes = {}; ///< empty: all, in tree order
    CoOccurrenceUnit unit = CoOccurrenceUnit::overlap;
    std::vector<DocumentId> documents = {}; ///< empty: all
    std::vector<CoderId> coders = {};       ///< empty: all
};

/// A table of codes against codes. Equal spans count once, so that coders do not multiply.
struct CoOccurrence {
    std::vector<CodeId> codes;
    std::vector<std::string> paths; ///< of these
    /// For overlap: pairs of quotations, one of each code, that share a character (touching ends do not; a quotation
    /// with both codes is one pair). Otherwise: units that hold both. The diagonal is the number of quotations (units).
    std::vector<std::vector<std::int64_t>> counts;
    /// n12 / (n1 + n2 - n12); nothing when the denominator is not positive. May pass 1 where codings are redundant.
    std::vector<std::vector<std::optional<double>>> c;
    /// |A and B| / |A or B| by characters (for the other units by units); nothing when neither has any.
    std::vector<std::vector<std::optional<double>>> jaccard;
};

/// Unknown codes, documents and coders in the options have no codings. `table` must be of `reading`, which is asked for
/// paragraphs and turns only.
CoOccurrence co_occurrence(const Reading& reading, const CodingTable& table, const CoOccurrenceOptions& options = {});
CoOccurrence co_occurrence(const Reading& reading, const CoOccurrenceOptions& options = {});

/// The pairs of quotations behind one cell of an overlap table, in document order; equal spans are named once, by their
/// smallest id.
std::vector<std::pair<QuotationId, QuotationId>> overlapping_pairs(const Reading& reading, CodeId a, CodeId b);

}
