#include "graphviz.h"
#include "network_shapes.h"
#include "sentence.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>

namespace coding
{

using paper::Box;
using paper::Point;
using workbench::fail;
using workbench::say;

namespace
{

void centre_on(NodeBox& box, Point at)
{
    box.box.x = at.x - box.box.width / 2;
    box.box.y = at.y - box.box.height / 2;
}

/// Finds a place for every box by Graphviz.
Result<void> lay_out_once(NetworkPicture::Shapes& shapes, NetworkLayout layout, bool sideways,
                          const workbench::Progress& progress)
{
    LayoutGraph graph;
    for (const auto& box : shapes.boxes) graph.boxes.push_back({box.box.width, box.box.height});
    for (const auto& line : shapes.lines)
        if (line.from != line.to) graph.lines.push_back({line.from, line.to, line.label_size.width});
    const auto places = lay_out(graph, layout, progress, sideways);
    if (!places) return fail(places.error());
    for (std::size_t at = 0; at < shapes.boxes.size(); ++at)
        centre_on(shapes.boxes[at], {(*places)[at].x, (*places)[at].y});
    arrange(shapes, layout == NetworkLayout::layered || layout == NetworkLayout::circular);
    shapes.settle();
    return {};
}

/// Layers of many boxes make a ribbon that nobody can read in print: they go down or across, whatever prints larger.
Result<void> lay_out_all(NetworkPicture::Shapes& shapes, NetworkLayout layout, const workbench::Progress& progress)
{
    auto across = shapes;
    if (const auto laid = lay_out_once(shapes, layout, false, progress); !laid) return fail(laid.error());
    if (layout != NetworkLayout::layered) return {};
    if (const auto laid = lay_out_once(across, layout, true, progress); !laid) return fail(laid.error());
    if (page_cost(across) < page_cost(shapes)) shapes = std::move(across);
    return {};
}

/// The middle of the placed neighbours, or of all that is placed.
Point middle_for(const NetworkPicture::Shapes& shapes, const std::vector<bool>& placed, std::size_t box)
{
    Point sum{};
    int count = 0;
    const auto take = [&](std::size_t at) {
        const auto centre = shapes.boxes[at].box.centre();
        sum = {sum.x + centre.x, sum.y + centre.y};
        ++count;
    };
    for (const auto& line : shapes.lines) {
        if (line.from == box && placed[line.to]) take(line.to);
        if (line.to == box && placed[line.from]) take(line.from);
    }
    for (std::size_t at = 0; count == 0 && at < placed.size(); ++at)
        if (placed[at]) take(at);
    return {sum.x / std::max(1, count), sum.y / std::max(1, count)};
}

bool is_free(const NetworkPicture::Shapes& shapes, const std::vector<bool>& placed, const Box& box)
{
    for (std::size_t at = 0; at < placed.size(); ++at)
        if (placed[at] && overlap_area(inflated(shapes.boxes[at].box, 28), box) > 0) return false;
    return true;
}

/// Looks for room in growing rings around the neighbours.
void squeeze_in(NetworkPicture::Shapes& shapes, std::vector<bool>& placed, std::size_t at)
{
    auto& box = shapes.boxes[at];
    const auto middle = middle_for(shapes, placed, at);
    for (double ring = 60;; ring += 20)
        for (int step = 0; step < 16; ++step) {
            const double angle = step * 3.14159265358979 / 8 + 0.39;
            centre_on(box, {middle.x + ring * 1.5 * std::cos(angle), middle.y + ring * std::sin(angle)});
            if (!is_free(shapes, placed, box.box)) continue;
            placed[at] = true;
            return;
        }
}

}

NetworkPicture::NetworkPicture(std::unique_ptr<Shapes> shapes) : shapes_(std::move(shapes)) {}
NetworkPicture::NetworkPicture(NetworkPicture&&) noexcept = default;
NetworkPicture& NetworkPicture::operator=(NetworkPicture&&) noexcept = default;
NetworkPicture::~NetworkPicture() = default;
double NetworkPicture::width() const
{
    return shapes_->size.width;
}
double NetworkPicture::height() const
{
    return shapes_->size.height;
}

double NetworkPicture::letters_at(double width) const
{
    return smallest_letters * std::min(1.0, width / std::max(1.0, shapes_->size.width));
}

void NetworkPicture::fit_to(double width)
{
    if (letters_at(width) < readable) narrow(*shapes_, width * smallest_letters / readable);
}

NetworkPicture NetworkPicture::prepared(const Reading& reading, const Network& network, const NetworkLook& look)
{
    auto shapes = std::make_unique<Shapes>(shapes_of(reading, network, look));
    std::vector<bool> placed;
    for (std::size_t at = 0; at < network.nodes.size(); ++at) {
        const auto& place = network.nodes[at].place;
        placed.push_back(place.has_value());
        if (place) centre_on(shapes->boxes[at], {place->x, place->y});
    }
    shapes->laid_out = placed.empty() || std::ranges::find(placed, true) != placed.end();
    if (shapes->laid_out) {
        for (std::size_t at = 0; at < placed.size(); ++at)
            if (!placed[at]) squeeze_in(*shapes, placed, at);
        shapes->settle();
    }
    return NetworkPicture(std::move(shapes));
}

Result<NetworkPicture> NetworkPicture::of(const Reading& reading, const Network& network,
                                          const workbench::Progress& progress, const NetworkLook& look)
{
    auto picture = prepared(reading, network, look);
    if (picture.laid_out()) return picture;
    if (const auto laid = picture.lay_out(network.layout, progress); !laid) return fail(laid.error());
    return picture;
}

bool NetworkPicture::laid_out() const
{
    return shapes_->laid_out;
}

Result<void> NetworkPicture::lay_out(NetworkLayout layout, const workbench::Progress& progress)
{
    shapes_->origin = {};
    if (const auto laid = lay_out_all(*shapes_, layout, progress); !laid) return fail(laid.error());
    shapes_->origin = {}; // what is laid out anew begins at the corner
    shapes_->laid_out = true;
    return {};
}

void NetworkPicture::lay_out_in_rows()
{
    shapes_->origin = {};
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(shapes_->boxes.size()))));
    for (std::size_t at = 0; at < shapes_->boxes.size(); ++at) {
        const auto row = at / columns, column = at % columns;
        centre_on(shapes_->boxes[at], {static_cast<double>(column) * 190, static_cast<double>(row) * 110});
    }
    shapes_->settle();
    shapes_->laid_out = true;
}

