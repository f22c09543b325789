#include "network_shapes.h"
#include <algorithm>
#include <cmath>

namespace coding
{

using paper::Box;
using paper::Canvas;
using paper::Colour;
using paper::Point;

namespace
{

constexpr Colour line_ink{98, 103, 116}, ink_of_marked{32, 34, 40};

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

void draw_node(Canvas& canvas, const NodeBox& node, bool marked, bool words_too)
{
    draw_frame(canvas, node, marked);
    if (!words_too) return;
    constexpr paper::Anchor top_middle{paper::Anchor::Across::centre, paper::Anchor::Down::top};
    const double words = node.title_size.height + node.below_size.height;
    const Point top{node.box.centre().x, node.box.centre().y - words / 2};
    canvas.text(top, node.title, title_style(node), top_middle);
    if (!node.below.empty())
        canvas.text({top.x, top.y + node.title_size.height}, node.below, below_style(node), top_middle);
}

/// Hollow: a triangle that one sees through to the paper.
void draw_hollow_head(Canvas& canvas, Point tip, Point from, double length, const paper::Stroke& stroke)
{
    const double dx = tip.x - from.x, dy = tip.y - from.y, way = std::max(1e-6, std::hypot(dx, dy));
    const Point along{dx / way * length, dy / way * length};
    const double half = 0.42;
    const std::array<Point, 3> corners{tip, Point{tip.x - along.x - along.y * half, tip.y - along.y + along.x * half},
                                       Point{tip.x - along.x + along.y * half, tip.y - along.y - along.x * half}};
    canvas.polygon(corners, {paper::white, stroke});
}

/// The last point at which the line still shows before its head: no blunt end sticks out beyond the tip.
Point neck_of(const LinkLine& line, double head)
{
    for (double t = 1; t > 0.5; t -= 0.01) {
        const auto p = line.at(t);
        if (std::hypot(p.x - line.curve[3].x, p.y - line.curve[3].y) >= head) return p;
    }
    return line.at(0.5);
}

void draw_line(Canvas& canvas, const LinkLine& line, bool marked)
{
    paper::Stroke stroke{marked ? ink_of_marked : line_ink, marked ? 2.2 : 1.0};
    const double head = marked ? 9.5 : 8;
    if (!line.directed()) stroke.dash = {4, 2.5};
    const auto neck = line.directed() ? neck_of(line, head) : line.curve[3];
    canvas.curve(line.curve[0], line.curve[1], line.curve[2], line.directed() ? line.at(0.985) : line.curve[3], stroke);
    if (line.kind == RelationKind::transitive) canvas.arrow_head(line.curve[3], neck, head, stroke.colour);
    if (line.kind == RelationKind::asymmetric)
        draw_hollow_head(canvas, line.curve[3], neck, head, {stroke.colour, 1.0});
}

void draw_label(Canvas& canvas, const LinkLine& line)
{
    if (line.label.empty()) return;
    canvas.rounded(line.label_box, 3, {Colour{255, 255, 255, 0.9}, {}});
    canvas.text(line.label_box.centre(), line.label, label_style(line), paper::centred);
}

/// Which boxes and lines a drawing shows.
class Shown
{
 public:
    Shown(const NetworkPicture::Shapes& shapes, const NetworkPicture::Drawing& how) : shapes_(shapes), how_(how)
    {
        if (how.visible)
            visible_ = inflated({how.visible->x, how.visible->y, how.visible->width, how.visible->height}, 4);
        for (const auto& box : shapes.boxes) moves_.push_back(std::ranges::find(how.moved, box.id) != how.moved.end());
    }
    bool box(std::size_t at) const { return part(moves_[at]) && seen(shapes_.boxes[at].box); }
    bool line(const LinkLine& line) const
    {
        return part(moves_[line.from] || moves_[line.to]) && (seen(line.bounds()) || seen(line.label_box));
    }

 private:
    bool part(bool moves) const
    {
        return how_.part == NetworkPicture::Part::all || moves == (how_.part == NetworkPicture::Part::moving);
    }
    bool seen(const Box& box) const { return !visible_ || touch(*visible_, box); }

    const NetworkPicture::Shapes& shapes_;
    const NetworkPicture::Drawing& how_;
    std::optional<Box> visible_;
    std::vector<bool> moves_;
};

}

void NetworkPicture::draw(Canvas& canvas, const Drawing& how) const
{
    const auto has = [](const auto& list, auto id) { return std::ranges::find(list, id) != list.end(); };
    const Shown shown(*shapes_, how);
    for (const auto& line : shapes_->lines)
        if (shown.line(line)) draw_line(canvas, line, has(how.links, line.id));
    for (std::size_t at = 0; at < shapes_->boxes.size(); ++at)
        if (shown.box(at)) draw_node(canvas, shapes_->boxes[at], has(how.nodes, shapes_->boxes[at].id), how.words);
    for (const auto& line : shapes_->lines)
        if (how.words && shown.line(line)) draw_label(canvas, line);
}

}
