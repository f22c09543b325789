#include "join.h"
#include "door.h"
#include "references.h"
#include "workbench/project.h"
#include <array>
#include <map>

namespace workbench
{
namespace
{

struct Noun {
    const char* table;
    ObjectKind kind;
    const char* twins; ///< SELECT id, smallest id of those that are the same, for the others only
};

constexpr std::array nouns{
    Noun{"document", ObjectKind::document,
         "SELECT d.id, (SELECT min(e.id) FROM document e JOIN piece q ON q.document = e.id AND q.before IS NULL WHERE "
         "q.sha256 = p.sha256 AND e.name = d.name)"
         " FROM document d JOIN piece p ON p.document = d.id AND p.before IS NULL WHERE p.sha256 IS NOT NULL"},
    Noun{"code", ObjectKind::code,
         "SELECT c.id, (SELECT min(e.id) FROM code e WHERE e.name = c.name AND e.parent IS c.parent) FROM code c"},
    Noun{"code_group", ObjectKind::code_group,
         "SELECT c.id, (SELECT min(e.id) FROM code_group e WHERE e.name = c.name) FROM code_group c"},
    Noun{"variable", ObjectKind::variable,
         "SELECT c.id, (SELECT min(e.id) FROM variable e WHERE e.name = c.name AND e.type = c.type) FROM variable c"},
    Noun{"relation_type", ObjectKind::relation,
         "SELECT c.id, (SELECT min(e.id) FROM relation_type e WHERE e.name = c.name AND e.kind = c.kind) FROM "
         "relation_type c"},
    Noun{"saved_search", ObjectKind::search,
         "SELECT c.id, (SELECT min(e.id) FROM saved_search e WHERE e.name = c.name AND e.query = c.query) FROM "
         "saved_search c"},
    Noun{"study_case", ObjectKind::study_case,
         "SELECT c.id, (SELECT min(e.id) FROM study_case e WHERE e.name = c.name) FROM study_case c"},
};

/// Rows that say the same after a join: all but the smallest id go.
constexpr std::array repeated{
    "coding WHERE id NOT IN (SELECT min(id) FROM coding GROUP BY quotation, document, code, coder)",
    "code_group_member WHERE id NOT IN (SELECT min(id) FROM code_group_member GROUP BY code_group, object)",
    "memo_target WHERE id NOT IN (SELECT min(id) FROM memo_target GROUP BY memo, object)",
    "case_member WHERE id NOT IN (SELECT min(id) FROM case_member GROUP BY study_case, object, speaker)",
    "variable_level WHERE id NOT IN (SELECT min(id) FROM variable_level GROUP BY variable, value)",
    "variable_value WHERE id NOT IN (SELECT min(id) FROM variable_value GROUP BY owner, variable)",
    "turn_list WHERE id NOT IN (SELECT min(id) FROM turn_list GROUP BY document)",
    "network_node WHERE object IS NOT NULL AND id NOT IN (SELECT min(id) FROM network_node GROUP BY network, object)",
};

/// Every column that REFERENCES the table of the noun or, for what points at any kind of object, `object`.
void point_elsewhere(Change& change, const char* table, std::int64_t from, std::int64_t to)
{
    for (const auto& reference : all_references(change.project().inside().door->connection())) {
        if (reference.parent != table && reference.parent != "object") continue;
        if (reference.column == "id") continue; // a noun's own row in `object`
        change.run("UPDATE \"" + reference.table + "\" SET \"" + reference.column + "\" = ? WHERE \"" +
                       reference.column + "\" = ?",
                   to, from);
    }
}

/// The texts are the same, so what stood on the first piece of one stands on the first piece of the other.
void join_texts(Change& change, std::int64_t from, std::int64_t to)
{
    const auto first_piece = [&](std::int64_t document) {
        return change.row<std::int64_t>("SELECT id FROM piece WHERE document = ? AND before IS NULL", document)
            .value_or(0);
    };
    const auto old_piece = first_piece(from), new_piece = first_piece(to);
    const auto old_prefix = std::to_string(old_piece) + ":", new_prefix = std::to_string(new_piece) + ":";
    for (const char* edge : {"first", "last"}) {
        const auto column = "\"" + std::string(edge) + "\"";
        change.run("UPDATE quotation_anchor SET " + column + " = ?1 || substr(" + column + ", ?2) WHERE " + edge +
                       "_piece = ?3",
                   new_prefix, old_prefix.size() + 1, old_piece);
        change.run("UPDATE quotation_anchor SET " + std::string(edge) + "_piece = ? WHERE " + edge + "_piece = ?",
                   new_piece, old_piece);
    }
    change.run("UPDATE turn_list SET turns = replace(turns, '\"' || ?1, '\"' || ?2) WHERE document = ?3", old_prefix,
               new_prefix, from);
    change.run("UPDATE piece SET before = ? WHERE before = ?", new_piece, old_piece);
    change.run("UPDATE cut SET piece = ? WHERE piece = ?", new_piece, old_piece);
    change.run("DELETE FROM piece WHERE id = ?", old_piece);
    // Corrections made to both stay; old citations find the document under its old number. The row takes the id of the
    // document that goes, so that every copy writes the same.
    const auto row = change.row<std::tuple<int, std::string>>("SELECT number, copy FROM document WHERE id = ?", from);
    change.run("INSERT INTO document_alias (id, document, number, copy) VALUES (?,?,?,?)", from, to, std::get<0>(*row),
               std::get<1>(*row));
}

bool join_one_round(Change& change, std::vector<Joined>& joined)
{
    bool any = false;
    for (const auto& noun : nouns) {
        for (const auto& [id, smallest] : change.rows<std::tuple<std::int64_t, std::int64_t>>(noun.twins)) {
            if (id == smallest || smallest == 0) continue;
            if (noun.kind == ObjectKind::document) join_texts(change, id, smallest);
            point_elsewhere(change, noun.table, id, smallest);
            change.run("DELETE FROM \"" + std::string(noun.table) + "\" WHERE id = ?", id);
            change.drop_object(id);
            joined.push_back(
                {std::string(name_of(noun.kind)), "#" + std::to_string(smallest), "#" + std::to_string(id)});
            any = true;
        }
    }
    return any;
}

}

std::vector<Joined> join_twins(Change& change)
{
    std::vector<Joined> joined;
    // Children of two codes that became one may now be twins themselves.
    while (join_one_round(change, joined)) {}
    if (!joined.empty())
        for (const char* rows : repeated) change.run(std::string("DELETE FROM ") + rows);
    return joined;
}

}
