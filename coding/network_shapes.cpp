#include "network_shapes.h"
#include "coding/code.h"
#include "coding/object_ref.h"
#include "coding/quotation.h"
#include "coding/relation.h"
#include "sentence.h"
#include "workbench/rows.h"
#include "workbench/text.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace coding
{

using paper::Box;
using paper::Point;
using workbench::ObjectKind;

namespace
{

constexpr double most_width = 112, padding_across = 11, padding_down = 6;
constexpr double small_width = 70, small_padding_across = 5, small_padding_down = 4, small_margin = 5;
constexpr paper::Colour ink{32, 34, 40}, grey_ink{96, 100, 110};

/// What a network shows of its codes, read once.
class CodeFacts
{
 public:
    explicit CodeFacts(const Reading& reading)
    {
        for (auto& code : codes(reading)) {
            if (code.parent) parents_[*code.parent] = true;
            codes_.emplace(code.id.value, std::move(code));
        }
        for (const auto& link : links(reading)) {
            ++degree_[link.origin];
            ++degree_[link.target];
        }
    }
    const Code* code(std::int64_t id) const
    {
        const auto found = codes_.find(id);
        return found == codes_.end() ? nullptr : &found->second;
    }
    bool is_parent(CodeId id) const { return parents_.contains(id); }
    int degree(std::int64_t id) const
    {
        const auto found = degree_.find(id);
        return found == degree_.end() ? 0 : found->second;
    }

 private:
    std::unordered_map<std::int64_t, Code> codes_;
    std::unordered_map<CodeId, bool> parents_;
    std::unordered_map<std::int64_t, int> degree_;
};

constexpr paper::Colour quiet{150, 156, 168};

paper::Colour colour_in(const std::optional<std::string>& text)
{
    return text ? paper::colour_from_hex(*text).value_or(quiet) : quiet;
}

void describe_code(NodeBox& box, const Code& code, const CodeFacts& facts, const NetworkLook& look)
{
    box.title = code.name;
    box.groundedness = static_cast<int>(code.quotations);
    box.density = facts.degree(code.id.value);
    if (look.counts) box.below = fmt::format("{{{}-{}}}", box.groundedness, box.density);
    box.colour = colour_in(code.color);
    box.strong = facts.is_parent(code.id);
}

void describe_quotation(const Reading& reading, NodeBox& box)
{
    const auto found = quotation(reading, QuotationId{*box.object});
    box.shape = NodeShape::plain;
    if (!found || !found->span) return;
    box.below = "\u201c" + beginning_of(workbench::slice(reading, found->document, *found->span), 70) + "\u201d";
}

void describe(const Reading& reading, const CodeFacts& facts, const NetworkLook& look, NodeBox& box)
{
    if (const auto* code = facts.code(*box.object)) {
        box.kind = "code";
        box.ref = "code:" + code->path;
        return describe_code(box, *code, facts, look);
    }
    const auto kind = workbench::kind_of(reading, *box.object);
    box.kind = kind ? workbench::name_of(*kind) : "";
    box.ref = ref_of(reading, *box.object);
    box.title = title_of(reading, *box.object);
    if (kind == ObjectKind::quotation) describe_quotation(reading, box);
    if (kind == ObjectKind::memo) box.shape = NodeShape::note;
    if (kind == ObjectKind::document || kind == ObjectKind::table || kind == ObjectKind::analysis)
        box.shape = NodeShape::plain;
    if (kind == ObjectKind::study_case) box.shape = NodeShape::pill;
}

void measure_box(NodeBox& box)
{
    const double across = box.small ? small_padding_across : padding_across;
    const double down = box.small ? small_padding_down : padding_down;
    box.title_size = paper::measure(box.title, title_style(box));
    if (!box.below.empty()) box.below_size = paper::measure(box.below, below_style(box));
    const double words = std::max(box.title_size.width, box.below_size.width);
    box.box.width =
        std::max(box.small ? 36.0 : 56.0, std::ceil(words + 2 * across + (box.shape == NodeShape::pill ? 10 : 0)));
    box.box.height = std::ceil(box.title_size.height + box.below_size.height + 2 * down);
}

NodeBox box_of(const Reading& reading, const CodeFacts& facts, const NetworkLook& look, const NetworkNode& node)
{
    NodeBox box{.id = node.id, .object = node.object, .title = {}, .below = {}, .colour = quiet};
    if (node.object) describe(reading, facts, look, box);
    if (node.label) box.title = *node.label;
    if (node.color) box.colour = colour_in(node.color);
    measure_box(box);
    return box;
}

std::vector<LinkLine> lines_of(const Reading& reading, const Network& network, const std::vector<NodeBox>& boxes)
{
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t at = 0; at < boxes.size(); ++at)
        if (boxes[at].object) places.emplace(*boxes[at].object, at);
    std::map<RelationId, RelationType> relations;
    for (auto& relation : relation_types(reading)) relations.emplace(relation.id, std::move(relation));
    std::vector<LinkLine> lines;
    for (const auto& link : network.links) {
        const auto& relation = relations.at(link.relation);
        LinkLine line{link.id,          places.at(link.origin), places.at(link.target),
                      relation.shown(), relation.name,          link.comment.value_or("")};
        line.kind = relation.kind;
        line.label_size = paper::measure(line.label, label_style(line));
        lines.push_back(std::move(line));
    }
    return lines;
}

}

