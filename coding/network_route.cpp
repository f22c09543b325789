#include "network_shapes.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace coding
{

using paper::Point;

namespace
{

constexpr int samples = 28;
constexpr double clearance = 7; ///< between a line and a box that it passes
constexpr double apart = 34;    ///< between two lines that join the same boxes
constexpr double gap = 1.5;     ///< between the tip of an arrow and its box

/// A line that bows out by `bow` at its middle, to the left of the way from a to b.
std::array<Point, 4> bowed(const paper::Box& a, const paper::Box& b, double bow)
{
    const auto from = a.centre(), to = b.centre();
    const double dx = to.x - from.x, dy = to.y - from.y, length = std::max(1.0, std::hypot(dx, dy));
    const Point control{(from.x + to.x) / 2 + 2 * bow * dy / length, (from.y + to.y) / 2 - 2 * bow * dx / length};
    const auto begin = paper::edge_of(inflated(a, gap), control), end = paper::edge_of(inflated(b, gap), control);
    const auto towards = [&](Point p) {
        return Point{p.x + (control.x - p.x) * 2 / 3, p.y + (control.y - p.y) * 2 / 3};
    };
    return {begin, towards(begin), towards(end), end};
}

/// A loop at the top right corner of its box, larger for a second one.
std::array<Point, 4> looped(const paper::Box& box, double reach)
{
    const Point begin{box.right() - std::min(24.0, box.width / 3), box.y - gap},
        end{box.right() + gap, box.y + std::min(16.0, box.height / 2)};
    return {begin, {begin.x + 2, begin.y - reach}, {end.x + reach, end.y - 2}, end};
}

/// How many points of the line lie in boxes that it has no business with.
int blocked(const std::vector<NodeBox>& boxes, const LinkLine& line)
{
    int hits = 0;
    const auto around = inflated(line.bounds(), clearance);
    for (std::size_t at = 0; at < boxes.size(); ++at) {
        if (at == line.from || at == line.to || !touch(around, boxes[at].box)) continue;
        const auto box = inflated(boxes[at].box, clearance);
        for (int step = 0; step <= samples; ++step) hits += holds(box, line.at(step / double(samples)));
    }
    return hits;
}

double length_of(const std::vector<NodeBox>& boxes, const LinkLine& line)
{
    const auto a = boxes[line.from].box.centre(), b = boxes[line.to].box.centre();
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The smallest bow that clears all boxes, or the one that is blocked least.
void choose_bow(const std::vector<NodeBox>& boxes, LinkLine& line, double base)
{
    const double length = length_of(boxes, line);
    double best_cost = INFINITY, best = base;
    for (const double part : {0.0, 0.10, -0.10, 0.18, -0.18, 0.27, -0.27, 0.38, -0.38, 0.5, -0.5}) {
        if (std::abs(part) * 12 >= best_cost) break; // no later one can be better
        line.bow = base + part * length;
        bend(boxes, line);
        const double cost = blocked(boxes, line) * 10.0 + std::abs(part) * 12;
        if (cost >= best_cost) continue;
        best_cost = cost;
        best = line.bow;
    }
    line.bow = best;
    bend(boxes, line);
}

}

void bend(const std::vector<NodeBox>& boxes, LinkLine& line)
{
    const auto &a = boxes[line.from].box, &b = boxes[line.to].box;
    line.curve = line.from == line.to ? looped(a, line.bow) : bowed(a, b, line.bow);
}

void route(const std::vector<NodeBox>& boxes, std::vector<LinkLine>& lines)
{
    std::map<std::pair<std::size_t, std::size_t>, std::vector<LinkLine*>> pairs;
    for (auto& line : lines) pairs[std::minmax(line.from, line.to)].push_back(&line);
    for (auto& [ends, same] : pairs)
        for (std::size_t at = 0; at < same.size(); ++at) {
            auto& line = *same[at];
            if (ends.first == ends.second) {
                line.bow = 40 + 22 * static_cast<double>(at);
                bend(boxes, line);
                continue;
            }
            const double bow = (static_cast<double>(at) - (static_cast<double>(same.size()) - 1) / 2) * apart;
            // A bow is to the left of the way: lines in opposite directions count it oppositely.
            choose_bow(boxes, line, line.from == ends.first ? bow : -bow);
        }
}

}
