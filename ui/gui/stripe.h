#pragma once
#include "coding/coding_table.h"
#include "provisional.h"
#include "workbench/text.h"
#include <optional>
#include <string>
#include <vector>

namespace gui
{

/// One code on one stretch of a document, whoever put it there, as the margin shows it.
struct Stripe {
    workbench::Span span;
    coding::CodeId code;
    std::string name;                 ///< the code's own, without its parents
    std::optional<std::string> color; ///< "#RRGGBB"
    int coders = 1;
    int lane = 0; ///< from the left; stripes of one lane do not overlap
};

/// The stripes of a document by begin (the longer first), each with its lane: the first that is free. Scrolling never
/// changes a lane.
std::vector<Stripe> stripes_of(const coding::CodingTable& codings, workbench::DocumentId document);
/// With what is shown before it is written, without what is no longer shown.
std::vector<Stripe> stripes_of(const coding::CodingTable& codings, workbench::DocumentId document,
                               const std::vector<Provisional>& provisional);
/// `line`: so many characters lie between two stripes of a lane, so that two on one line of the text stand side by
/// side.
void give_lanes(std::vector<Stripe>& stripes, std::int64_t line = 0);
int lanes_of(const std::vector<Stripe>& stripes);

/// For each stripe the greatest end up to there: what ends before a place can be skipped by a binary search.
std::vector<std::int64_t> ends_so_far(const std::vector<Stripe>& stripes);

/// A stretch of text under the same stripes.
struct Shade {
    workbench::Span span;
    std::size_t stripe; ///< the innermost: of those here the one that began last
    int depth;          ///< how many lie here
};
/// The document cut where a stripe begins or ends; stretches without stripes are left out. In order.
std::vector<Shade> shades_of(const std::vector<Stripe>& stripes);

/// Where labels go that want to stand at `wanted` (ascending), each `height` high, none above another: pushed down on
/// collision, and up again from `bottom` where there is room. Those that find no room are left out at the end.
std::vector<double> spread(const std::vector<double>& wanted, double height, double bottom);

}
