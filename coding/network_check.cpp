#include "coding/network_check.h"
#include "coding/coding_table.h"
#include "coding/network.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace coding
{

using workbench::say;

std::string_view name_of(NetworkProblemKind kind)
{
    constexpr std::array<std::string_view, 4> words{"ungrounded_node", "unjustified_relation", "orphan_code",
                                                    "cycle_in_asymmetric_relation"};
    return words[static_cast<std::size_t>(kind)];
}

namespace
{

/// One way round, as the places of its nodes; empty when there is none. Depth first, smallest id first, so that the
/// same links give the same cycle.
class CycleSearch
{
 public:
    explicit CycleSearch(const std::vector<Link>& links)
    {
        for (const auto& link : links) next_[link.origin].insert(link.target);
    }

    std::vector<std::vector<std::int64_t>> run()
    {
        for (const auto& [node, targets] : next_)
            if (!done_.contains(node)) visit(node);
        return std::move(cycles_);
    }

 private:
    void visit(std::int64_t node)
    {
        path_.push_back(node);
        if (const auto targets = next_.find(node); targets != next_.end())
            for (const auto target : targets->second) {
                const auto back = std::ranges::find(path_, target);
                if (back != path_.end())
                    cycles_.emplace_back(back, path_.end());
                else if (!done_.contains(target))
                    visit(target);
            }
        path_.pop_back();
        done_.insert(node);
    }

    std::map<std::int64_t, std::set<std::int64_t>> next_;
    std::set<std::int64_t> done_;
    std::vector<std::int64_t> path_;
    std::vector<std::vector<std::int64_t>> cycles_;
};

class Inspection
{
 public:
    explicit Inspection(const Reading& reading)
        : reading_(reading), table_(reading), coded_(table_.codes().nodes().size(), false)
    {
        for (const auto& row : table_.rows()) coded_[row.code] = true;
        for (auto& relation : relation_types(reading)) relations_.emplace(relation.id, std::move(relation));
    }

    void inspect(const Network& network)
    {
        name_ = network.name;
        for (const auto& node : network.nodes)
            if (node.object) ground(*node.object);
        justify(network.links);
        go_round(network.links);
    }

    void inspect_rest(const std::vector<Link>& rest, const std::vector<Link>& all)
    {
        name_.reset();
        justify(rest);
        find_orphans(all);
        go_round(all);
    }

    std::vector<NetworkProblem> problems;

 private:
    void add(NetworkProblemKind kind, std::int64_t id, std::string detail, std::string advice)
    {
        const bool link = kind == NetworkProblemKind::unjustified_relation;
        problems.push_back({name_, kind, link ? "#" + std::to_string(id) : ref_of(reading_, id), id, std::move(detail),
                            std::move(advice)});
    }

    void ground(std::int64_t object)
    {
        if (!table_.codes().index_of(CodeId{object})) return; // not a code
        for (const auto code : table_.codes().with_descendants({CodeId{object}}))
            if (coded_[*table_.codes().index_of(code)]) return;
        add(NetworkProblemKind::ungrounded_node, object,
            say("No quotation carries \"{}\" or a code below it.", table_.codes().path_of(CodeId{object})),
            say("Code a passage with it, or take it out of the network."));
    }

    void justify(const std::vector<Link>& links)
    {
        for (const auto& link : links)
            if (!link.comment && link.quotations.empty())
                add(NetworkProblemKind::unjustified_relation, link.id.value,
                    say("Nothing justifies \"{} {} {}\": it has neither a comment nor a quotation.",
                        title_of(reading_, link.origin), relations_.at(link.relation).shown(),
                        title_of(reading_, link.target)),
                    say("Write in the link why it holds, or add a quotation to it."));
    }

    void find_orphans(const std::vector<Link>& links)
    {
        std::set<std::int64_t> held;
        for (const auto& link : links) held.insert({link.origin, link.target});
        for (const auto& node : table_.codes().nodes())
            if (node.parent) held.insert(node.parent->value);
        for (std::size_t at = 0; at < coded_.size(); ++at) {
            const auto& node = table_.codes().nodes()[at];
            if (!coded_[at] && !held.contains(node.id.value))
                add(NetworkProblemKind::orphan_code, node.id.value,
                    say("\"{}\" has no quotation, no link and no code below it.", node.path),
                    say("Use it, link it, or delete it."));
        }
    }

    void go_round(const std::vector<Link>& links)
    {
        std::map<RelationId, std::vector<Link>> by_relation;
        for (const auto& link : links)
            if (relations_.at(link.relation).kind != RelationKind::symmetric)
                by_relation[link.relation].push_back(link);
        for (const auto& [relation, same] : by_relation)
            for (const auto& cycle : CycleSearch(same).run()) {
                if (!told_.emplace(relation, std::set(cycle.begin(), cycle.end())).second) continue;
                std::string way;
                for (const auto node : cycle) way += title_of(reading_, node) + " > ";
                add(NetworkProblemKind::cycle_in_asymmetric_relation, cycle.front(),
                    say("\"{}\" leads back to where it began: {}.", relations_.at(relation).shown(),
                        way + title_of(reading_, cycle.front())),
                    say("Reverse one of these links, or choose another relation for it."));
            }
    }

    const Reading& reading_;
    CodingTable table_;
    std::vector<bool> coded_;
    std::map<RelationId, RelationType> relations_;
    std::optional<std::string> name_;
    std::set<std::pair<RelationId, std::set<std::int64_t>>> told_; ///< cycles: what a network shows is not told again
};

}

std::vector<NetworkProblem> check_networks(const Reading& reading, std::optional<NetworkId> only)
{
    Inspection inspection(reading);
    if (only) {
        if (const auto one = network(reading, *only)) inspection.inspect(*one);
        return std::move(inspection.problems);
    }
    std::set<LinkId> shown;
    for (const auto& one : networks(reading)) {
        inspection.inspect(one);
        for (const auto& link : one.links) shown.insert(link.id);
    }
    const auto all = links(reading);
    auto rest = all;
    std::erase_if(rest, [&](const Link& link) { return shown.contains(link.id); });
    inspection.inspect_rest(rest, all);
    return std::move(inspection.problems);
}

}