std::optional<NetworkNodeId> NetworkPicture::node_at(double x, double y) const
{
    for (auto box = shapes_->boxes.rbegin(); box != shapes_->boxes.rend(); ++box)
        if (holds(box->box, {x, y})) return box->id;
    return std::nullopt;
}

std::optional<LinkId> NetworkPicture::link_at(double x, double y) const
{
    for (const auto& line : shapes_->lines) {
        if (holds(line.label_box, {x, y})) return line.id;
        for (int step = 0; step <= 60; ++step) {
            const auto p = line.at(step / 60.0);
            if (std::hypot(p.x - x, p.y - y) < 4) return line.id;
        }
    }
    return std::nullopt;
}

std::vector<NetworkNodeId> NetworkPicture::nodes_in(const Region& region) const
{
    std::vector<NetworkNodeId> found;
    for (const auto& box : shapes_->boxes)
        if (touch(box.box, {region.x, region.y, region.width, region.height})) found.push_back(box.id);
    return found;
}

std::optional<NetworkPicture::Region> NetworkPicture::box_of(NetworkNodeId node) const
{
    const auto found = std::ranges::find(shapes_->boxes, node, &NodeBox::id);
    if (found == shapes_->boxes.end()) return std::nullopt;
    return Region{found->box.x, found->box.y, found->box.width, found->box.height};
}

std::optional<NodePlace> NetworkPicture::middle_of(LinkId link) const
{
    const auto found = std::ranges::find(shapes_->lines, link, &LinkLine::id);
    if (found == shapes_->lines.end()) return std::nullopt;
    const auto middle = found->label.empty() ? found->at(0.5) : found->label_box.centre();
    return NodePlace{middle.x, middle.y};
}

void NetworkPicture::move(NetworkNodeId node, NodePlace to)
{
    for (auto& box : shapes_->boxes)
        if (box.id == node) centre_on(box, {to.x, to.y});
    shapes_->settle();
}

