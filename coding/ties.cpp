#include "coding/ties.h"
#include "sentence.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

/// The objects, and the links that hang on them (and the links on those links).
std::vector<std::int64_t> with_links(const Reading& reading, std::vector<std::int64_t> objects)
{
    for (std::size_t at = 0; at < objects.size(); ++at)
        for (const auto link :
             reading.rows<std::int64_t>("SELECT id FROM link WHERE origin = ?1 OR target = ?1", objects[at]))
            if (std::find(objects.begin(), objects.end(), link) == objects.end()) objects.push_back(link);
    return objects;
}

void add_holders(const Reading& reading, std::int64_t object, std::vector<std::string>& holders)
{
    for (const auto& analysis : reading.rows<std::string>(
             "SELECT coalesce(a.name, t.name || ', ' || c.name) FROM evidence e "
             "LEFT JOIN analysis a ON a.id = e.analysis LEFT JOIN table_column c ON c.id = e.table_column "
             "LEFT JOIN indicator_table t ON t.id = c.indicator_table WHERE e.object = ?",
             object))
        holders.push_back(say("evidence from {}", analysis));
    for (const auto& expect : reading.rows<std::string>("SELECT expect FROM claim WHERE quotation = ?", object))
        holders.push_back(say("claim {}", expect));
    for (const auto& title : reading.rows<std::string>(
             "SELECT f.title FROM finding_support s JOIN finding f ON f.id = s.finding WHERE s.object = ?", object))
        holders.push_back(say("finding {}", title));
}

bool anything_stands_on_coding(const Reading& reading)
{
    return reading
               .row<int>("SELECT EXISTS (SELECT 1 FROM evidence) OR EXISTS (SELECT 1 FROM claim) "
                         "OR EXISTS (SELECT 1 FROM finding_support)")
               .value_or(0) != 0;
}

}

Result<void> may_go(const Reading& reading, const std::vector<std::int64_t>& objects, const std::string& what)
{
    if (!anything_stands_on_coding(reading)) return {};
    std::vector<std::string> holders;
    for (const auto object : with_links(reading, objects)) add_holders(reading, object, holders);
    if (holders.empty()) return {};
    return fail(ErrorCode::conflict, say("{} cannot go while something stands on it: {}.", what, listing(holders)),
                say("Remove or change these first."));
}

void drop_link(Change& change, LinkId link)
{
    cut_ties(change, link.value);
    change.run("DELETE FROM link_quotation WHERE link = ?", link);
    change.run("DELETE FROM link WHERE id = ?", link);
    change.drop_object(link.value);
}

void cut_ties(Change& change, std::int64_t object)
{
    for (const auto link : change.rows<LinkId>("SELECT id FROM link WHERE origin = ?1 OR target = ?1", object))
        drop_link(change, link);
    change.run("DELETE FROM memo_target WHERE object = ?", object);
    change.run("DELETE FROM link_quotation WHERE quotation = ?", object);
    change.run("DELETE FROM network_node WHERE object = ?", object);
    change.run("DELETE FROM code_group_member WHERE object = ?", object);
    change.run("DELETE FROM import_residue WHERE owner = ?", object);
    workbench::forget_in_cases(change, object);
}

namespace
{

void move_links(Change& change, std::int64_t from, std::int64_t to)
{
    for (const auto& [link, origin, relation, target] :
         change.rows<std::tuple<LinkId, std::int64_t, RelationId, std::int64_t>>(
             "SELECT id, origin, relation, target FROM link WHERE origin = ?1 OR target = ?1", from)) {
        const auto begin = origin == from ? to : origin, end = target == from ? to : target;
        const auto twin =
            change.row<LinkId>("SELECT id FROM link WHERE origin = ? AND relation = ? AND target = ? AND id <> ?",
                               begin, relation, end, link);
        if (begin == end) {
            drop_link(change, link);
        } else if (twin) {
            change.run("UPDATE link_quotation SET link = ?1 WHERE link = ?2 AND quotation NOT IN "
                       "(SELECT quotation FROM link_quotation WHERE link = ?1)",
                       *twin, link);
            drop_link(change, link);
        } else {
            change.run("UPDATE link SET origin = ?, target = ? WHERE id = ?", begin, end, link);
        }
    }
}

}

void move_ties(Change& change, std::int64_t from, std::int64_t to)
{
    move_links(change, from, to);
    change.run("UPDATE memo_target SET object = ?1 WHERE object = ?2 AND memo NOT IN "
               "(SELECT memo FROM memo_target WHERE object = ?1)",
               to, from);
    change.run("UPDATE network_node SET object = ?1 WHERE object = ?2 AND network NOT IN "
               "(SELECT network FROM network_node WHERE object = ?1)",
               to, from);
    change.run("UPDATE code_group_member SET object = ?1 WHERE object = ?2 AND code_group NOT IN "
               "(SELECT code_group FROM code_group_member WHERE object = ?1)",
               to, from);
    cut_ties(change, from);
}

}
