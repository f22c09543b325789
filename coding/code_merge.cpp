#include "coding/code.h"
#include "coding/code_tree.h"
#include "coding/ties.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/object.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

std::vector<std::int64_t> numbers(const std::vector<CodeId>& codes)
{
    std::vector<std::int64_t> all;
    for (const auto code : codes) all.push_back(code.value);
    return all;
}

Result<void> all_known(const CodeTree& tree, const std::vector<CodeId>& codes)
{
    for (const auto code : codes)
        if (!tree.index_of(code)) return gone(say("There is no code #{}.", code.value));
    return {};
}

void drop_code(Change& change, CodeId code)
{
    for (const auto coding : change.rows<CodingId>("SELECT id FROM coding WHERE code = ?", code))
        drop_coding(change, coding);
    cut_ties(change, code.value);
    change.run("DELETE FROM code WHERE id = ?", code);
    change.drop_object(code.value);
}

/// Codings that would stand twice leave their weight and comment to the one that stays, where it has none.
void move_codings(Change& change, CodeId from, CodeId into)
{
    auto twins = change.rows<std::tuple<CodingId, CodingId>>(
        "SELECT a.id, (SELECT min(b.id) FROM coding b WHERE b.code = ?2 AND b.coder = a.coder "
        "AND b.quotation IS a.quotation AND b.document IS a.document) FROM coding a WHERE a.code = ?1",
        from, into);
    for (const auto& [coding, twin] : twins) {
        if (!twin) {
            change.run("UPDATE coding SET code = ? WHERE id = ?", into, coding);
            continue;
        }
        change.run(
            "UPDATE coding SET weight = coalesce(weight, (SELECT weight FROM coding WHERE id = ?1)), "
            "comment = coalesce(comment, (SELECT comment FROM coding WHERE id = ?1)) WHERE id = ?2 AND "
            "EXISTS (SELECT 1 FROM coding o WHERE o.id = ?1 AND (o.weight IS NOT NULL OR o.comment IS NOT NULL))",
            coding, twin);
        drop_coding(change, coding);
    }
}

/// Returns how many codes went: `from`, and its children of which `into` had one of the same name.
Result<int> merge_into(Change& change, CodeId from, CodeId into)
{
    if (const auto free = may_go(change, {from.value}, say("\"{}\"", CodeTree(change).path_of(from))); !free)
        return fail(free.error());
    int gone = 1;
    for (const auto& [child, name] :
         change.rows<std::tuple<CodeId, std::string>>("SELECT id, name FROM code WHERE parent = ?", from)) {
        if (child == into) continue;
        const auto twin = change.row<CodeId>(
            "SELECT id FROM code WHERE parent = ? AND name = ? AND id <> ? ORDER BY id", into, name, child);
        if (!twin) {
            change.run("UPDATE code SET parent = ?, position = NULL WHERE id = ?", into, child);
            continue;
        }
        const auto below = merge_into(change, child, *twin);
        if (!below) return below;
        gone += *below;
    }
    move_codings(change, from, into);
    move_ties(change, from.value, into.value);
    drop_code(change, from);
    return gone;
}

/// When `into` stands below `from` it takes the place of `from` first, so that no ring is made.
void lift_out(Change& change, CodeId from, CodeId into)
{
    const auto below = CodeTree(change).with_descendants({from});
    if (std::ranges::find(below, into) == below.end()) return;
    const auto above = change.row<std::optional<CodeId>>("SELECT parent FROM code WHERE id = ?", from);
    change.run("UPDATE code SET parent = ? WHERE id = ?", above.value_or(std::nullopt), into);
}

}

void drop_coding(Change& change, CodingId coding)
{
    // Only a coding that something was hung on is an object.
    const bool is_object = workbench::kind_of(change, coding.value).has_value();
    if (is_object) cut_ties(change, coding.value);
    change.run("DELETE FROM coding WHERE id = ?", coding);
    if (is_object) change.drop_object(coding.value);
}

Result<int> merge_codes(Project& project, const std::vector<CodeId>& from, CodeId into)
{
    return project.change(Op::merge_codes, [&](Change& change) -> Result<int> {
        const CodeTree tree(change);
        for (const auto& some : {from, {into}})
            if (const auto known = all_known(tree, some); !known) return fail(known.error());
        const auto target = tree.path_of(into);
        if (std::ranges::find(from, into) != from.end())
            return fail(ErrorCode::bad_value, say("\"{}\" cannot be merged into itself.", target),
                        say("Leave it out of the codes to merge."));
        std::vector<std::string> paths;
        for (const auto code : from) paths.push_back(tree.path_of(code));
        int gone = 0;
        for (const auto code : from) {
            if (!change.row<CodeId>("SELECT id FROM code WHERE id = ?", code)) continue; // went with its parent
            lift_out(change, code, into);
            const auto merged = merge_into(change, code, into);
            if (!merged) return merged;
            gone += *merged;
        }
        change.about(listing(paths) + " > " + target);
        return gone;
    });
}

Result<int> delete_code(Project& project, CodeId id, bool with_children)
{
    return project.change(Op::delete_code, [&](Change& change) -> Result<int> {
        const CodeTree tree(change);
        if (const auto known = all_known(tree, {id}); !known) return fail(known.error());
        const auto path = tree.path_of(id);
        auto going = tree.with_descendants({id});
        if (going.size() > 1 && !with_children) {
            std::vector<std::string> children;
            for (const auto child : tree.children_of(id)) children.push_back(tree.path_of(child));
            return fail(ErrorCode::conflict, say("\"{}\" has codes below it: {}.", path, listing(children)),
                        say("Move them elsewhere first, or remove them with it (--children)."));
        }
        if (const auto free = may_go(change, numbers(going), say("\"{}\"", path)); !free) return fail(free.error());
        std::ranges::reverse(going); // children before their parents
        for (const auto code : going) drop_code(change, code);
        change.about(path);
        return static_cast<int>(going.size());
    });
}

}