void NetworkPicture::shift(const std::vector<NetworkNodeId>& nodes, double x, double y)
{
    const auto moves = [&](std::size_t at) { return std::ranges::find(nodes, shapes_->boxes[at].id) != nodes.end(); };
    for (std::size_t at = 0; at < shapes_->boxes.size(); ++at) {
        if (!moves(at)) continue;
        shapes_->boxes[at].box.x += x;
        shapes_->boxes[at].box.y += y;
    }
    for (auto& line : shapes_->lines) {
        if (!moves(line.from) && !moves(line.to)) continue;
        bend(shapes_->boxes, line);
        follow_line(line);
    }
}

NodePlace NetworkPicture::origin() const
{
    return {shapes_->origin.x, shapes_->origin.y};
}

std::vector<PlacedNode> NetworkPicture::places() const
{
    std::vector<PlacedNode> all;
    for (const auto& box : shapes_->boxes) {
        const auto centre = box.box.centre();
        all.push_back({box.id, {centre.x - shapes_->origin.x, centre.y - shapes_->origin.y}});
    }
    return all;
}

Result<int> lay_out_network(Project& project, NetworkId id, NetworkLayout layout, const workbench::Progress& progress)
{
    auto wanted = network(project, id);
    if (!wanted) return gone(say("There is no network #{}.", id.value));
    wanted->layout = layout;
    for (auto& node : wanted->nodes) node.place.reset();
    const auto picture = NetworkPicture::of(project, *wanted, progress);
    if (!picture) return fail(picture.error());
    return store_layout(project, id, layout, picture->places());
}

Result<int> store_layout(Project& project, NetworkId id, NetworkLayout layout, const std::vector<PlacedNode>& places)
{
    return project.change(workbench::Op::set_network, [&](Change&) -> Result<int> {
        if (const auto set = set_network(project, id, {.layout = layout}); !set) return fail(set.error());
        return place_nodes(project, id, places);
    });
}

namespace
{

/// Where the node does not hide another: as near as possible to where it stands.
NodePlace free_place(const NetworkPicture& picture, NetworkNodeId node)
{
    const auto& boxes = picture.shapes().boxes;
    const auto own = std::find_if(boxes.begin(), boxes.end(), [&](const auto& box) { return box.id == node; })->box;
    const auto is_free = [&](const paper::Box& place) {
        const paper::Box roomy{place.x - gap_across, place.y - gap_down, place.width + 2 * gap_across,
                               place.height + 2 * gap_down};
        return std::ranges::none_of(
            boxes, [&](const auto& other) { return other.id != node && overlap_area(roomy, other.box) > 0; });
    };
    const auto at = [&](int across, int down) {
        auto place = own;
        place.x += across * (own.width / 2 + gap_across);
        place.y += down * (own.height / 2 + gap_down);
        return place;
    };
    auto found = own;
    const int most = 2 * static_cast<int>(boxes.size()) + 2; // so far away nothing stands any more
    for (int ring = 0; ring <= most && !is_free(found); ++ring)
        for (int across = -ring; across <= ring && !is_free(found); ++across)
            for (int down = -ring; down <= ring && !is_free(found); ++down)
                if (std::max(std::abs(across), std::abs(down)) == ring) found = at(across, down);
    const auto centre = found.centre();
    return {centre.x - picture.origin().x, centre.y - picture.origin().y};
}

}

Result<int> add_nodes_beside(Project& project, NetworkId id, const std::vector<std::int64_t>& objects,
                             const std::vector<PlacedNode>& standing, std::optional<NodePlace> at)
{
    return project.change(workbench::Op::set_network, [&](Change& change) -> Result<int> {
        const auto added = add_nodes(project, id, objects);
        if (!added || *added == 0) return added;
        if (const auto stored = place_nodes(project, id, standing); !stored) return fail(stored.error());
        const auto now = *network(change, id);
        if (at && *added == 1) {
            const auto node = now.nodes.back().id;
            if (const auto put = place_nodes(project, id, {{node, *at}}); !put) return fail(put.error());
            const auto free = free_place(NetworkPicture::prepared(change, *network(change, id)), node);
            if (std::hypot(free.x - at->x, free.y - at->y) < 0.5) return added;
            if (const auto put = place_nodes(project, id, {{node, free}}); !put) return fail(put.error());
            return added;
        }
        const auto picture = NetworkPicture::prepared(change, now);
        if (!picture.laid_out()) return added; // nothing stands anywhere: all are laid out together
        if (const auto put = place_nodes(project, id, picture.places()); !put) return fail(put.error());
        return added;
    });
}

}
