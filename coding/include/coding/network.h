#pragma once
#include "coding/link.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using NetworkNodeId = workbench::Id<struct NetworkNodeTag>;

/// How positions are found. `manual` keeps what the user placed.
enum class NetworkLayout { force, layered, radial, circular, manual };
std::string_view name_of(NetworkLayout layout);
std::optional<NetworkLayout> network_layout_named(std::string_view word);

/// The centre of a node, in points of the drawing, y downwards.
struct NodePlace {
    double x = 0, y = 0;
    bool operator==(const NodePlace&) const = default;
};

struct NetworkNode {
    NetworkNodeId id;
    std::optional<std::int64_t> object; ///< nothing: a free node with a label only
    std::optional<NodePlace> place;     ///< nothing: not yet laid out
    std::optional<std::string> label, color;
};

/// A view over objects: every stored link between two of its nodes shows in it.
struct Network {
    NetworkId id;
    std::string name;
    std::optional<std::string> caption, comment;
    NetworkLayout layout = NetworkLayout::force;
    std::vector<NetworkNode> nodes; ///< as they were added
    std::vector<Link> links;        ///< as they were made
};

/// All networks, in the order given by the user, then as they were made.
std::vector<Network> networks(const Reading& reading);
std::optional<Network> network(const Reading& reading, NetworkId id);
/// By name or "#ID". Errors: not_found with near names, ambiguous with the ids.
Result<NetworkId> find_network(const Reading& reading, std::string_view ref);

struct NewNetwork {
    std::string name;
    std::optional<std::string> caption = {};
    std::vector<std::int64_t> objects = {};
};
/// Errors: exists, bad_value (an empty name), not_found (an object).
Result<NetworkId> add_network(Project& project, const NewNetwork& network);

struct NetworkSettings {
    std::optional<std::string> name, caption, comment; ///< an empty caption or comment is taken away
    std::optional<NetworkLayout> layout;
};
/// 1, or 0 when all was so already. Errors: not_found, exists, bad_value.
Result<int> set_network(Project& project, NetworkId network, const NetworkSettings& settings);

/// Adds those that are not in it yet; how many were. Errors: not_found.
Result<int> add_nodes(Project& project, NetworkId network, const std::vector<std::int64_t>& objects);
/// The objects that links join with any of `of`, by `relation` when one is given, and that are not in the network yet;
/// as the links were made.
std::vector<std::int64_t> neighbours(const Reading& reading, NetworkId network, const std::vector<std::int64_t>& of,
                                     std::optional<RelationId> relation = {});
/// Takes nodes out; their objects and links stay. How many went. Errors: not_found (the network).
Result<int> remove_nodes(Project& project, NetworkId network, const std::vector<NetworkNodeId>& nodes);

struct PlacedNode {
    NetworkNodeId node;
    NodePlace place;
};
/// Moves nodes; how many moved. Places are kept to a hundredth of a point. Errors: not_found (the network).
Result<int> place_nodes(Project& project, NetworkId network, const std::vector<PlacedNode>& places);

/// The objects and their links stay. 1. Errors: not_found; conflict when evidence stands on it.
Result<int> delete_network(Project& project, NetworkId network);

}
