#include "reading_steps.h"
#include "workbench/words.h"
#include <algorithm>

namespace gui
{

using workbench::Span;

std::optional<coding::QuotationId> next_quotation(const std::vector<coding::Quotation>& quotations,
                                                  std::optional<coding::QuotationId> from, std::int64_t caret,
                                                  bool back)
{
    std::vector<const coding::Quotation*> placed;
    for (const auto& quotation : quotations)
        if (quotation.span) placed.push_back(&quotation);
    const auto known =
        std::find_if(placed.begin(), placed.end(), [&](const auto* quotation) { return quotation->id == from; });
    auto at = known - placed.begin();
    if (known != placed.end()) {
        at += back ? -1 : 1;
    } else {
        at = std::lower_bound(placed.begin(), placed.end(), caret,
                              [](const auto* one, std::int64_t place) { return one->span->begin < place; }) -
             placed.begin();
        if (back) --at;
    }
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(placed.size())) return std::nullopt;
    return placed[static_cast<std::size_t>(at)]->id;
}

std::optional<Span> next_uncoded(const std::vector<Span>& turns, const std::vector<Span>& codings, std::int64_t after)
{
    std::optional<Span> first;
    std::size_t next = 0;
    std::int64_t covered = 0; // by codings that begin before the turn's end
    for (const auto& turn : turns) {
        while (next < codings.size() && codings[next].begin < turn.end)
            covered = std::max(covered, codings[next++].end);
        // A coding that ends within an earlier turn has covered < begin; one that begins here has its end behind it.
        if (covered > turn.begin) continue;
        if (turn.begin > after) return turn;
        if (!first) first = turn;
    }
    return first;
}

Span moved_by_word(Span passage, End end, bool forward, std::string_view text, std::string_view language)
{
    const auto words = workbench::words_of(text, language);
    auto moved = passage;
    for (const auto& word : words) {
        const auto place = end == End::begin ? word.begin : word.end;
        auto& target = end == End::begin ? moved.begin : moved.end;
        const auto old = end == End::begin ? passage.begin : passage.end;
        if (forward && place > old) {
            target = place;
            break;
        }
        if (!forward && place < old) target = place;
    }
    return moved.begin < moved.end ? moved : passage;
}

}
