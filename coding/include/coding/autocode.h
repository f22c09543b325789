#pragma once
#include "coding/coding.h"
#include "search/project_index.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// How much around the words that a search found becomes a quotation.
enum class Extent {
    match,     ///< the word, the phrase, itself (Hit::matches); the paragraph where the query names none (`doc:e1`)
    sentence,  ///< the sentences, inside the paragraph and without the speaker's label, that hold a matching word
    paragraph, ///< what a search lists
    turn,      ///< all that the speaker says there; the paragraph where there are no turns
};
/// "match", "sentence", "paragraph", "turn".
std::string_view name_of(Extent extent);
std::optional<Extent> extent_named(std::string_view word);

/// The places that hits become, in document order, each once; those that overlap are joined.
std::vector<Passage> places_of(const Reading& reading, const search::ProjectHits& hits, Extent extent);

/// What an autocoding does, or would do.
struct Autocoding {
    std::vector<Passage> places; ///< in document order
    /// The codings that are new; those already there by the project's coder are left alone.
    std::int64_t coded = 0;
    /// One for each place; after a rehearsal nothing where there is no quotation yet.
    std::vector<std::optional<QuotationId>> quotations;
};

/// Codes everything that a query finds, as one change; doing it twice makes nothing new. Each coding keeps the query as
/// its origin. Errors: those of the search (bad_value with the column, not_found), not_found for the code; then nothing
/// is written.
Result<Autocoding> autocode(Project& project, std::string_view query, CodeId code, Extent extent);

/// Codes chosen places that `query` found, in the same way. Errors: those of mark_passages.
Result<Autocoding> autocode(Project& project, std::vector<Passage> places, std::string_view query, CodeId code);

/// What autocode() would do; writes nothing. The same errors.
Result<Autocoding> rehearse_autocode(const Project& project, std::string_view query, CodeId code, Extent extent);

}
