#pragma once
#include "workbench/id.h"
#include "workbench/result.h"
#include "workbench/rows.h"
#include <cstdint>
#include <string>
#include <vector>

namespace workbench
{

class Project;

/// A stretch of a document's current text in Unicode code points, `end` excluded.
struct Span {
    std::int64_t begin = 0, end = 0;
    auto operator<=>(const Span&) const = default;
};

/// True when the two share at least one character; touching ends do not.
inline bool overlap(Span a, Span b)
{
    return a.begin < b.end && b.begin < a.end;
}

/// The whole current text, UTF-8. Empty for an empty or unknown document.
std::string text_of(const Reading& reading, DocumentId document);

/// The text of `span`, clipped to the document.
std::string slice(const Reading& reading, DocumentId document, Span span);

/// Length of the current text in code points; 0 for an unknown document.
std::int64_t characters_of(const Reading& reading, DocumentId document);

/// Reads many slices of many documents; fastest when they come in document order, as it remembers where it was.
class Slices
{
 public:
    explicit Slices(const Reading& reading) : reading_(reading) {}
    std::string operator()(DocumentId document, Span span);

 private:
    const Reading& reading_;
    DocumentId document_;
    std::string text_;
    std::vector<std::size_t> bytes_; ///< byte offset of every 256th code point
    std::int64_t characters_ = 0;
};

/// A paragraph: a line that is not blank, or (documents imported with `--paragraphs auto`) a run of such lines that
/// were broken by a page or a narrow column. Numbered from 1 by its place in the list.
std::vector<Span> paragraphs_of(const Reading& reading, DocumentId document);
/// The same over any text.
std::vector<Span> paragraphs_in(std::string_view text, bool join_broken_lines);

/// A stretch by one speaker, as stored: from the first character of its label to the end of its last paragraph.
struct Turn {
    int number; ///< from 1
    Span span;
    std::int64_t label_end; ///< == span.begin when it has no label
    std::optional<std::string> speaker;
    std::optional<double> seconds;
};
/// In document order; empty for a document without turns.
std::vector<Turn> turns_of(const Reading& reading, DocumentId document);

/// Replaces the turns of a document. Errors: out_of_range, bad_value (they overlap or are empty; `detail` says which).
Result<void> set_turns(Project& project, DocumentId document, const std::vector<Turn>& turns);

/// What a correction did.
struct Correction {
    int moved = 0;                    ///< quotations whose begin or end changed
    std::vector<QuotationId> touched; ///< quotations whose text changed, in document order
    int version = 1;                  ///< 1 + the corrections in force
};

/// Replaces `span` by `text` without moving a coding. The span is first trimmed of what old and new text have in
/// common at the begin, then at the end. A quotation that overlaps what is left takes in the whole replacement; one
/// that only touches it takes nothing; an insertion at an edge stays outside; a quotation whose text is wholly deleted
/// stays as a point. Nothing is recorded when nothing differs. Errors: not_found, out_of_range, bad_value (begin after
/// end, text that is not UTF-8).
Result<Correction> correct(Project& project, DocumentId document, Span span, std::string_view text);

/// Quotations that have become a point, and those whose edges crossed after a merge and were swapped.
std::vector<QuotationId> emptied_quotations(const Reading& reading);

}
