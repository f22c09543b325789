#include "network_shapes.h"
#include <algorithm>

namespace coding
{

using paper::Box;
using paper::Canvas;
using paper::Colour;
using paper::Point;

namespace
{

constexpr Colour line_ink{98, 103, 116};

/// Frames need to show on white: pale colours are taken towards black until they do.
Colour frame_of(Colour colour)
{
    while (paper::contrast(colour, paper::white) < 2.2)
        colour = {static_cast<std::uint8_t>(colour.red * 0.88), static_cast<std::uint8_t>(colour.green * 0.88),
                  static_cast<std::uint8_t>(colour.blue * 0.88)};
    return colour;
}

void draw_note(Canvas& canvas, const Box& box, const paper::Look& look)
{
    const double fold = 8;
    const std::array<Point, 5> outline{Point{box.x, box.y}, Point{box.right() - fold, box.y},
                                       Point{box.right(), box.y + fold}, Point{box.right(), box.bottom()},
                                       Point{box.x, box.bottom()}};
    canvas.polygon(outline, look);
    const std::array<Point, 3> corner{Point{box.right() - fold, box.y}, Point{box.right() - fold, box.y + fold},
                                      Point{box.right(), box.y + fold}};
    canvas.polyline(corner, *look.stroke);
}

void draw_frame(Canvas& canvas, const NodeBox& node, bool marked)
{
    const double width = (node.strong ? 1.8 : 1.1) + (marked ? 1.6 : 0);
    const paper::Look look{paper::tint(node.colour, node.strong ? 0.34 : 0.16),
                           paper::Stroke{frame_of(node.colour), width}};
    switch (node.shape) {
    case NodeShape::rounded: return canvas.rounded(node.box, 7, look);
    case NodeShape::pill: return canvas.rounded(node.box, node.box.height / 2, look);
    case NodeShape::note: return draw_note(canvas, node.box, look);
    case NodeShape::plain: return canvas.rectangle(node.box, {paper::white, look.stroke});
    }
}

void draw_node(Canvas& canvas, const NodeBox& node, bool marked)
{
    draw_frame(canvas, node, marked);
    constexpr paper::Anchor top_middle{paper::Anchor::Across::centre, paper::Anchor::Down::top};
    const double words = node.title_size.height + node.below_size.height;
    const Point top{node.box.centre().x, node.box.centre().y - words / 2};
    canvas.text(top, node.title, title_style(node), top_middle);
    if (!node.below.empty())
        canvas.text({top.x, top.y + node.title_size.height}, node.below, below_style(), top_middle);
}

void draw_line(Canvas& canvas, const LinkLine& line)
{
    paper::Stroke stroke{line_ink, 1.0};
    if (!line.directed) stroke.dash = {4, 2.5};
    auto end = line.curve[3];
    if (line.directed) end = line.at(0.985); // under the head, so that no blunt end shows beyond the tip
    canvas.curve(line.curve[0], line.curve[1], line.curve[2], end, stroke);
    if (line.directed) canvas.arrow_head(line.curve[3], line.at(0.93), 7.5, line_ink);
}

void draw_label(Canvas& canvas, const LinkLine& line)
{
    if (line.label.empty()) return;
    canvas.rounded(line.label_box, 3, {Colour{255, 255, 255, 0.9}, {}});
    canvas.text(line.label_box.centre(), line.label, label_style(), paper::centred);
}

}

void NetworkPicture::draw(Canvas& canvas, const std::vector<NetworkNodeId>& marked) const
{
    for (const auto& line : shapes_->lines) draw_line(canvas, line);
    for (const auto& node : shapes_->boxes) draw_node(canvas, node, std::ranges::find(marked, node.id) != marked.end());
    for (const auto& line : shapes_->lines) draw_label(canvas, line);
}

}