paper::TextStyle title_style(const NodeBox& box)
{
    return {.size = box.small    ? smallest_letters
                    : box.strong ? 10.5
                                 : 10,
            .bold = box.strong,
            .colour = ink,
            .side = paper::Side::centre,
            .wrap = box.small ? small_width : most_width,
            .most_lines = 5};
}

paper::TextStyle below_style(const NodeBox& box)
{
    return {.size = smallest_letters,
            .colour = grey_ink,
            .side = paper::Side::centre,
            .wrap = box.small ? small_width : most_width,
            .most_lines = 4};
}

paper::TextStyle label_style(const LinkLine& line)
{
    return {.size = smallest_letters,
            .italic = true,
            .colour = ink,
            .side = paper::Side::centre,
            .wrap = line.small ? small_width : 96.0,
            .most_lines = 3};
}

void make_small(NetworkPicture::Shapes& shapes)
{
    for (auto& box : shapes.boxes) {
        const auto centre = box.box.centre();
        box.small = true;
        measure_box(box);
        box.box.x = centre.x - box.box.width / 2;
        box.box.y = centre.y - box.box.height / 2;
    }
    for (auto& line : shapes.lines) {
        line.small = true;
        line.label_size = paper::measure(line.label, label_style(line));
    }
    shapes.margin = small_margin;
}

Point LinkLine::at(double t) const
{
    const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {a * curve[0].x + b * curve[1].x + c * curve[2].x + d * curve[3].x,
            a * curve[0].y + b * curve[1].y + c * curve[2].y + d * curve[3].y};
}

Box LinkLine::bounds() const
{
    const auto [left, right] = std::ranges::minmax({curve[0].x, curve[1].x, curve[2].x, curve[3].x});
    const auto [top, bottom] = std::ranges::minmax({curve[0].y, curve[1].y, curve[2].y, curve[3].y});
    return {left, top, right - left, bottom - top};
}

NetworkPicture::Shapes shapes_of(const Reading& reading, const Network& network, const NetworkLook& look)
{
    NetworkPicture::Shapes shapes;
    shapes.title = network.caption.value_or(network.name);
    const CodeFacts facts(reading);
    for (const auto& node : network.nodes) shapes.boxes.push_back(box_of(reading, facts, look, node));
    shapes.lines = lines_of(reading, network, shapes.boxes);
    return shapes;
}

namespace
{

Box bounds_of(const NetworkPicture::Shapes& shapes)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    const auto take = [&](const Box& box) {
        left = std::min(left, box.x);
        top = std::min(top, box.y);
        right = std::max(right, box.right());
        bottom = std::max(bottom, box.bottom());
    };
    for (const auto& box : shapes.boxes) take(box.box);
    for (const auto& line : shapes.lines) {
        take(line.label_box);
        for (int step = 1; step < 12; ++step) {
            const auto p = line.at(step / 12.0);
            take({p.x, p.y, 0, 0});
        }
    }
    if (shapes.boxes.empty()) return {0, 0, 0, 0};
    return {left, top, right - left, bottom - top};
}

void push(NetworkPicture::Shapes& shapes, double x, double y)
{
    for (auto& box : shapes.boxes) {
        box.box.x += x;
        box.box.y += y;
    }
    for (auto& line : shapes.lines) {
        line.label_box.x += x;
        line.label_box.y += y;
        for (auto& point : line.curve) point = {point.x + x, point.y + y};
    }
    shapes.origin = {shapes.origin.x + x, shapes.origin.y + y};
}

}

void NetworkPicture::Shapes::settle()
{
    route(boxes, lines);
    place_labels(boxes, lines);
    const auto bounds = bounds_of(*this);
    push(*this, margin - bounds.x, margin - bounds.y);
    size = {std::ceil(bounds.width + 2 * margin), std::ceil(bounds.height + 2 * margin)};
}

}
