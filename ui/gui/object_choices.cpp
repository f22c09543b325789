#include "object_choices.h"
#include "kind_name.h"
#include "shown.h"
#include "workbench/object.h"
#include "workbench/rows.h"

namespace gui
{

using workbench::ObjectKind;

namespace
{

struct NamedTable {
    ObjectKind kind;
    const char* sql;
};
constexpr NamedTable named[]{
    {ObjectKind::study_case, "SELECT id, name FROM study_case WHERE name IS NOT NULL ORDER BY name"},
    {ObjectKind::code_group, "SELECT id, name FROM code_group ORDER BY name"},
    {ObjectKind::memo, "SELECT id, title FROM memo ORDER BY title"},
    {ObjectKind::network, "SELECT id, name FROM network ORDER BY id"},
    {ObjectKind::table, "SELECT id, name FROM indicator_table ORDER BY name"},
    {ObjectKind::analysis, "SELECT id, name FROM analysis ORDER BY name"},
    {ObjectKind::finding, "SELECT id, title FROM finding ORDER BY title"},
};

}

std::vector<Choice> object_choices(Session& session, const std::set<std::int64_t>& without)
{
    std::vector<Choice> choices;
    const auto add = [&](ObjectKind kind, std::int64_t id, std::string name, std::optional<std::string> color = {}) {
        if (!without.contains(id))
            choices.push_back({id, std::move(name), utf8(object_kind_name(kind)), std::move(color)});
    };
    for (const auto& code : session.codes()) add(ObjectKind::code, code.id.value, code.path, code.color);
    for (const auto& document : session.documents()) add(ObjectKind::document, document.id.value, document.name);
    for (const auto& table : named)
        for (auto& [id, name] : session.reading().rows<std::tuple<std::int64_t, std::string>>(table.sql))
            add(table.kind, id, std::move(name));
    for (const auto& quotation : session.quotations()) {
        const auto* document = session.document(quotation.document);
        add(ObjectKind::quotation, quotation.id.value,
            quotation.label() + "  " +
                (quotation.name ? *quotation.name
                 : document     ? document->name
                                : std::string()));
    }
    return choices;
}

}
