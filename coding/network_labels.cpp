#include "network_shapes.h"
#include <algorithm>
#include <cmath>

namespace coding
{

using paper::Box;
using paper::Point;

namespace
{

constexpr double room = 2; ///< around a label

double length_of(const LinkLine& line)
{
    double length = 0;
    auto last = line.at(0);
    for (int step = 1; step <= 16; ++step) {
        const auto next = line.at(step / 16.0);
        length += std::hypot(next.x - last.x, next.y - last.y);
        last = next;
    }
    return length;
}

Box label_at(const LinkLine& line, double t, double aside)
{
    const auto p = line.at(t), before = line.at(t - 0.02), after = line.at(t + 0.02);
    const double dx = after.x - before.x, dy = after.y - before.y, length = std::max(1e-6, std::hypot(dx, dy));
    const double width = line.label_size.width + 2 * room, height = line.label_size.height + room;
    // Aside: far enough along the normal that the box leaves the line.
    const double reach = aside * ((std::abs(dy) * width + std::abs(dx) * height) / (2 * length) + 2);
    return {p.x + reach * dy / length - width / 2, p.y - reach * dx / length - height / 2, width, height};
}

/// The points of a line at which labels must not stand, taken once.
struct Trace {
    static constexpr int steps = 20;
    explicit Trace(const LinkLine& line) : bounds(line.bounds())
    {
        for (int step = 0; step <= steps; ++step)
            points[static_cast<std::size_t>(step)] = line.at(step / double(steps));
    }
    /// How much of the line a label would hide.
    double hidden_by(const Box& box) const
    {
        if (!touch(bounds, box)) return 0;
        int inside = 0;
        for (const auto& point : points) inside += holds(box, point);
        return inside / double(steps + 1);
    }
    Box bounds;
    std::array<Point, steps + 1> points;
};

class LabelPlacing
{
 public:
    LabelPlacing(const std::vector<NodeBox>& boxes, const std::vector<LinkLine>& lines)
        : boxes_(boxes), first_(lines.data())
    {
        for (const auto& line : lines) traces_.emplace_back(line);
    }

    void place(LinkLine& line)
    {
        double best = INFINITY;
        for (const double aside : {0.0, 1.0, -1.0, 1.8, -1.8, 2.8, -2.8})
            for (const double t : {0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.25, 0.75, 0.18, 0.82}) {
                const double away = std::abs(t - 0.5) * 30 + std::abs(aside) * 9;
                if (away >= best) continue;
                const auto box = label_at(line, t, aside);
                const double cost = away + cost_of(line, box);
                if (cost >= best) continue;
                best = cost;
                line.label_t = t;
                line.label_aside = aside;
                line.label_box = box;
            }
        placed_.push_back(line.label_box);
    }

 private:
    double cost_of(const LinkLine& line, const Box& box) const
    {
        double cost = 0;
        for (const auto& node : boxes_) cost += 12 * overlap_area(inflated(node.box, 3), box);
        for (const auto& other : placed_) cost += 6 * overlap_area(inflated(other, 2), box);
        const auto self = static_cast<std::size_t>(&line - first_);
        for (std::size_t at = 0; at < traces_.size(); ++at)
            if (at != self) cost += 90 * traces_[at].hidden_by(box);
        const double covers = traces_[self].hidden_by(box);
        return cost + (covers > 0.6 ? 60 * covers : 0);
    }

    const std::vector<NodeBox>& boxes_;
    const LinkLine* first_;
    std::vector<Trace> traces_; ///< of all lines
    std::vector<Box> placed_;
};

}

void follow_line(LinkLine& line)
{
    line.label_box = label_at(line, line.label_t, line.label_aside);
}

void place_labels(const std::vector<NodeBox>& boxes, std::vector<LinkLine>& lines)
{
    // Short lines first: they have the least choice.
    std::vector<std::pair<double, LinkLine*>> order;
    for (auto& line : lines) order.emplace_back(length_of(line), &line);
    std::ranges::stable_sort(order, {}, [](const auto& entry) { return entry.first; });
    LabelPlacing placing(boxes, lines);
    for (auto& [length, line] : order) placing.place(*line);
}

}
