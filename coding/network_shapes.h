#pragma once
#include "coding/network_figure.h"
#include "coding/relation.h"
#include "paper/canvas.h"
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace coding
{

enum class NodeShape { rounded, pill, note, plain };

/// A box of a figure with its words, sized; its place is found later.
struct NodeBox {
    NetworkNodeId id;
    std::optional<std::int64_t> object;
    std::string title, below; ///< `below`: smaller, under the title
    paper::Colour colour;
    NodeShape shape = NodeShape::rounded;
    bool strong = false; ///< holds other codes
    bool small = false;  ///< in small letters, for a narrow figure
    paper::TextSize title_size, below_size;
    paper::Box box;
    int groundedness = 0, density = 0;
    std::string kind, ref;
};

/// A line between two boxes: a cubic Bezier, and where its label lies.
struct LinkLine {
    LinkId id;
    std::size_t from, to; ///< places in boxes
    std::string label;
    std::string relation; ///< its stored name
    std::string comment;
    RelationKind kind = RelationKind::asymmetric;
    paper::TextSize label_size;
    bool small = false; ///< in a narrow figure
    double bow = 0; ///< how far the middle stands out to the left of the way; of a line to itself, how far it reaches
    std::array<paper::Point, 4> curve{};
    double label_t = 0.5, label_aside = 0; ///< where along the line its label stands, and how far beside it
    paper::Box label_box;

    bool directed() const { return kind != RelationKind::symmetric; }
    paper::Point at(double t) const;
    paper::Box bounds() const; ///< holds the whole curve
};

struct NetworkPicture::Shapes {
    std::string title;
    std::vector<NodeBox> boxes;
    std::vector<LinkLine> lines;
    paper::Point origin; ///< what places of the project are moved by
    paper::Size size;
    bool laid_out = false;
    double margin = 14; ///< around all of it
    /// Routes all lines and places all labels anew, and moves everything to the corner.
    void settle();
};

paper::TextStyle title_style(const NodeBox& box);
paper::TextStyle below_style(const NodeBox& box);
paper::TextStyle label_style(const LinkLine& line);
inline constexpr double smallest_letters = 8; ///< points; none of a drawing are smaller
/// Sets the words in small letters and short lines, and measures them anew.
void make_small(NetworkPicture::Shapes& shapes);

/// Takes the objects and links of a network and measures their words.
NetworkPicture::Shapes shapes_of(const Reading& reading, const Network& network, const NetworkLook& look);

/// Makes a fresh layout fit for print: boxes and labels get room, what is not joined stands side by side, and nothing
/// is wider or higher than it must be. `rigid`: boxes keep the order in which they stand. network_arrange.cpp.
void arrange(NetworkPicture::Shapes& shapes, bool rigid);
/// Sets a drawing in small letters into a width, with what stands left, right, above and below of what as it was:
/// network_narrow.cpp.
void narrow(NetworkPicture::Shapes& shapes, double width);
/// The boxes that lines join, directly or not; each list in the order of the boxes.
std::vector<std::vector<std::size_t>> components(const NetworkPicture::Shapes& shapes);
NetworkPicture::Shapes part_of(const NetworkPicture::Shapes& shapes, const std::vector<std::size_t>& boxes);
/// Sets parts that are not joined side by side and below each other: in the shape of a page, or as low as they can be
/// in a width.
void pack(NetworkPicture::Shapes& shapes, const std::vector<std::vector<std::size_t>>& parts,
          std::optional<double> width = {});
/// How small a drawing becomes on a page; less is better.
double page_cost(const NetworkPicture::Shapes& shapes);
/// Draws a layout together, as far as words keep their room: network_compact.cpp.
void compact(NetworkPicture::Shapes& shapes);
/// The length of a straight line between two boxes that is left over when its label stands on it.
double spare(const std::vector<NodeBox>& boxes, const LinkLine& line);
inline constexpr double gap_across = 22, gap_down = 20; ///< least between two boxes
/// Routes round the boxes: network_route.cpp.
void route(const std::vector<NodeBox>& boxes, std::vector<LinkLine>& lines);
/// Draws one line anew with the bow it has.
void bend(const std::vector<NodeBox>& boxes, LinkLine& line);
/// Places labels where they hide nothing: network_labels.cpp.
void place_labels(const std::vector<NodeBox>& boxes, std::vector<LinkLine>& lines);
/// Puts one label back to its place along its line.
void follow_line(LinkLine& line);

/// The network as text for other programs: network_graph.cpp.
std::string as_dot(const NetworkPicture::Shapes& shapes);
std::string as_graphml(const NetworkPicture::Shapes& shapes);

inline double overlap_area(const paper::Box& a, const paper::Box& b)
{
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

inline paper::Box inflated(const paper::Box& box, double by)
{
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

inline bool touch(const paper::Box& a, const paper::Box& b)
{
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

inline bool holds(const paper::Box& box, paper::Point p)
{
    return p.x > box.x && p.x < box.right() && p.y > box.y && p.y < box.bottom();
}

}
