#include "network_shapes.h"
#include <algorithm>
#include <cmath>

namespace coding
{

namespace
{

constexpr double bare = 28; ///< of a line beside its label: its head shows, and a bit of it on the other side
constexpr double step = 0.97;
constexpr double missed = -1; ///< what a line may lack and still counts as long enough

}

double spare(const std::vector<NodeBox>& boxes, const LinkLine& line)
{
    if (line.from == line.to) return 0;
    const auto &a = boxes[line.from].box, &b = boxes[line.to].box;
    const auto begin = paper::edge_of(a, b.centre()), end = paper::edge_of(b, a.centre());
    const double dx = std::abs(end.x - begin.x), dy = std::abs(end.y - begin.y), length = std::hypot(dx, dy);
    if (length < 1 || overlap_area(a, b) > 0) return -bare;
    const double across = dx > 0 ? line.label_size.width * length / dx : INFINITY;
    const double down = dy > 0 ? line.label_size.height * length / dy : INFINITY;
    return length - std::min(across, down) - bare;
}

namespace
{

/// Shrinks the distances of a layout as far as boxes and labels keep their room: what is printed small should not be
/// mostly white.
class Compactor
{
 public:
    explicit Compactor(NetworkPicture::Shapes& shapes) : shapes_(shapes), room_(shapes.lines.size())
    {
        for (std::size_t at = 0; at < room_.size(); ++at) room_[at] = spare(shapes_.boxes, shapes_.lines[at]) >= missed;
        for (std::size_t a = 0; a < shapes_.boxes.size(); ++a)
            for (std::size_t b = a + 1; b < shapes_.boxes.size(); ++b)
                if (apart(a, b)) pairs_.emplace_back(a, b);
    }

    void run()
    {
        for (int tries = 0; tries < 80; ++tries)
            if (!shrink(step, step) && !shrink(step, 1) && !shrink(1, step)) return;
    }

 private:
    bool apart(std::size_t a, std::size_t b) const
    {
        const auto &one = shapes_.boxes[a].box, &other = shapes_.boxes[b].box;
        const paper::Box roomy{one.x - gap_across, one.y - gap_down, one.width + 2 * gap_across,
                               one.height + 2 * gap_down};
        return overlap_area(roomy, other) <= 0;
    }

    bool fits() const
    {
        for (const auto& [a, b] : pairs_)
            if (!apart(a, b)) return false;
        for (std::size_t at = 0; at < room_.size(); ++at)
            if (room_[at] && spare(shapes_.boxes, shapes_.lines[at]) < missed) return false;
        return true;
    }

    bool shrink(double x, double y)
    {
        std::vector<paper::Box> before;
        for (const auto& box : shapes_.boxes) before.push_back(box.box);
        for (auto& box : shapes_.boxes) {
            const auto centre = box.box.centre();
            box.box.x = centre.x * x - box.box.width / 2;
            box.box.y = centre.y * y - box.box.height / 2;
        }
        if (fits()) return true;
        for (std::size_t at = 0; at < before.size(); ++at) shapes_.boxes[at].box = before[at];
        return false;
    }

    NetworkPicture::Shapes& shapes_;
    std::vector<bool> room_; ///< lines that had room for their label to begin with
    std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

}

void compact(NetworkPicture::Shapes& shapes)
{
    if (shapes.boxes.size() < 2 || shapes.boxes.size() > 300) return;
    Compactor(shapes).run();
}

}
