#pragma once
#include <cairo.h>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace paper
{

/// A4 in points, margins of 2.54 cm.
inline constexpr double page_width = 595.276, page_height = 841.89, margin = 72;
inline constexpr double text_width = page_width - 2 * margin, text_height = page_height - 2 * margin;

/// The smallest thing that is not torn between pages: a line, a rule, a picture.
struct Piece {
    double height = 0;
    std::function<void(cairo_t*, double y)> draw = {};
    double before = 0;                                   ///< room above; none at the top of a page
    bool keep = false;                                   ///< stays on the page of the next piece
    bool new_page = false;                               ///< begins a page
    std::string anchor = {};                             ///< what links and contents lead to
    std::vector<int> notes = {};                         ///< footnotes called, by number
    std::shared_ptr<const std::vector<Piece>> head = {}; ///< of the table: said again where a page begins within it
};

struct PlacedPiece {
    const Piece* piece;
    double y;
};

struct Page {
    std::vector<PlacedPiece> body;
    std::vector<PlacedPiece> notes;
    double rule = 0; ///< where the line above the notes stands; 0: no notes
};

/// Pieces laid on pages; `note_lines` are the lines of each footnote, the first at index 0. Both must outlive the
/// pages. No piece is ever lost: what is higher than a page stands on one of its own.
std::vector<Page> paginate(const std::vector<Piece>& pieces, const std::vector<std::vector<Piece>>& note_lines);

}
