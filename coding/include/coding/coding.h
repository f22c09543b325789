#pragma once
#include "coding/quotation.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace coding
{

/// What a mark may carry.
struct MarkOptions {
    std::optional<int> weight = {};               ///< 0 to 100
    std::optional<std::string> comment = {};      ///< of the quotation
    std::optional<std::string> origin_query = {}; ///< the query that found the place, when a search did
};

/// What marking did.
struct Marked {
    QuotationId quotation;
    std::string label;   ///< "3:12"
    int created = 0;     ///< codings made
    bool is_new = false; ///< the quotation was made
};

/// Puts the codes on the quotation of `span`, by the project's coder; without codes makes a plain quotation. The same
/// span is the same quotation for every coder; when there are several (after a merge), the one with the smallest id.
/// Marking twice is no error: nothing new is made; a weight or comment that is given and differs is taken over. Errors:
/// not_found, out_of_range, bad_value (an empty span, a weight beyond 0 to 100); the project is then untouched.
Result<Marked> mark(Project& project, DocumentId document, Span span, const std::vector<CodeId>& codes,
                    const MarkOptions& options = {});

/// A stretch of a document's text.
struct Passage {
    DocumentId document;
    Span span;
    auto operator<=>(const Passage&) const = default;
};

/// What marking many did.
struct MarkedPassages {
    std::vector<QuotationId> quotations; ///< one for each different passage, in the order given
    std::int64_t created = 0;            ///< codings made
};

/// Marks many passages as one change (Op::autocode), each as mark() does. Errors as there; then none is marked.
Result<MarkedPassages> mark_passages(Project& project, const std::vector<Passage>& passages,
                                     const std::vector<CodeId>& codes, const MarkOptions& options = {});

/// Removes the codings of the project's coder from a quotation: those of `codes`, or all when there are none. The
/// quotation stays. Returns how many were removed. Errors: not_found.
Result<int> unmark(Project& project, QuotationId quotation, const std::vector<CodeId>& codes = {});

/// One code on one quotation, or on a whole document, by one coder.
struct Coding {
    CodingId id;
    std::optional<QuotationId> quotation; ///< nothing: the whole document
    std::string label;                    ///< "3:12"; empty for a whole document
    DocumentId document;
    std::string document_name;
    int document_number = 0;
    std::string document_copy;
    std::optional<Span> span; ///< nothing for a whole document, a picture, a time
    std::string code;         ///< path
    CodeId code_id;
    std::string coder;
    std::string at; ///< UTC
    std::optional<int> weight;
    std::optional<std::string> comment;
};

/// All codings by document, place (whole documents first), tree order of codes, coder.
std::vector<Coding> codings(const Reading& reading);

/// The codes that a coder (or anyone) has put on a quotation, in tree order.
std::vector<CodeId> codes_on(const Reading& reading, QuotationId quotation, std::optional<CoderId> coder = {});

/// The id of a coder by name; nothing when nobody of that name has done anything.
std::optional<CoderId> coder_named(const Reading& reading, std::string_view name);

}
