#include "coding/network.h"
#include "coding/ties.h"
#include "name_order.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/object.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::ObjectKind;
using workbench::Op;
using workbench::say;

namespace
{

tl::unexpected<workbench::Error> no_such_network(NetworkId id)
{
    return gone(say("There is no network #{}.", id.value));
}

std::optional<std::string> name_of(const Reading& reading, NetworkId id)
{
    return reading.row<std::string>("SELECT name FROM network WHERE id = ?", id);
}

Result<std::string> free_name(const Reading& reading, const std::string& given, NetworkId self)
{
    const auto name = trimmed(given);
    if (name.empty()) return fail(ErrorCode::bad_value, say("A network needs a name."), say("Give it a few words."));
    if (reading.row<NetworkId>("SELECT id FROM network WHERE name = ? AND id <> ?", name, self))
        return fail(ErrorCode::exists, say("There is a network \"{}\" already.", name), say("Choose another name."));
    return name;
}

/// Adds those that are not in it yet; how many were.
Result<int> insert_nodes(Change& change, NetworkId id, const std::vector<std::int64_t>& objects)
{
    auto there =
        change.rows<std::int64_t>("SELECT object FROM network_node WHERE network = ? AND object IS NOT NULL", id);
    int added = 0;
    for (const auto object : objects) {
        if (!workbench::kind_of(change, object)) return gone(say("There is no object #{}.", object));
        if (std::ranges::find(there, object) != there.end()) continue;
        there.push_back(object);
        change.run("INSERT INTO network_node (id, network, object) VALUES (?, ?, ?)", change.next_id<NetworkNodeId>(),
                   id, object);
        ++added;
    }
    return added;
}

bool set_text(Change& change, NetworkId id, const char* column, const std::optional<std::string>& text)
{
    const auto sql =
        fmt::format("UPDATE network SET {0} = nullif(?1, '') WHERE id = ?2 AND {0} IS NOT nullif(?1, '')", column);
    return text && change.run(sql, *text, id) > 0;
}

std::string written(const NodePlace& place)
{
    const auto round = [](double value) { return std::round(value * 100) / 100 + 0.0; };
    return fmt::format("{}:{}", round(place.x), round(place.y));
}

}

Result<NetworkId> add_network(Project& project, const NewNetwork& wanted)
{
    return project.change(Op::add_network, [&](Change& change) -> Result<NetworkId> {
        const auto name = free_name(change, wanted.name, {});
        if (!name) return fail(name.error());
        const auto id = change.new_object<NetworkId>(ObjectKind::network);
        const auto caption = wanted.caption && !wanted.caption->empty() ? wanted.caption : std::nullopt;
        change.run("INSERT INTO network (id, name, caption) VALUES (?, ?, ?)", id, *name, caption);
        if (const auto added = insert_nodes(change, id, wanted.objects); !added) return fail(added.error());
        change.about(*name);
        return id;
    });
}

Result<int> set_network(Project& project, NetworkId id, const NetworkSettings& settings)
{
    return project.change(Op::set_network, [&](Change& change) -> Result<int> {
        const auto before = name_of(change, id);
        if (!before) return no_such_network(id);
        const auto name = free_name(change, settings.name.value_or(*before), id);
        if (!name) return fail(name.error());
        bool changed = set_text(change, id, "name", *name);
        changed |= set_text(change, id, "caption", settings.caption);
        changed |= set_text(change, id, "comment", settings.comment);
        if (settings.layout) changed |= set_text(change, id, "layout", std::string(coding::name_of(*settings.layout)));
        change.about(*name);
        return changed ? 1 : 0;
    });
}

Result<int> add_nodes(Project& project, NetworkId id, const std::vector<std::int64_t>& objects)
{
    return project.change(Op::set_network, [&](Change& change) -> Result<int> {
        const auto name = name_of(change, id);
        if (!name) return no_such_network(id);
        change.about(*name);
        return insert_nodes(change, id, objects);
    });
}

Result<int> remove_nodes(Project& project, NetworkId id, const std::vector<NetworkNodeId>& nodes)
{
    return project.change(Op::set_network, [&](Change& change) -> Result<int> {
        const auto name = name_of(change, id);
        if (!name) return no_such_network(id);
        std::int64_t removed = 0;
        for (const auto node : nodes)
            removed += change.run("DELETE FROM network_node WHERE id = ? AND network = ?", node, id);
        change.about(*name);
        return static_cast<int>(removed);
    });
}

Result<int> place_nodes(Project& project, NetworkId id, const std::vector<PlacedNode>& places)
{
    return project.change(Op::set_network, [&](Change& change) -> Result<int> {
        const auto name = name_of(change, id);
        if (!name) return no_such_network(id);
        std::int64_t moved = 0;
        for (const auto& [node, place] : places)
            moved += change.run("UPDATE network_node SET place = ?1 WHERE id = ?2 AND network = ?3 AND place IS NOT ?1",
                                written(place), node, id);
        change.about(*name);
        return static_cast<int>(moved);
    });
}

Result<int> delete_network(Project& project, NetworkId id)
{
    return project.change(Op::delete_network, [&](Change& change) -> Result<int> {
        const auto name = name_of(change, id);
        if (!name) return no_such_network(id);
        if (const auto free = may_go(change, {id.value}, say("\"{}\"", *name)); !free) return fail(free.error());
        cut_ties(change, id.value);
        change.run("DELETE FROM network_node WHERE network = ?", id);
        change.run("DELETE FROM network WHERE id = ?", id);
        change.drop_object(id.value);
        change.about(*name);
        return 1;
    });
}

}
