#pragma once
#include "coding/network.h"
#include "workbench/progress.h"
#include <chrono>
#include <string>
#include <vector>

namespace coding
{

/// A graph to be laid out: boxes and lines, no words. Lengths are points.
struct LayoutGraph {
    struct Box {
        double width, height;
    };
    struct Line {
        std::size_t from, to;   ///< places in boxes
        double label_width = 0; ///< room that the line should leave for its label
    };
    std::vector<Box> boxes;
    std::vector<Line> lines;
};

/// Graphviz run as a program of its own: it is not linked (its licence does not go with ours), it can be killed, and it
/// may be missing.
struct Graphviz {
    std::chrono::milliseconds limit{20'000};
    std::string folder = {}; ///< where the programs lie; empty: PATH
};

/// The centre of each box, the top left corner of all at (0, 0). The same graph gives the same places. `manual` is laid
/// out like `force`; layers go down the page, or across it when `sideways`. Errors: external_tool (Graphviz is missing,
/// failed, or took longer than its limit), cancelled.
Result<std::vector<NodePlace>> lay_out(const LayoutGraph& graph, NetworkLayout layout,
                                       const workbench::Progress& progress, bool sideways = false,
                                       const Graphviz& graphviz = {});

}
