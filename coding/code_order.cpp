#include "coding/code.h"
#include "coding/code_tree.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

using Parent = std::optional<CodeId>;

std::string name_of(const CodeTree& tree, CodeId code)
{
    const auto at = tree.index_of(code);
    return at ? tree.nodes()[*at].name : std::string();
}

Result<void> may_stand(const CodeTree& tree, const std::vector<CodeId>& codes, Parent parent)
{
    if (parent && !tree.index_of(*parent)) return gone(say("There is no code #{}.", parent->value));
    for (const auto code : codes)
        if (!tree.index_of(code)) return gone(say("There is no code #{}.", code.value));
    const auto below = tree.with_descendants(codes);
    if (parent && std::ranges::find(below, *parent) != below.end())
        return fail(ErrorCode::conflict, say("\"{}\" cannot stand below itself.", tree.path_of(*parent)),
                    say("Choose a parent outside of it."));
    std::set<std::string> names;
    for (const auto child : tree.children_of(parent))
        if (std::ranges::find(codes, child) == codes.end()) names.insert(name_of(tree, child));
    for (const auto code : codes)
        if (!names.insert(name_of(tree, code)).second)
            return fail(ErrorCode::exists, say("There is a code \"{}\" there already.", name_of(tree, code)),
                        say("Rename one of them, or merge the two."));
    return {};
}

/// Those that are not below another of them, each once: what is below comes along.
std::vector<CodeId> tops_of(const CodeTree& tree, const std::vector<CodeId>& codes)
{
    std::vector<CodeId> tops;
    for (const auto code : codes) {
        const auto above = [&](CodeId other) {
            const auto below = tree.with_descendants({other});
            return other != code && std::ranges::find(below, code) != below.end();
        };
        if (std::ranges::none_of(codes, above) && std::ranges::find(tops, code) == tops.end()) tops.push_back(code);
    }
    return tops;
}

/// The children of `parent` as they shall stand.
Result<std::vector<CodeId>> order_with(const CodeTree& tree, const std::vector<CodeId>& codes, Parent parent,
                                       std::optional<CodeId> before)
{
    auto order = tree.children_of(parent);
    if (before && std::ranges::find(order, *before) == order.end())
        return fail(ErrorCode::bad_value, say("\"{}\" does not stand there.", tree.path_of(*before)),
                    say("Name a code that stands below the same parent."));
    // What is put before one that moves along stands before the next that stays.
    auto next = before ? std::ranges::find(order, *before) : order.end();
    while (next != order.end() && std::ranges::find(codes, *next) != codes.end()) ++next;
    const auto follower = next == order.end() ? std::nullopt : std::optional(*next);
    std::erase_if(order, [&](CodeId code) { return std::ranges::find(codes, code) != codes.end(); });
    const auto at = follower ? std::ranges::find(order, *follower) : order.end();
    order.insert(at, codes.begin(), codes.end());
    return order;
}

}

Result<int> place_codes(Project& project, const std::vector<CodeId>& given, Parent parent, std::optional<CodeId> before)
{
    return project.change(Op::move_code, [&](Change& change) -> Result<int> {
        const CodeTree tree(change);
        const auto codes = tops_of(tree, given);
        if (const auto sound = may_stand(tree, codes, parent); !sound) return fail(sound.error());
        const auto order = order_with(tree, codes, parent, before);
        if (!order) return fail(order.error());
        if (*order == tree.children_of(parent)) return 0;
        std::vector<std::string> paths;
        for (const auto code : codes) {
            change.run("UPDATE code SET parent = ?1, modified_at = ?3, modified_by = ?4 WHERE id = ?2 AND "
                       "parent IS NOT ?1",
                       parent, code, change.now(), change.coder());
            paths.push_back(tree.path_of(code));
        }
        for (std::size_t place = 0; place < order->size(); ++place)
            change.run("UPDATE code SET position = ?1 WHERE id = ?2 AND position IS NOT ?1", place, (*order)[place]);
        change.about(paths.size() == 1 ? paths.front() : listing(paths));
        return static_cast<int>(codes.size());
    });
}

Result<int> order_by_name(Project& project, Parent parent)
{
    return project.change(Op::move_code, [&](Change& change) -> Result<int> {
        const CodeTree tree(change);
        if (parent && !tree.index_of(*parent)) return gone(say("There is no code #{}.", parent->value));
        const auto changed =
            change.run("UPDATE code SET position = NULL WHERE parent IS ? AND position IS NOT NULL", parent);
        change.about(parent ? tree.path_of(*parent) : say("all codes at the top"));
        return changed > 0 ? 1 : 0;
    });
}

}
