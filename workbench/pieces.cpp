#include "workbench/pieces.h"
#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace workbench
{

std::string to_string(Anchor anchor)
{
    return std::to_string(anchor.piece) + ":" + std::to_string(anchor.offset);
}

std::optional<Anchor> anchor_in(std::string_view text)
{
    Anchor anchor;
    const auto* const end = text.data() + text.size();
    const auto [colon, bad] = std::from_chars(text.data(), end, anchor.piece);
    if (bad != std::errc{} || colon == end || *colon != ':') return std::nullopt;
    const auto [rest, worse] = std::from_chars(colon + 1, end, anchor.offset);
    if (worse != std::errc{} || rest != end || anchor.offset < 0) return std::nullopt;
    return anchor;
}

Layout::Layout(std::vector<Piece> pieces, std::vector<Cut> cuts)
{
    std::sort(pieces.begin(), pieces.end(),
              [](const Piece& a, const Piece& b) { return std::tie(a.rank, a.id) < std::tie(b.rank, b.id); });
    for (const auto& piece : pieces) {
        places_[piece.id].piece = piece;
        if (piece.before)
            children_[piece.before][piece.at].push_back(piece.id);
        else if (!first_)
            first_ = piece.id;
    }
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut& a, const Cut& b) { return std::tie(a.begin, a.edit) < std::tie(b.begin, b.edit); });
    for (const auto& cut : cuts)
        if (const auto place = places_.find(cut.piece); place != places_.end()) place->second.cuts.push_back(cut);
    if (first_) emit(first_);
}

void Layout::emit(std::int64_t piece)
{
    auto& place = places_.at(piece);
    const auto& children = children_[piece];
    std::set<std::int64_t> edges{0, place.piece.characters};
    for (const auto& [at, ids] : children) edges.insert(at);
    for (const auto& cut : place.cuts) edges.insert({cut.begin, cut.end});

    std::size_t next_cut = 0;
    std::int64_t cut_to = 0;
    for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
        if (const auto standing = children.find(*edge); standing != children.end())
            for (const auto child : standing->second) emit(child);
        const auto next = std::next(edge);
        if (next != edges.end() && *edge >= 0 && *next <= place.piece.characters)
            emit_run(place, *edge, *next, next_cut, cut_to);
    }
}

void Layout::emit_run(Place& place, std::int64_t begin, std::int64_t end, std::size_t& next_cut, std::int64_t& cut_to)
{
    for (; next_cut < place.cuts.size() && place.cuts[next_cut].begin <= begin; ++next_cut)
        cut_to = std::max(cut_to, place.cuts[next_cut].end);
    const bool visible = cut_to <= begin;
    place.runs.push_back(runs_.size());
    runs_.push_back({place.piece.id, begin, end, characters_, visible});
    if (visible) characters_ += end - begin;
}

const Layout::Run* Layout::run_of(Anchor anchor) const
{
    const auto place = places_.find(anchor.piece);
    if (place == places_.end() || place->second.runs.empty()) return nullptr;
    const auto& runs = place->second.runs;
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), anchor.offset,
                         [&](std::int64_t offset, std::size_t run) { return offset < runs_[run].begin; });
    return after == runs.begin() ? nullptr : &runs_[*std::prev(after)];
}

bool Layout::visible(Anchor anchor) const
{
    const auto* run = run_of(anchor);
    return run && run->visible && anchor.offset < run->end;
}

std::optional<std::int64_t> Layout::outermost(Anchor anchor, bool begin) const
{
    std::optional<std::int64_t> best;
    for (const auto& cut : places_.at(anchor.piece).cuts) {
        if (anchor.offset < cut.begin || anchor.offset >= cut.end) continue;
        const auto edit = places_.find(cut.edit);
        if (edit == places_.end() || edit->second.piece.characters == 0) continue;
        const auto position = begin ? begin_of({cut.edit, 0}) : end_of({cut.edit, edit->second.piece.characters - 1});
        if (!best || (begin ? position < *best : position > *best)) best = position;
    }
    return best;
}

std::int64_t Layout::begin_of(Anchor first) const
{
    const auto* run = run_of(first);
    if (!run) return 0;
    if (run->visible) return run->out + first.offset - run->begin;
    return outermost(first, true).value_or(run->out);
}

std::int64_t Layout::end_of(Anchor last) const
{
    const auto* run = run_of(last);
    if (!run) return 0;
    if (run->visible) return run->out + last.offset - run->begin + 1;
    return outermost(last, false).value_or(run->out);
}

Anchor Layout::character_at(std::int64_t position) const
{
    auto run = std::upper_bound(runs_.begin(), runs_.end(), position,
                                [](std::int64_t at, const Run& r) { return at < r.out; });
    while (run != runs_.begin()) {
        --run;
        if (run->visible && run->out <= position && position < run->out + run->end - run->begin)
            return {run->piece, run->begin + position - run->out};
    }
    return {first_, first_ ? places_.at(first_).piece.characters : 0};
}

}
