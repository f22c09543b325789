#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// A character of a piece, for ever: corrections neither move nor change it. Written "PIECE:OFFSET".
struct Anchor {
    std::int64_t piece = 0;
    std::int64_t offset = 0; ///< code points from the begin of the piece
    bool operator==(const Anchor&) const = default;
};
std::string to_string(Anchor anchor);
std::optional<Anchor> anchor_in(std::string_view text);

/// Text that never changes; all but the first of a document stand before a character of another piece.
struct Piece {
    std::int64_t id = 0;
    std::int64_t before = 0; ///< piece; 0 for the first of a document
    std::int64_t at = 0;     ///< character of `before`; its length: after the last
    std::int64_t rank = 0;   ///< pieces before one character stand in the order (rank, id)
    std::int64_t characters = 0;
};

/// Characters [begin, end) of `piece`, taken out by the correction that inserted the piece `edit`.
struct Cut {
    std::int64_t edit = 0, piece = 0, begin = 0, end = 0;
};

/// How pieces and cuts make the current text: a list of runs, each a stretch of one piece. It needs no text, only
/// lengths. Positions are code points of the current text.
class Layout
{
 public:
    /// A piece that hangs on none of the others (a damaged file) is left out.
    Layout(std::vector<Piece> pieces, std::vector<Cut> cuts);

    struct Run {
        std::int64_t piece, begin, end; ///< of the piece
        std::int64_t out;               ///< position in the text where it stands, or stood
        bool visible;
    };
    const std::vector<Run>& runs() const { return runs_; }
    std::int64_t characters() const { return characters_; }

    /// The position of a quotation's first character; of what replaced it when it was cut: the outermost replacement;
    /// where it stood when nothing replaced it. 0 for an anchor on an unknown piece.
    std::int64_t begin_of(Anchor first) const;
    /// The position after a quotation's last character, by the same rules.
    std::int64_t end_of(Anchor last) const;
    /// False when the character was cut (or its piece is unknown).
    bool visible(Anchor anchor) const;
    bool known(Anchor anchor) const { return places_.contains(anchor.piece); }

    /// The character at `position`. For the end of the text: the place after the last character of the first piece.
    Anchor character_at(std::int64_t position) const;

 private:
    struct Place {
        Piece piece;
        std::vector<std::size_t> runs; ///< of this piece, in order
        std::vector<Cut> cuts;         ///< by begin
    };
    void emit(std::int64_t piece);
    void emit_run(Place& place, std::int64_t begin, std::int64_t end, std::size_t& next_cut, std::int64_t& cut_to);
    const Run* run_of(Anchor anchor) const;
    std::optional<std::int64_t> outermost(Anchor anchor, bool begin) const;

    std::map<std::int64_t, Place> places_;
    std::map<std::int64_t, std::map<std::int64_t, std::vector<std::int64_t>>> children_; ///< piece → at → pieces
    std::vector<Run> runs_;
    std::int64_t characters_ = 0;
    std::int64_t first_ = 0;
};

}
