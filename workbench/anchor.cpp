#include "workbench/anchor.h"
#include "door.h"
#include "layout.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <cassert>

namespace workbench
{
namespace
{

struct Edges {
    Anchor first, last;
};

/// The characters at the edges of `span`. Most documents are one piece without corrections: then no layout is needed.
Edges edges_of(Change& change, DocumentId document, Span span)
{
    assert(fits(change, document, span) && "callers check with fits()");
    const auto pieces = change.rows<std::int64_t>("SELECT id FROM piece WHERE document = ? LIMIT 2", document);
    if (pieces.size() == 1) return {{pieces[0], span.begin}, {pieces[0], span.end - 1}};
    const auto layout = layout_of(change.project().inside().door->connection(), document.value);
    return {layout.character_at(span.begin), layout.character_at(span.end - 1)};
}

}

std::optional<std::pair<DocumentId, Span>> place_of(const Reading& reading, QuotationId quotation)
{
    auto row = reading.ask("SELECT document, begin, \"end\" FROM quotation_place WHERE quotation = ?", quotation);
    if (!row.next()) return std::nullopt;
    return std::pair{row.get<DocumentId>(0), Span{row.get<std::int64_t>(1), row.get<std::int64_t>(2)}};
}

void add_text_anchor(Change& change, QuotationId quotation, DocumentId document, Span span)
{
    const auto [first, last] = edges_of(change, document, span);
    change.run("INSERT INTO quotation_anchor (id, quotation, kind, \"first\", first_piece, \"last\", last_piece) "
               "VALUES (?,?,'text',?,?,?,?)",
               change.next_id<Id<struct AnchorTag>>(), quotation, to_string(first), first.piece, to_string(last),
               last.piece);
    // So that readings inside this change see it too; the commit derives it once more.
    change.run("INSERT OR REPLACE INTO quotation_place (quotation, document, begin, \"end\") VALUES (?,?,?,?)",
               quotation, document, span.begin, span.end);
}

void move_text_anchor(Change& change, QuotationId quotation, DocumentId document, Span span)
{
    const auto [first, last] = edges_of(change, document, span);
    change.run("UPDATE quotation_anchor SET \"first\" = ?, first_piece = ?, \"last\" = ?, last_piece = ? WHERE "
               "quotation = ? AND kind = 'text'",
               to_string(first), first.piece, to_string(last), last.piece, quotation);
    change.run("UPDATE quotation_place SET begin = ?, \"end\" = ? WHERE quotation = ?", span.begin, span.end,
               quotation);
}

void remove_anchors(Change& change, QuotationId quotation)
{
    change.run("DELETE FROM quotation_anchor WHERE quotation = ?", quotation);
    change.run("DELETE FROM quotation_place WHERE quotation = ?", quotation);
}

Result<void> fits(const Reading& reading, DocumentId document, Span span)
{
    const auto characters = characters_of(reading, document);
    if (span.begin > span.end)
        return fail(ErrorCode::bad_value, say("The passage begins at {}, after its end at {}.", span.begin, span.end));
    if (span.begin == span.end)
        return fail(ErrorCode::bad_value, say("The passage {}:{} is empty.", span.begin, span.end));
    if (span.begin < 0 || span.end > characters)
        return fail(ErrorCode::out_of_range, say("The passage {}:{} goes beyond the text, which has {} characters.",
                                                 span.begin, span.end, characters));
    return {};
}

}
