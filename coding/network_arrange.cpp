#include "network_shapes.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace coding
{

using paper::Point;
using Shapes = NetworkPicture::Shapes;

namespace
{

constexpr std::size_t most_boxes = 300; ///< beyond, nobody prints it, and all this would take too long
constexpr double page_shape = 1.35;     ///< height by width of the room for a figure on a page
constexpr double strongest_push = 14;

void move_by(NodeBox& box, double x, double y)
{
    box.box.x += x;
    box.box.y += y;
}

/// Lengthens lines that have no room for their label; true when one had none.
bool stretch_lines(Shapes& shapes)
{
    bool moved = false;
    for (const auto& line : shapes.lines) {
        const double missing = -spare(shapes.boxes, line);
        if (missing < 0.5) continue;
        auto &a = shapes.boxes[line.from], &b = shapes.boxes[line.to];
        const auto from = a.box.centre(), to = b.box.centre();
        double dx = to.x - from.x, dy = to.y - from.y;
        double length = std::hypot(dx, dy);
        if (length < 1) dx = length = 1;
        const double push = std::min(missing, strongest_push) / 2 / length;
        move_by(a, -dx * push, -dy * push);
        move_by(b, dx * push, dy * push);
        moved = true;
    }
    return moved;
}

/// Pushes boxes apart that come too near, the shorter way; true when some did.
bool part_boxes(Shapes& shapes)
{
    bool moved = false;
    for (std::size_t one = 0; one < shapes.boxes.size(); ++one)
        for (std::size_t other = one + 1; other < shapes.boxes.size(); ++other) {
            auto &a = shapes.boxes[one], &b = shapes.boxes[other];
            const auto from = a.box.centre(), to = b.box.centre();
            const double x = (a.box.width + b.box.width) / 2 + gap_across - std::abs(to.x - from.x);
            const double y = (a.box.height + b.box.height) / 2 + gap_down - std::abs(to.y - from.y);
            if (x < 0.5 || y < 0.5) continue;
            const double side = to.x < from.x ? -1 : 1, down = to.y < from.y ? -1 : 1;
            if (x < y) {
                move_by(a, -side * x / 2, 0);
                move_by(b, side * x / 2, 0);
            } else {
                move_by(a, 0, -down * y / 2);
                move_by(b, 0, down * y / 2);
            }
            moved = true;
        }
    return moved;
}

void give_room(Shapes& shapes)
{
    for (int round = 0; round < 160; ++round) {
        const bool lines = stretch_lines(shapes), boxes = part_boxes(shapes);
        if (!lines && !boxes) return;
    }
}

}

std::vector<std::vector<std::size_t>> components(const Shapes& shapes)
{
    std::vector<std::size_t> root(shapes.boxes.size());
    std::iota(root.begin(), root.end(), 0);
    const auto root_of = [&](std::size_t at) {
        while (root[at] != at) at = root[at] = root[root[at]];
        return at;
    };
    for (const auto& line : shapes.lines) {
        const auto a = root_of(line.from), b = root_of(line.to);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::size_t>> found;
    std::vector<std::size_t> place(root.size(), root.size());
    for (std::size_t at = 0; at < root.size(); ++at) {
        auto& here = place[root_of(at)];
        if (here == root.size()) {
            here = found.size();
            found.emplace_back();
        }
        found[here].push_back(at);
    }
    return found;
}

Shapes part_of(const Shapes& shapes, const std::vector<std::size_t>& boxes)
{
    Shapes part;
    std::vector<std::size_t> place(shapes.boxes.size(), shapes.boxes.size());
    for (const auto at : boxes) {
        place[at] = part.boxes.size();
        part.boxes.push_back(shapes.boxes[at]);
    }
    for (const auto& line : shapes.lines) {
        if (place[line.from] == shapes.boxes.size()) continue;
        part.lines.push_back(line);
        part.lines.back().from = place[line.from];
        part.lines.back().to = place[line.to];
    }
    part.margin = shapes.margin;
    return part;
}

namespace
{

double cost_of(paper::Size size)
{
    return std::max(size.width, size.height / page_shape);
}

/// Shelves from top to bottom, filled from left to right up to a width.
class Shelves
{
 public:
    explicit Shelves(const std::vector<paper::Size>& sizes) : sizes_(sizes) {}

    /// Where each corner goes.
    std::vector<Point> fill(double width)
    {
        std::vector<Point> corners;
        std::size_t first = 0;
        double x = 0, y = 0, high = 0, wide = 0;
        const auto close = [&](std::size_t end) {
            for (; first < end; ++first) corners[first].y += (high - sizes_[first].height) / 2;
            y += high;
            wide = std::max(wide, x);
            x = high = 0;
        };
        for (std::size_t at = 0; at < sizes_.size(); ++at) {
            if (x > 0 && x + sizes_[at].width > width) close(at);
            corners.push_back({x, y});
            x += sizes_[at].width;
            high = std::max(high, sizes_[at].height);
        }
        close(sizes_.size());
        size_ = {wide, y};
        return corners;
    }
    paper::Size size() const { return size_; } ///< of what was filled last

 private:
    const std::vector<paper::Size>& sizes_;
    paper::Size size_;
};

/// The corners that make the smallest figure on a page, or the lowest of at most a width.
std::vector<Point> best_shelves(const std::vector<paper::Size>& sizes, std::optional<double> most)
{
    Shelves shelves(sizes);
    std::vector<Point> best;
    double least = INFINITY, width = 0;
    for (std::size_t first = 0; first < sizes.size(); ++first) {
        width = 0;
        for (std::size_t last = first; last < sizes.size(); ++last) {
            width += sizes[last].width;
            auto corners = shelves.fill(width + 0.01);
            const auto size = shelves.size();
            const double cost = most ? size.height + 1000 * std::max(0.0, size.width - *most) : cost_of(size);
            if (cost >= least) continue;
            least = cost;
            best = std::move(corners);
        }
        if (sizes.size() > 40) break; // the widths of the first shelf say enough
    }
    return best;
}

}

void pack(Shapes& shapes, const std::vector<std::vector<std::size_t>>& parts, std::optional<double> width)
{
    std::vector<Shapes> drawn;
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), 0);
    for (const auto& boxes : parts) {
        drawn.push_back(part_of(shapes, boxes));
        drawn.back().settle();
    }
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t at) { return drawn[at].size.height; });
    std::vector<paper::Size> sizes;
    for (const auto at : order) sizes.push_back(drawn[at].size);
    const auto corners = best_shelves(sizes, width);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto& part = drawn[order[place]];
        for (std::size_t at = 0; at < part.boxes.size(); ++at) {
            auto& box = shapes.boxes[parts[order[place]][at]];
            box.box = part.boxes[at].box;
            move_by(box, corners[place].x, corners[place].y);
        }
    }
}

double page_cost(const Shapes& shapes)
{
    return cost_of(shapes.size);
}

void arrange(Shapes& shapes, bool rigid)
{
    if (shapes.boxes.size() < 2 || shapes.boxes.size() > most_boxes) return;
    const auto parts = components(shapes);
    Shapes whole = part_of(shapes, [&] {
        std::vector<std::size_t> all(shapes.boxes.size());
        std::iota(all.begin(), all.end(), 0);
        return all;
    }());
    for (const auto& boxes : parts) {
        if (boxes.size() < 2) continue;
        auto part = part_of(shapes, boxes);
        if (!rigid) give_room(part);
        compact(part);
        for (std::size_t at = 0; at < boxes.size(); ++at) shapes.boxes[boxes[at]].box = part.boxes[at].box;
    }
    pack(shapes, parts);
    if (!rigid) return;
    // Layers that go through all parts are worth a little room.
    compact(whole);
    whole.settle();
    auto packed = shapes;
    packed.settle();
    if (page_cost(whole) > page_cost(packed) * 1.1) return;
    for (std::size_t at = 0; at < shapes.boxes.size(); ++at) shapes.boxes[at].box = whole.boxes[at].box;
}

}
