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

/// What a figure shows beside its boxes and lines.
struct NetworkLook {
    bool counts = true;   ///< {quotations-links} under each code
    bool caption = false; ///< its number, its caption and its source, below it; in files only
    /// How wide it is printed at most, in points; in files only. What would have letters below `readable` there is set
    /// in small letters and short lines, with what stands left, right, above and below of what as it was. 0: as it
    /// stands.
    double width = 0;
};

/// A column and the text of an A4 page, in points.
inline constexpr double column_width = 8 * 72 / 2.54, page_width = 16 * 72 / 2.54;
inline constexpr double readable = 7; ///< points; smaller letters tire on paper

/// A network made ready to draw: boxes with their words, lines that go round the boxes, labels that hide nothing. On a
/// box stands the name and, for a code, {quotations-links}. The head of a line says the kind of its relation: filled
/// for a transitive one, hollow for an asymmetric one, none (and the line broken) for a symmetric one. Knows no
/// Project; draw it as often as you like.
class NetworkPicture
{
 public:
    /// Nodes with a place stand there; when none has one all are laid out by Graphviz, when some have none these are
    /// put near those they are linked with. Errors: external_tool, cancelled.
    static Result<NetworkPicture> of(const Reading& reading, const Network& network,
                                     const workbench::Progress& progress, const NetworkLook& look = {});

    /// The same without Graphviz: when no node has a place the picture is not laid out yet.
    static NetworkPicture prepared(const Reading& reading, const Network& network, const NetworkLook& look = {});
    bool laid_out() const;
    /// Finds a place for every node. May run in another thread than the one that draws. Errors: external_tool,
    /// cancelled.
    Result<void> lay_out(NetworkLayout layout, const workbench::Progress& progress);
    /// Places them in rows, for when Graphviz is missing.
    void lay_out_in_rows();

    NetworkPicture(NetworkPicture&&) noexcept;
    NetworkPicture& operator=(NetworkPicture&&) noexcept;
    ~NetworkPicture();

    double width() const, height() const; ///< points
    /// Makes it fit to be printed so wide (points), as NetworkLook::width says.
    void fit_to(double width);
    /// The smallest letters when it is printed so wide, in points.
    double letters_at(double width) const;

    /// A part of the drawing, in its points.
    struct Region {
        double x = 0, y = 0, width = 0, height = 0;
    };
    enum class Part { all, still, moving };
    struct Drawing {
        std::vector<NetworkNodeId> nodes = {}; ///< marked: they get a thicker frame
        std::vector<LinkId> links = {};        ///< marked: drawn thicker
        std::optional<Region> visible = {};    ///< what lies outside is left out
        bool words = true;                     ///< off where they would be too small to be read
        Part part = Part::all; ///< with `still`, all but `moved` and their lines; with `moving` only these
        std::vector<NetworkNodeId> moved = {};
    };
    void draw(paper::Canvas& canvas, const Drawing& how) const;
    void draw(paper::Canvas& canvas) const { draw(canvas, {}); }

    /// The node or the link at a point of the drawing.
    std::optional<NetworkNodeId> node_at(double x, double y) const;
    std::optional<LinkId> link_at(double x, double y) const;
    /// The nodes that a region touches.
    std::vector<NetworkNodeId> nodes_in(const Region& region) const;
    std::optional<Region> box_of(NetworkNodeId node) const;
    /// Where its label stands, or its middle.
    std::optional<NodePlace> middle_of(LinkId link) const;

    /// Puts the centre of a node elsewhere; lines and labels follow. In points of the drawing.
    void move(NetworkNodeId node, NodePlace to);
    /// Moves nodes while they are dragged: their own lines follow, without going round anything, and the rest stays.
    void shift(const std::vector<NetworkNodeId>& nodes, double x, double y);
    /// Where the nodes stand, as place_nodes() stores it: in points of the project, of which the drawing shows a part.
    std::vector<PlacedNode> places() const;
    /// The point of the drawing at which (0, 0) of the project lies.
    NodePlace origin() const;

    struct Shapes;
    const Shapes& shapes() const { return *shapes_; }

 private:
    explicit NetworkPicture(std::unique_ptr<Shapes> shapes);
    std::unique_ptr<Shapes> shapes_;
};

/// Adds objects to a network beside those they are linked with, one alone at `at` when that is given (or
/// the nearest place that is free), and stores where they stand, as one change. `standing`: where the other nodes stand
/// in a window, if that is not stored yet. How many were added. Errors: not_found.
Result<int> add_nodes_beside(Project& project, NetworkId network, const std::vector<std::int64_t>& objects,
                             const std::vector<PlacedNode>& standing = {}, std::optional<NodePlace> at = {});

/// Stores how a network was laid out, as one change. How many nodes moved. Errors: not_found.
Result<int> store_layout(Project& project, NetworkId network, NetworkLayout layout,
                         const std::vector<PlacedNode>& places);

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
                                   const workbench::Progress& progress, const NetworkLook& look = {});
/// The picture as a PNG of so many dots per inch. Errors: too_large.
Result<std::string> network_png(const NetworkPicture& picture, double dpi);
/// "Figure 4. Network of codes: ...", numbered in the order of the networks; "Own elaboration with Quipu".
std::string caption_of(const Reading& reading, NetworkId network);
std::string source_line();

/// A figure on disk, with the line to print below it.
struct ExportedNetwork {
    std::filesystem::path file;
    std::string caption;           ///< "Figure 4. Network of codes: ..."
    std::optional<double> letters; ///< the smallest, in points, as wide as it is; nothing for a text format
};
/// Writes one figure; its suffix says the format. Errors: bad_value (another suffix), not_found (network, folder),
/// read_only, disk_full, and those of network_figure().
Result<ExportedNetwork> export_network(const Reading& reading, NetworkId network, const std::filesystem::path& file,
                                       const workbench::Progress& progress, const NetworkLook& look = {});
/// Writes all of them, numbered in their order; makes the folder.
Result<std::vector<ExportedNetwork>> export_networks(const Reading& reading, const std::filesystem::path& folder,
                                                     FigureFormat format, workbench::Progress& progress,
                                                     const NetworkLook& look = {});

}
