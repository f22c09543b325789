#include "coding/object_ref.h"
#include "coding/code.h"
#include "coding/code_tree.h"
#include "coding/quotation.h"
#include "sentence.h"
#include "workbench/document.h"
#include "workbench/rows.h"
#include "workbench/spoken.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <functional>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::ObjectKind;
using workbench::say;

namespace
{

/// Kinds that are called by one column of their table.
struct Named {
    ObjectKind kind;
    std::string_view table, column;
};
constexpr std::array named_kinds{
    Named{ObjectKind::memo, "memo", "title"},
    Named{ObjectKind::study_case, "study_case", "name"},
    Named{ObjectKind::network, "network", "name"},
    Named{ObjectKind::table, "indicator_table", "name"},
    Named{ObjectKind::analysis, "analysis", "name"},
    Named{ObjectKind::finding, "finding", "title"},
    Named{ObjectKind::code_group, "code_group", "name"},
    Named{ObjectKind::variable, "variable", "name"},
    Named{ObjectKind::relation, "relation_type", "name"},
    Named{ObjectKind::search, "saved_search", "name"},
};

const Named* named_kind(ObjectKind kind)
{
    const auto found = std::ranges::find(named_kinds, kind, &Named::kind);
    return found == named_kinds.end() ? nullptr : &*found;
}

std::vector<std::int64_t> called(const Reading& reading, const Named& kind, std::string_view name)
{
    return reading.rows<std::int64_t>(
        fmt::format("SELECT id FROM {} WHERE {} = ? ORDER BY id", kind.table, kind.column), name);
}

Result<ObjectRef> find_called(const Reading& reading, const Named& kind, std::string_view name)
{
    const auto found = called(reading, kind, name);
    if (found.size() == 1) return ObjectRef{kind.kind, found.front()};
    const auto names =
        reading.rows<std::string>(fmt::format("SELECT {0} FROM {1} WHERE {0} IS NOT NULL", kind.column, kind.table));
    const auto word = workbench::noun_of(kind.kind);
    return not_one(name, found, names, say("There is no {} \"{}\".", word, name),
                   say("There is more than one {} \"{}\".", word, name));
}

template <class Found>
Result<ObjectRef> as_ref(ObjectKind kind, const Found& found)
{
    if (!found) return fail(found.error());
    return ObjectRef{kind, found->value};
}

Result<ObjectRef> find_of_kind(const Reading& reading, ObjectKind kind, std::string_view name)
{
    if (kind == ObjectKind::document) {
        const auto found = workbench::find_document(reading, name);
        if (!found) return fail(found.error());
        return ObjectRef{kind, found->id.value};
    }
    if (kind == ObjectKind::quotation) return as_ref(kind, find_quotation(reading, name));
    if (kind == ObjectKind::code) return as_ref(kind, find_code(reading, name));
    if (const auto* named = named_kind(kind)) return find_called(reading, *named, name);
    return fail(ErrorCode::bad_value, say("A {} has no name.", workbench::noun_of(kind)),
                say("Name it by its id, as in #123."));
}

Result<ObjectRef> find_by_id(const Reading& reading, std::string_view ref, std::int64_t id)
{
    if (const auto kind = workbench::kind_of(reading, id)) return ObjectRef{*kind, id};
    return fail(ErrorCode::not_found, say("There is no object {}.", ref), say("It may have been removed meanwhile."));
}

/// Everything that answers to a name without a kind.
std::vector<ObjectRef> answers_to(const Reading& reading, std::string_view name)
{
    std::vector<ObjectRef> found;
    for (const auto kind : {ObjectKind::document, ObjectKind::quotation, ObjectKind::code})
        if (const auto one = find_of_kind(reading, kind, name)) found.push_back(*one);
    for (const auto& kind : named_kinds)
        if (kind.kind != ObjectKind::variable && kind.kind != ObjectKind::relation)
            for (const auto id : called(reading, kind, name)) found.push_back({kind.kind, id});
    return found;
}

std::vector<std::string> all_names(const Reading& reading)
{
    auto names = CodeTree(reading).paths();
    for (auto& name : reading.rows<std::string>(
             "SELECT name FROM document UNION SELECT title FROM memo UNION SELECT name FROM study_case "
             "WHERE name IS NOT NULL UNION SELECT name FROM network"))
        names.push_back(std::move(name));
    return names;
}

}

Result<ObjectRef> find_object(const Reading& reading, std::string_view ref)
{
    if (const auto id = workbench::id_in(ref)) return find_by_id(reading, ref, *id);
    if (const auto colon = ref.find(':'); colon != std::string_view::npos)
        if (const auto kind = workbench::object_kind_called(ref.substr(0, colon))) {
            const auto name = ref.substr(colon + 1);
            if (const auto id = workbench::id_in(name)) {
                const auto found = find_by_id(reading, name, *id);
                if (!found || found->kind == *kind) return found;
            }
            return find_of_kind(reading, *kind, name);
        }
    const auto found = answers_to(reading, ref);
    if (found.size() == 1) return found.front();
    if (found.empty())
        return fail(ErrorCode::not_found, say("Nothing is called \"{}\".", ref),
                    near_hint(ref, all_names(reading), say("Write the kind before it, as in code:Parent/Child.")));
    std::vector<std::string> refs;
    for (const auto& one : found) refs.push_back(workbench::spoken(workbench::Words::ref, ref_of(reading, one.id)));
    return fail(ErrorCode::ambiguous, say("\"{}\" could mean several things: {}.", ref, listing(refs)),
                say("Write the kind before it, or the id."));
}

Result<std::vector<ObjectRef>> find_objects(const Reading& reading, const std::vector<std::string>& refs)
{
    std::vector<ObjectRef> found;
    for (const auto& ref : refs) {
        const auto one = find_object(reading, ref);
        if (!one) return fail(one.error());
        if (std::ranges::find(found, *one) == found.end()) found.push_back(*one);
    }
    return found;
}

std::string title_of(const Reading& reading, std::int64_t id)
{
    const auto kind = workbench::kind_of(reading, id);
    if (!kind) return {};
    std::optional<std::string> title;
    if (kind == ObjectKind::quotation) return label_of(reading, QuotationId{id});
    if (kind == ObjectKind::document) title = reading.row<std::string>("SELECT name FROM document WHERE id = ?", id);
    if (kind == ObjectKind::code) title = reading.row<std::string>("SELECT name FROM code WHERE id = ?", id);
    if (const auto* named = named_kind(*kind))
        title =
            reading.row<std::string>(fmt::format("SELECT {} FROM {} WHERE id = ?", named->column, named->table), id);
    return title && !title->empty() ? *title : "#" + std::to_string(id);
}

std::string ref_of(const Reading& reading, std::int64_t id)
{
    const auto kind = workbench::kind_of(reading, id);
    if (!kind) return {};
    const auto name = kind == ObjectKind::code ? CodeTree(reading).path_of(CodeId{id}) : title_of(reading, id);
    const bool nameless = name.starts_with('#');
    if (!nameless)
        if (const auto back = find_of_kind(reading, *kind, name); back && back->id == id)
            return std::string(workbench::name_of(*kind)) + ":" + name;
    return "#" + std::to_string(id);
}

}
