#include "door.h"
#include "layout.h"
#include "utf8.h"
#include "workbench/anchor.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include "workbench/text.h"
#include "workbench/tr.h"
#include <algorithm>

namespace workbench
{
namespace
{

struct Placed {
    QuotationId quotation;
    std::int64_t anchor; ///< row of quotation_anchor
    Anchor first, last;
    Span was;
};

std::vector<Placed> placed_quotations(const Reading& reading, DocumentId document)
{
    std::vector<Placed> list;
    auto row =
        reading.ask("SELECT p.quotation, a.id, a.\"first\", a.\"last\", p.begin, p.\"end\" FROM quotation_place p"
                    " JOIN quotation_anchor a ON a.quotation = p.quotation AND a.kind = 'text' WHERE p.document = ? "
                    "ORDER BY p.begin, p.quotation",
                    document);
    while (row.next()) {
        const auto first = anchor_in(row.view(2)), last = anchor_in(row.view(3));
        if (first && last)
            list.push_back({row.get<QuotationId>(0),
                            row.get<std::int64_t>(1),
                            *first,
                            *last,
                            {row.get<std::int64_t>(4), row.get<std::int64_t>(5)}});
    }
    return list;
}

/// The span without what old and new text have in common, first at the begin, then at the end (code points).
void trim(std::string_view text, const Utf8Index& index, Span& span, std::string_view& with)
{
    const auto from = index.byte(text, span.begin), to = index.byte(text, span.end);
    auto old = text.substr(from, to - from);
    const auto step = [](std::string_view s) { return byte_of(s, 1); };
    while (!old.empty() && !with.empty()) {
        const auto a = step(old), b = step(with);
        if (old.substr(0, a) != with.substr(0, b)) break;
        old.remove_prefix(a);
        with.remove_prefix(b);
        ++span.begin;
    }
    const auto last = [](std::string_view s) {
        auto at = s.size() - 1;
        while (!begins_code_point(s[at])) --at;
        return at;
    };
    while (!old.empty() && !with.empty()) {
        const auto a = last(old), b = last(with);
        if (old.substr(a) != with.substr(b)) break;
        old.remove_suffix(old.size() - a);
        with.remove_suffix(with.size() - b);
        --span.end;
    }
}

PieceId insert_piece(Change& change, DocumentId document, const Layout& layout, Span span, std::string_view with)
{
    const auto piece = change.next_id<PieceId>();
    const auto stands = layout.character_at(span.begin);
    change.run("INSERT INTO piece (id, document, before, at, rank, text, characters) VALUES (?,?,?,?,?,?,?)", piece,
               document, stands.piece, stands.offset, change.lamport(), with, count_code_points(with));
    for (const auto& run : layout.runs()) {
        const auto low = std::max(run.out, span.begin), high = std::min(run.out + run.end - run.begin, span.end);
        if (run.visible && low < high)
            change.run("INSERT INTO cut (id, edit, piece, begin, \"end\") VALUES (?,?,?,?,?)",
                       change.next_id<Id<struct CutTag>>(), piece, run.piece, run.begin + low - run.out,
                       run.begin + high - run.out);
    }
    return piece;
}

/// An edge whose own character was cut goes to the outer character of the replacement or, with none, to the nearest
/// surviving one inside; a text that is wholly gone keeps its edges and is a point.
void settle_edges(const Layout& layout, Anchor& first, Anchor& last)
{
    const auto begin = layout.begin_of(first), end = layout.end_of(last);
    if (begin >= end) return;
    if (!layout.visible(first)) first = layout.character_at(begin);
    if (!layout.visible(last)) last = layout.character_at(end - 1);
}

void settle_quotations(Change& change, const Layout& layout, std::vector<Placed>& quotations)
{
    for (auto& quotation : quotations) {
        const auto first = quotation.first, last = quotation.last;
        settle_edges(layout, quotation.first, quotation.last);
        if (!(first == quotation.first))
            change.run("UPDATE quotation_anchor SET \"first\" = ?, first_piece = ? WHERE id = ?",
                       to_string(quotation.first), quotation.first.piece, quotation.anchor);
        if (!(last == quotation.last))
            change.run("UPDATE quotation_anchor SET \"last\" = ?, last_piece = ? WHERE id = ?",
                       to_string(quotation.last), quotation.last.piece, quotation.anchor);
    }
}

/// What is typed at the end of a turn is said in that turn, unlike a quotation, whose ends are chosen.
void settle_turns(Change& change, DocumentId document, const Layout& before, const Layout& after, Span span,
                  PieceId piece, std::string_view with)
{
    auto turns = stored_turns(change.project().inside().door->connection(), document.value);
    const auto characters = count_code_points(with);
    bool moved = false;
    for (auto& turn : turns) {
        const auto old = turn;
        const auto was = place_in(before, turn);
        settle_edges(after, turn.first, turn.last);
        if (turn.label_last && !after.visible(*turn.label_last)) {
            const auto label_end = after.end_of(*turn.label_last);
            turn.label_last = label_end > after.begin_of(turn.first) ? std::optional(after.character_at(label_end - 1))
                                                                     : std::nullopt;
        }
        if (characters > 0 && span.begin == span.end && span.begin == was.end && !with.starts_with('\n'))
            turn.last = {piece.value, characters - 1};
        moved = moved || !(old.first == turn.first) || !(old.last == turn.last) || !(old.label_last == turn.label_last);
    }
    if (moved) change.run("UPDATE turn_list SET turns = ? WHERE document = ?", to_json(turns), document);
}

Correction compare(const Reading& reading, DocumentId document, std::string_view old_text, const Utf8Index& old_index,
                   const std::vector<Placed>& quotations, const Layout& layout, int version)
{
    Correction done;
    done.version = version;
    Slices slices(reading);
    for (const auto& quotation : quotations) {
        const auto now = place_in(layout, quotation.first, quotation.last);
        if (now != quotation.was) ++done.moved;
        const auto from = old_index.byte(old_text, quotation.was.begin),
                   to = old_index.byte(old_text, quotation.was.end);
        if (slices(document, now) != old_text.substr(from, to - from)) done.touched.push_back(quotation.quotation);
    }
    return done;
}

std::string clipped(std::string_view text)
{
    constexpr std::int64_t most = 40;
    const auto end = byte_of(text, most);
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

int version_of(const Reading& reading, DocumentId document)
{
    return reading.row<int>("SELECT count(*) FROM piece WHERE document = ?", document).value_or(1);
}

}

Result<Correction> correct(Project& project, DocumentId document, Span span, std::string_view with)
{
    const auto known = workbench::document(project, document);
    if (!known) return fail(ErrorCode::not_found, say("There is no such document."));
    if (span.begin > span.end)
        return fail(ErrorCode::bad_value, say("The passage begins at {}, after its end at {}.", span.begin, span.end));
    if (span.begin < 0 || span.end > known->characters)
        return fail(ErrorCode::out_of_range,
                    say("The passage {}:{} goes beyond the text of \"{}\", which has {} characters.", span.begin,
                        span.end, known->name, known->characters));
    if (!is_utf8(with)) return fail(ErrorCode::bad_value, say("The new text is not valid UTF-8."));

    const auto old_text = text_of(project, document);
    const Utf8Index old_index(old_text);
    trim(old_text, old_index, span, with);
    if (span.begin == span.end && with.empty()) return Correction{0, {}, known->version};

    std::vector<Placed> quotations;
    const auto changed = project.change(Op::edit_text, [&](Change& change) -> Result<void> {
        const auto& connection = project.inside().door->connection();
        const auto before = layout_of(connection, document.value);
        quotations = placed_quotations(change, document);
        const auto piece = insert_piece(change, document, before, span, with);
        const auto after = layout_of(connection, document.value);
        settle_quotations(change, after, quotations);
        settle_turns(change, document, before, after, span, piece, with);
        change.about(fmt::format("{} {}:{} {}", known->name, span.begin, span.end, clipped(with)));
        return {};
    });
    if (!changed) return fail(changed.error());
    return compare(project, document, old_text, old_index, quotations,
                   layout_of(*project.inside().connection, document.value), version_of(project, document));
}

}
