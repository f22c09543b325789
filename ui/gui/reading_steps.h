#pragma once
#include "coding/quotation.h"
#include "workbench/text.h"
#include <optional>
#include <string_view>
#include <vector>

namespace gui
{

/// The quotation to go to from `from` (the one chosen), or from the caret when none is chosen: the next in the order of
/// the document, or with `back` the one before. `quotations` are of one document, in its order; those without a place
/// in the text are passed over. Nothing when there is none further on.
std::optional<coding::QuotationId> next_quotation(const std::vector<coding::Quotation>& quotations,
                                                  std::optional<coding::QuotationId> from, std::int64_t caret,
                                                  bool back);

/// The first of `turns` that begins after `after` and shares no character with a coding; when there is none, the first
/// from the top. Both lists are by begin; codings may overlap. Nothing when all are coded.
std::optional<workbench::Span> next_uncoded(const std::vector<workbench::Span>& turns,
                                            const std::vector<workbench::Span>& codings, std::int64_t after);

enum class End { begin, end };

/// A passage with one end moved by a word, outwards or inwards; the words are those of the language. The passage as it
/// is when there is no word that way, or none would be left in it.
workbench::Span moved_by_word(workbench::Span passage, End end, bool forward, std::string_view text,
                              std::string_view language);

}
