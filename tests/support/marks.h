#pragma once
#include "workbench/anchor.h"
#include "workbench/project.h"

namespace support
{

/// A bare quotation with its number: what the coding room does, for tests of the workbench alone.
inline workbench::QuotationId quote(workbench::Project& project, workbench::DocumentId document, workbench::Span span)
{
    using namespace workbench;
    return project
        .change(Op::mark,
                [&](Change& change) -> Result<QuotationId> {
                    const auto id = change.new_object<QuotationId>(ObjectKind::quotation);
                    change.run("INSERT INTO quotation (id, document, number, copy) VALUES (?,?,?,?)", id, document,
                               change.next_quotation_number(document), change.copy_letter());
                    add_text_anchor(change, id, document, span);
                    return id;
                })
        .value();
}

/// A bare code.
inline std::int64_t code(workbench::Project& project, const std::string& name, std::optional<std::int64_t> parent = {})
{
    using namespace workbench;
    return project
        .change(Op::add_code,
                [&](Change& change) -> Result<std::int64_t> {
                    change.about(name);
                    const auto id = change.new_object<Id<struct CodeTag>>(ObjectKind::code);
                    change.run("INSERT INTO code (id, parent, name) VALUES (?,?,?)", id, parent, name);
                    return id.value;
                })
        .value();
}

inline std::string text_of_quotation(const workbench::Project& project, workbench::QuotationId id)
{
    const auto place = workbench::place_of(project, id);
    return place ? workbench::slice(project, place->first, place->second) : "";
}

}
