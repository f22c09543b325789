#include "coding/back_links.h"
#include "coding/ids.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ObjectKind;
using workbench::say;
using workbench::source;

namespace
{

using Named = std::tuple<std::int64_t, std::string>;

class Finder
{
 public:
    Finder(const Reading& reading, std::int64_t object) : reading_(reading), object_(object) {}

    std::vector<BackLink> run()
    {
        each(ObjectKind::memo, source("memo: {}"),
             "SELECT m.id, m.title FROM memo_target t JOIN memo m ON m.id = t.memo WHERE t.object = ? ORDER BY m.id");
        links();
        each(ObjectKind::network, source("network: {}"),
             "SELECT DISTINCT n.id, n.name FROM network_node x JOIN network n ON n.id = x.network WHERE x.object = ? "
             "ORDER BY n.id");
        each(ObjectKind::code_group, source("group: {}"),
             "SELECT g.id, g.name FROM code_group_member m JOIN code_group g ON g.id = m.code_group WHERE m.object = ? "
             "ORDER BY g.id");
        each(ObjectKind::study_case, source("case: {}"),
             "SELECT c.id, coalesce(c.name, '') FROM case_member m JOIN study_case c ON c.id = m.study_case WHERE "
             "m.object = ? ORDER BY c.id");
        each(ObjectKind::code, source("called for the code {}"),
             "SELECT id, name FROM code WHERE origin_quotation = ? ORDER BY id");
        each(ObjectKind::link, source("justifies the link from {}"),
             "SELECT l.origin, coalesce(c.name, '#' || l.origin) FROM link_quotation q JOIN link l ON l.id = q.link "
             "LEFT JOIN code c ON c.id = l.origin WHERE q.quotation = ? ORDER BY l.id");
        each(ObjectKind::evidence, source("evidence from {}"),
             "SELECT coalesce(a.id, t.id), coalesce(a.name, t.name || ', ' || c.name) FROM evidence e "
             "LEFT JOIN analysis a ON a.id = e.analysis LEFT JOIN table_column c ON c.id = e.table_column "
             "LEFT JOIN indicator_table t ON t.id = c.indicator_table WHERE e.object = ? ORDER BY e.id");
        each(ObjectKind::claim, source("claim {}"),
             "SELECT coalesce(analysis, id), expect FROM claim WHERE quotation = ? ORDER BY id");
        each(ObjectKind::finding, source("finding {}"),
             "SELECT f.id, f.title FROM finding_support s JOIN finding f ON f.id = s.finding WHERE s.object = ? "
             "ORDER BY f.id");
        return std::move(found_);
    }

 private:
    void each(ObjectKind kind, const char* sentence, const char* sql)
    {
        for (const auto& [id, name] : reading_.rows<Named>(sql, object_))
            found_.push_back({kind, id, say(sentence, name)});
    }

    void links()
    {
        for (const auto& [origin, relation, target] : reading_.rows<std::tuple<std::int64_t, RelationId, std::int64_t>>(
                 "SELECT origin, relation, target FROM link WHERE origin = ?1 OR target = ?1 ORDER BY id", object_)) {
            const bool from_here = origin == object_;
            const auto other = from_here ? target : origin;
            found_.push_back({ObjectKind::link, other, words(relation, from_here) + " " + title_of(reading_, other)});
        }
    }

    /// The relation as it reads from here: from its other end by its inverse, or by an arrow where it has none.
    std::string words(RelationId relation, bool from_here)
    {
        if (relations_.empty()) relations_ = relation_types(reading_);
        const auto found = std::ranges::find(relations_, relation, &RelationType::id);
        if (found == relations_.end()) return {};
        if (from_here || found->kind == RelationKind::symmetric) return found->shown();
        return found->shown_inverse().value_or("\u2190 " + found->shown());
    }

    const Reading& reading_;
    std::int64_t object_;
    std::vector<RelationType> relations_;
    std::vector<BackLink> found_;
};

}

std::vector<BackLink> back_links(const Reading& reading, std::int64_t object)
{
    return Finder(reading, object).run();
}

}
