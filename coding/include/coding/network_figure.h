#pragma once
#include "coding/network.h"
#include "workbench/progress.h"
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paper
{
class Canvas;
}

namespace coding
{

/// A network made ready to draw: boxes with their words, lines that go round the boxes, labels that hide nothing. On a
/// box stands the name and, for a code, {quotations-links}. Knows no Project; draw it as often as you like.
class NetworkPicture
{
 public:
    /// Nodes with a place stand there; when none has one all are laid out by Graphviz, when some have none these are
    /// put near those they are linked with. Errors: external_tool, cancelled.
    static Result<NetworkPicture> of(const Reading& reading, const Network& network,
                                     const workbench::Progress& progress);

    NetworkPicture(NetworkPicture&&) noexcept;
    NetworkPicture& operator=(NetworkPicture&&) noexcept;
    ~NetworkPicture();

    double width() const, height() const; ///< points
    /// `marked` get a thicker frame.
    void draw(paper::Canvas& canvas, const std::vector<NetworkNodeId>& marked = {}) const;

    /// The node or the link at a point of the drawing.
    std::optional<NetworkNodeId> node_at(double x, double y) const;
    std::optional<LinkId> link_at(double x, double y) const;
    /// Puts the centre of a node elsewhere; lines and labels follow. In points of the drawing.
    void move(NetworkNodeId node, NodePlace to);
    /// Where the nodes stand, as place_nodes() stores it: in points of the project, of which the drawing shows a part.
    std::vector<PlacedNode> places() const;

    struct Shapes;
    const Shapes& shapes() const { return *shapes_; }

 private:
    explicit NetworkPicture(std::unique_ptr<Shapes> shapes);
    std::unique_ptr<Shapes> shapes_;
};

/// Lays a network out anew and stores the places and the layout, as one change. How many nodes moved. Errors:
/// not_found, external_tool, cancelled.
Result<int> lay_out_network(Project& project, NetworkId network, NetworkLayout layout,
                            const workbench::Progress& progress);

enum class FigureFormat { svg, png, pdf, dot, graphml };
/// By word or by the suffix of a file: "svg", ".svg".
std::optional<FigureFormat> figure_format_named(std::string_view word);

/// The bytes of a figure; PNG at 300 dpi. The same network gives the same bytes. Changes nothing: places that are found
/// for it are not stored. Errors: not_found, external_tool, cancelled, too_large.
Result<std::string> network_figure(const Reading& reading, NetworkId network, FigureFormat format,
                                   const workbench::Progress& progress);

/// A figure on disk, with the line to print below it.
struct ExportedNetwork {
    std::filesystem::path file;
    std::string caption; ///< "Figure 4. Network of codes: ..."
};
/// Writes one figure; its suffix says the format. Errors: bad_value (another suffix), not_found (network, folder),
/// read_only, disk_full, and those of network_figure().
Result<ExportedNetwork> export_network(const Reading& reading, NetworkId network, const std::filesystem::path& file,
                                       const workbench::Progress& progress);
/// Writes all of them, numbered in their order; makes the folder.
Result<std::vector<ExportedNetwork>> export_networks(const Reading& reading, const std::filesystem::path& folder,
                                                     FigureFormat format, workbench::Progress& progress);

}
