#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include "workbench/text.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using workbench::Result;
using workbench::Span;

/// A numbered place in a document, with or without codes on it. The numbers never change and are never given again.
struct Quotation {
    QuotationId id;
    DocumentId document;
    int document_number = 0;
    std::string document_copy; ///< letter of the copy that made the document, '' in the first
    int number = 0;
    std::string copy;         ///< letter of the copy that made the quotation, '' in the first
    std::optional<Span> span; ///< nothing without a text anchor (a picture, a time); an empty one is a point
    std::optional<std::string> name, comment;
    /// How it is cited: "3:12".
    std::string label() const;
};

/// "3:12"; "3:12b" and "3:12-k7f" when it was made in a copy, "12b:3" when its document was made in the same copy, and
/// "12b:3a" when the first copy made it in a document of another.
std::string quotation_label(int document_number, std::string_view document_copy, int number, std::string_view copy);

/// Nothing when there is none.
std::optional<Quotation> quotation(const Reading& reading, QuotationId id);
/// "3:12"; empty for an unknown id.
std::string label_of(const Reading& reading, QuotationId id);
/// Its first `most` characters; empty without a text anchor.
std::string opening_of(const Reading& reading, const Quotation& quotation, std::int64_t most);

/// By label or "#ID"; a label also by a number that its document had before it was joined with another. Errors:
/// bad_value (neither of the two), not_found, ambiguous with the ids.
Result<QuotationId> find_quotation(const Reading& reading, std::string_view ref);

/// The quotation of exactly this text, the one with the smallest id when there are several.
std::optional<QuotationId> quotation_at(const Reading& reading, DocumentId document, Span span);

/// Where `text` stands in a document, white space folded (any run of it, in both, counts as one blank). Exactly once,
/// or the `nth` time, counted from 1. Errors: not_found; bad_value (an empty text); ambiguous (several places and no
/// `nth`: `detail` lists them as "B:E, B:E"); out_of_range (fewer places than `nth`).
Result<Span> find_text(const Reading& reading, DocumentId document, std::string_view text, std::optional<int> nth = {});

/// What to change; an empty text takes it away.
struct QuotationSettings {
    std::optional<std::string> name, comment;
};
/// 1, or 0 when all was so already. Errors: not_found.
Result<int> set_quotation(Project& project, QuotationId quotation, const QuotationSettings& settings);

/// Gives a quotation another text of its document; its codings stay on it. 1, or 0 when it stood there. Errors:
/// not_found, out_of_range, bad_value (empty span), unsupported (it has no place in the text).
Result<int> resize_quotation(Project& project, QuotationId quotation, Span span);

/// Removes a quotation with its codings, its links, and its places in memos and networks. 1. Errors: not_found;
/// conflict when a claim, a finding or evidence stands on it (the list is in `detail`).
Result<int> delete_quotation(Project& project, QuotationId quotation);

/// Removes a document with all quotations on it. 1. Errors: not_found; conflict as for a quotation, or when another
/// document (a transcript, a description) belongs to it.
Result<int> delete_document(Project& project, DocumentId document);

}
