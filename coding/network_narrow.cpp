#include "network_shapes.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace coding
{

using Shapes = NetworkPicture::Shapes;

namespace
{

constexpr double close_across = 9, close_down = 9; ///< least between two boxes of a narrow figure
constexpr std::size_t most_columns = 8;

bool beside(const paper::Box& a, const paper::Box& b)
{
    return a.x < b.right() + close_across && b.x < a.right() + close_across;
}

/// Sets a drawing anew between two edges: from left to right as it stood, or in columns, and from top to bottom in the
/// order in which it stood, as near to each other as boxes and labels allow.
class Setting
{
 public:
    Setting(const Shapes& as_it_stood, double width, double share)
        : from_(as_it_stood), share_(share), width_(width * share)
    {
        for (const auto& box : from_.boxes) {
            centres_.push_back(box.box.centre());
            widest_ = std::max(widest_, box.box.width);
        }
        order_.resize(centres_.size());
        std::iota(order_.begin(), order_.end(), 0);
        std::ranges::stable_sort(order_, {}, [&](std::size_t at) { return centres_[at].y; });
        joined_.resize(centres_.size());
        for (const auto& line : from_.lines) {
            if (line.from == line.to) continue;
            joined_[line.from].push_back(&line);
            joined_[line.to].push_back(&line);
        }
    }

    bool has_room_for(std::size_t columns) const
    {
        const auto count = static_cast<double>(columns);
        if (columns == 0) return share_ == 1 || width_ >= widest_ + 2 * from_.margin;
        return columns <= centres_.size() && count * widest_ + (count - 1) * close_across <= width_;
    }

    /// `columns`: how many; 0 for none. `down`: what distances from top to bottom shrink by before boxes are pushed.
    Shapes set(std::size_t columns, double down) const
    {
        double room = width_;
        Shapes tried;
        for (int round = 0; round < 6; ++round) {
            tried = from_;
            place_across(tried, columns, room);
            place_down(tried, down);
            tried.settle();
            if (tried.size.width <= width_ + 0.5) break;
            room -= tried.size.width - width_; // lines and labels that stick out
        }
        return tried;
    }

 private:
    void place_across(Shapes& shapes, std::size_t columns, double room) const
    {
        const auto [least, most] =
            std::ranges::minmax(centres_, {}, [](const paper::Point& centre) { return centre.x; });
        const double inner = room - 2 * shapes.margin;
        std::vector<std::size_t> by_x(centres_.size());
        std::iota(by_x.begin(), by_x.end(), 0);
        std::ranges::stable_sort(by_x, {}, [&](std::size_t at) { return centres_[at].x; });
        for (std::size_t rank = 0; rank < by_x.size(); ++rank) {
            auto& box = shapes.boxes[by_x[rank]].box;
            const double part = (centres_[by_x[rank]].x - least.x) / std::max(1.0, most.x - least.x);
            if (columns == 0) {
                box.x = part * (inner - box.width);
                continue;
            }
            const auto column = rank * columns / by_x.size(); // equally many in each
            const double centre = columns == 1 ? inner / 2
                                               : widest_ / 2 + static_cast<double>(column) * (inner - widest_) /
                                                                   static_cast<double>(columns - 1);
            box.x = centre - box.width / 2;
        }
    }

    void place_down(Shapes& shapes, double down) const
    {
        const double top = centres_[order_.front()].y;
        std::vector<bool> placed(centres_.size());
        for (const auto at : order_) {
            auto& box = shapes.boxes[at].box;
            box.y = (centres_[at].y - top) * down - box.height / 2;
            for (bool moved = true; moved;) {
                moved = false;
                for (std::size_t other = 0; other < placed.size(); ++other) {
                    const auto& there = shapes.boxes[other].box;
                    if (!placed[other] || !beside(box, there) || box.y >= there.bottom() + close_down) continue;
                    box.y = there.bottom() + close_down;
                    moved = true;
                }
                for (const auto* line : joined_[at]) {
                    const auto other = line->from == at ? line->to : line->from;
                    if (!placed[other] || spare(shapes.boxes, *line) >= -1) continue;
                    box.y += 3;
                    moved = true;
                }
            }
            placed[at] = true;
        }
    }

    const Shapes& from_;
    double share_, width_, widest_ = 0;
    std::vector<paper::Point> centres_;
    std::vector<std::size_t> order_; ///< from top to bottom
    std::vector<std::vector<const LinkLine*>> joined_;
};

/// What cannot be read or followed: labels on boxes, on each other and far from their lines, lines through boxes.
double clutter(const Shapes& shapes)
{
    double sum = 0;
    for (std::size_t at = 0; at < shapes.lines.size(); ++at) {
        const auto& line = shapes.lines[at];
        if (!line.label.empty()) sum += 60 * std::max(0.0, std::abs(line.label_aside) - 1);
        for (std::size_t other = 0; other < at; ++other)
            sum += overlap_area(line.label_box, shapes.lines[other].label_box);
        for (std::size_t box = 0; box < shapes.boxes.size(); ++box) {
            sum += overlap_area(line.label_box, shapes.boxes[box].box);
            if (box == line.from || box == line.to || !touch(line.bounds(), shapes.boxes[box].box)) continue;
            for (int step = 0; step <= 24; ++step) sum += 30 * holds(shapes.boxes[box].box, line.at(step / 24.0));
        }
    }
    return sum;
}

/// The best setting of a part whose boxes are all joined, in a width of which it takes a share. It is as low as it can
/// be; where `others` stand beside it, it takes as little room as it can.
void set_narrow(Shapes& part, double width, bool others)
{
    part.settle();
    if (part.boxes.size() < 2) return;
    Shapes best;
    double least = INFINITY;
    const std::vector<double> shares = others ? std::vector{1.0, 0.75, 0.55, 0.42, 0.3} : std::vector{1.0};
    for (const double share : shares) {
        const Setting setting(part, width, share);
        for (std::size_t columns = 0; columns <= most_columns; ++columns) {
            if (!setting.has_room_for(columns)) continue;
            for (const double down : {0.3, 0.5, 0.75}) {
                auto tried = setting.set(columns, down);
                const double room = others ? tried.size.height * (0.25 + tried.size.width / width) : tried.size.height;
                const double cost = room + 0.5 * clutter(tried) + 20 * std::max(0.0, tried.size.width - width);
                if (cost >= least) continue;
                least = cost;
                best = std::move(tried);
            }
        }
    }
    part = std::move(best);
}

/// All parts, each set for itself, below and beside each other.
Shapes set_parts(Shapes shapes, double width, bool beside_others)
{
    const auto parts = components(shapes);
    for (const auto& boxes : parts) {
        auto part = part_of(shapes, boxes);
        set_narrow(part, width, beside_others);
        for (std::size_t at = 0; at < boxes.size(); ++at) shapes.boxes[boxes[at]].box = part.boxes[at].box;
    }
    pack(shapes, parts, width);
    shapes.settle();
    return shapes;
}

}

void narrow(Shapes& shapes, double width)
{
    make_small(shapes);
    auto wide_parts = set_parts(shapes, width, false), narrow_parts = set_parts(shapes, width, true);
    const auto cost = [](const Shapes& tried) { return tried.size.height + 0.2 * clutter(tried); };
    shapes = cost(narrow_parts) < cost(wide_parts) ? std::move(narrow_parts) : std::move(wide_parts);
}

}
