#pragma once
#include "workbench/change.h"
#include "workbench/text.h"
#include <optional>
#include <utility>

namespace workbench
{

/// Where the text of a quotation stands now; nothing for a quotation without a text anchor (a picture, a time).
std::optional<std::pair<DocumentId, Span>> place_of(const Reading& reading, QuotationId quotation);

/// Anchors the text of `span` to a quotation whose row is written already. `span` must lie in the text and not be empty
/// (assert); callers check with fits().
void add_text_anchor(Change& change, QuotationId quotation, DocumentId document, Span span);
/// Moves the text anchor; the same conditions.
void move_text_anchor(Change& change, QuotationId quotation, DocumentId document, Span span);
/// Removes all anchors; the quotation's row may then be deleted.
void remove_anchors(Change& change, QuotationId quotation);

/// out_of_range when `span` ends beyond the text, bad_value when it is empty or begins after its end.
Result<void> fits(const Reading& reading, DocumentId document, Span span);

}
