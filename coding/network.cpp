#include "coding/network.h"
#include "sentence.h"
#include "workbench/object.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

namespace coding
{

using workbench::say;
using Text = std::optional<std::string>;

namespace
{

constexpr std::array<std::string_view, 5> layout_words{"force", "layered", "radial", "circular", "manual"};

std::optional<double> number_in(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "X:Y".
std::optional<NodePlace> place_in(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto x = number_in(text.substr(0, colon)), y = number_in(text.substr(colon + 1));
    if (!x || !y) return std::nullopt;
    return NodePlace{*x, *y};
}

std::vector<NetworkNode> nodes_of(const Reading& reading, NetworkId id)
{
    std::vector<NetworkNode> nodes;
    auto row =
        reading.ask("SELECT id, object, place, label, color FROM network_node WHERE network = ? ORDER BY id", id);
    while (row.next())
        nodes.push_back({row.get<NetworkNodeId>(0), row.get<std::optional<std::int64_t>>(1),
                         row.null(2) ? std::nullopt : place_in(row.view(2)), row.get<Text>(3), row.get<Text>(4)});
    return nodes;
}

std::vector<Link> links_of(const Reading& reading, NetworkId id)
{
    std::vector<Link> found;
    for (const auto link_id : reading.rows<LinkId>(
             "SELECT id FROM link WHERE origin IN (SELECT object FROM network_node WHERE network = ?1) "
             "AND target IN (SELECT object FROM network_node WHERE network = ?1) ORDER BY id",
             id))
        found.push_back(*link(reading, link_id));
    return found;
}

}

std::string_view name_of(NetworkLayout layout)
{
    return layout_words[static_cast<std::size_t>(layout)];
}

std::optional<NetworkLayout> network_layout_named(std::string_view word)
{
    const auto found = std::ranges::find(layout_words, word);
    if (found == layout_words.end()) return std::nullopt;
    return static_cast<NetworkLayout>(found - layout_words.begin());
}

std::vector<Network> networks(const Reading& reading)
{
    std::vector<Network> all;
    for (const auto id : reading.rows<NetworkId>("SELECT id FROM network ORDER BY position IS NULL, position, id"))
        all.push_back(*network(reading, id));
    return all;
}

std::optional<Network> network(const Reading& reading, NetworkId id)
{
    auto row = reading.ask("SELECT name, caption, comment, layout FROM network WHERE id = ?", id);
    if (!row.next()) return std::nullopt;
    return Network{id,
                   row.get<std::string>(0),
                   row.get<Text>(1),
                   row.get<Text>(2),
                   network_layout_named(row.view(3)).value_or(NetworkLayout::force),
                   nodes_of(reading, id),
                   links_of(reading, id)};
}

Result<NetworkId> find_network(const Reading& reading, std::string_view ref)
{
    const auto id = workbench::id_in(ref);
    const auto found = id ? reading.rows<std::int64_t>("SELECT id FROM network WHERE id = ?", *id)
                          : reading.rows<std::int64_t>("SELECT id FROM network WHERE name = ? ORDER BY id", ref);
    if (found.size() == 1) return NetworkId{found.front()};
    return not_one(ref, found, reading.rows<std::string>("SELECT name FROM network"),
                   say("There is no network \"{}\".", ref), say("Several networks are called \"{}\".", ref));
}

std::vector<std::int64_t> neighbours(const Reading& reading, NetworkId id, const std::vector<std::int64_t>& of,
                                     std::optional<RelationId> relation)
{
    const auto shown =
        reading.rows<std::int64_t>("SELECT object FROM network_node WHERE network = ? AND object IS NOT NULL", id);
    std::unordered_set<std::int64_t> known(shown.begin(), shown.end());
    std::vector<std::pair<LinkId, std::int64_t>> found;
    for (const auto object : of)
        for (const auto& link : links(reading, object))
            if (!relation || link.relation == *relation)
                found.emplace_back(link.id, link.origin == object ? link.target : link.origin);
    std::ranges::sort(found);
    std::vector<std::int64_t> objects;
    for (const auto& [link, object] : found)
        if (known.insert(object).second) objects.push_back(object);
    return objects;
}

}
