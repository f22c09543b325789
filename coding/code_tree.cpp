#include "coding/code_tree.h"
#include "name_order.h"
#include "workbench/rows.h"
#include <algorithm>
#include <limits>
#include <map>
#include <unordered_set>

namespace coding
{

namespace
{

struct Raw {
    CodeNode node;
    std::int64_t position;
    std::string key;
};

std::vector<Raw> read_codes(const Reading& reading)
{
    std::vector<Raw> codes;
    auto row = reading.ask("SELECT id, parent, name, color, position FROM code");
    while (row.next()) {
        CodeNode node{row.get<CodeId>(0),
                      row.get<std::optional<CodeId>>(1),
                      row.get<std::string>(2),
                      {},
                      0,
                      row.get<std::optional<std::string>>(3)};
        const auto position = row.null(4) ? std::numeric_limits<std::int64_t>::max() : row.get<std::int64_t>(4);
        auto key = order_key(node.name);
        codes.push_back({std::move(node), position, std::move(key)});
    }
    std::ranges::sort(codes, [](const Raw& a, const Raw& b) {
        return std::tie(a.position, a.key, a.node.name, a.node.id) <
               std::tie(b.position, b.key, b.node.name, b.node.id);
    });
    return codes;
}

/// Walks the tree from its tops. Two copies may together have put two codes below each other: such a ring is entered
/// at its smallest id, so that every code is listed.
class Walk
{
 public:
    explicit Walk(std::vector<Raw> codes) : codes_(std::move(codes))
    {
        std::unordered_set<CodeId> known;
        for (const auto& code : codes_) known.insert(code.node.id);
        for (std::size_t at = 0; at < codes_.size(); ++at) {
            auto& parent = codes_[at].node.parent;
            if (parent && !known.contains(*parent)) parent.reset();
            below_[parent ? parent->value : 0].push_back(at);
        }
        visited_.assign(codes_.size(), false);
    }

    std::vector<CodeNode> run()
    {
        for (const auto top : below_[0]) visit(top, "", 0);
        std::vector<std::size_t> rest;
        for (std::size_t at = 0; at < codes_.size(); ++at)
            if (!visited_[at]) rest.push_back(at);
        std::ranges::sort(rest, {}, [&](std::size_t at) { return codes_[at].node.id; });
        for (const auto at : rest) visit(at, "", 0);
        return std::move(nodes_);
    }

 private:
    void visit(std::size_t at, const std::string& above, int depth)
    {
        if (visited_[at]) return;
        visited_[at] = true;
        auto node = codes_[at].node;
        node.path = above + escape_name(node.name);
        node.depth = depth;
        nodes_.push_back(node);
        const auto found = below_.find(node.id.value);
        if (found == below_.end()) return;
        for (const auto child : found->second) visit(child, node.path + "/", depth + 1);
    }

    std::vector<Raw> codes_;
    std::map<std::int64_t, std::vector<std::size_t>> below_;
    std::vector<bool> visited_;
    std::vector<CodeNode> nodes_;
};

}

CodeTree::CodeTree(const Reading& reading) : nodes_(Walk(read_codes(reading)).run())
{
    for (std::size_t at = 0; at < nodes_.size(); ++at) index_[nodes_[at].id] = at;
}

std::optional<std::size_t> CodeTree::index_of(CodeId code) const
{
    const auto found = index_.find(code);
    if (found == index_.end()) return std::nullopt;
    return found->second;
}

std::string CodeTree::path_of(CodeId code) const
{
    const auto at = index_of(code);
    return at ? nodes_[*at].path : std::string();
}

std::vector<CodeId> CodeTree::with_descendants(const std::vector<CodeId>& codes) const
{
    std::vector<bool> wanted(nodes_.size(), false);
    for (const auto code : codes) {
        const auto top = index_of(code);
        if (!top) continue;
        auto at = *top; // what lies below follows at once, deeper
        do wanted[at++] = true;
        while (at < nodes_.size() && nodes_[at].depth > nodes_[*top].depth);
    }
    std::vector<CodeId> all;
    for (std::size_t at = 0; at < nodes_.size(); ++at)
        if (wanted[at]) all.push_back(nodes_[at].id);
    return all;
}

std::vector<CodeId> CodeTree::children_of(std::optional<CodeId> parent) const
{
    std::vector<CodeId> children;
    for (const auto& node : nodes_)
        if (node.parent == parent) children.push_back(node.id);
    return children;
}

std::vector<CodeId> CodeTree::at(const std::vector<std::string>& names) const
{
    std::string wanted;
    for (const auto& name : names) wanted += (wanted.empty() ? "" : "/") + escape_name(name);
    std::vector<CodeId> found;
    for (const auto& node : nodes_)
        if (node.path == wanted) found.push_back(node.id);
    return found;
}

std::vector<std::string> CodeTree::paths() const
{
    std::vector<std::string> all;
    for (const auto& node : nodes_) all.push_back(node.path);
    return all;
}

std::vector<std::string> names_in(std::string_view path)
{
    std::vector<std::string> names;
    std::string name;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const bool escaped = path[at] == '\\' && at + 1 < path.size() && (path[at + 1] == '/' || path[at + 1] == '\\');
        if (escaped) {
            name += path[++at];
        } else if (path[at] == '/') {
            names.push_back(trimmed(name));
            name.clear();
        } else {
            name += path[at];
        }
    }
    names.push_back(trimmed(name));
    return names;
}

std::string escape_name(std::string_view name)
{
    std::string escaped;
    for (std::size_t at = 0; at < name.size(); ++at) {
        // A backslash needs an escape only where it would be taken for one.
        const bool misread = name[at] == '\\' && (at + 1 == name.size() || name[at + 1] == '/' || name[at + 1] == '\\');
        if (name[at] == '/' || misread) escaped += '\\';
        escaped += name[at];
    }
    return escaped;
}

}
