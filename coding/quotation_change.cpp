#include "coding/code.h"
#include "coding/document_change.h"
#include "coding/quotation.h"
#include "coding/ties.h"
#include "sentence.h"
#include "workbench/anchor.h"
#include "workbench/change.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include "workbench/tr.h"

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

tl::unexpected<workbench::Error> no_such_quotation(QuotationId id)
{
    return gone(say("There is no quotation #{}.", id.value));
}

bool set_text(Change& change, QuotationId id, const char* column, const std::optional<std::string>& text)
{
    if (!text) return false;
    const auto value = text->empty() ? std::nullopt : text;
    return change.run(fmt::format("UPDATE quotation SET {0} = ?1 WHERE id = ?2 AND {0} IS NOT ?1", column), value, id) >
           0;
}

void touch(Change& change, QuotationId id)
{
    change.run("UPDATE quotation SET modified_at = ?, modified_by = ? WHERE id = ?", change.now(), change.coder(), id);
    change.about(label_of(change, id));
}

void drop_quotation(Change& change, QuotationId id)
{
    for (const auto coding : change.rows<CodingId>("SELECT id FROM coding WHERE quotation = ?", id))
        drop_coding(change, coding);
    change.run("UPDATE code SET origin_quotation = NULL WHERE origin_quotation = ?", id);
    cut_ties(change, id.value);
    workbench::remove_anchors(change, id);
    change.run("DELETE FROM quotation WHERE id = ?", id);
    change.drop_object(id.value);
}

}

Result<int> set_quotation(Project& project, QuotationId id, const QuotationSettings& settings)
{
    return project.change(Op::set_quotation, [&](Change& change) -> Result<int> {
        if (!quotation(change, id)) return no_such_quotation(id);
        bool changed = set_text(change, id, "name", settings.name);
        changed |= set_text(change, id, "comment", settings.comment);
        if (changed) touch(change, id);
        return changed ? 1 : 0;
    });
}

Result<int> resize_quotation(Project& project, QuotationId id, Span span)
{
    return project.change(Op::resize_quotation, [&](Change& change) -> Result<int> {
        const auto before = quotation(change, id);
        if (!before) return no_such_quotation(id);
        if (!before->span)
            return fail(ErrorCode::unsupported, say("Quotation {} has no place in the text.", before->label()),
                        say("Only quotations of text can be resized by positions."));
        if (const auto fit = workbench::fits(change, before->document, span); !fit) return fail(fit.error());
        if (*before->span == span) return 0;
        workbench::move_text_anchor(change, id, before->document, span);
        touch(change, id);
        return 1;
    });
}

Result<int> delete_quotation(Project& project, QuotationId id)
{
    return project.change(Op::delete_quotation, [&](Change& change) -> Result<int> {
        const auto label = label_of(change, id);
        if (label.empty()) return no_such_quotation(id);
        if (const auto free = may_go(change, {id.value}, label); !free) return fail(free.error());
        drop_quotation(change, id);
        change.about(label);
        return 1;
    });
}

Result<int> delete_document(Project& project, DocumentId id)
{
    return project.change(Op::delete_document, [&](Change& change) -> Result<int> {
        const auto name = change.row<std::string>("SELECT name FROM document WHERE id = ?", id);
        if (!name) return gone(say("There is no document #{}.", id.value));
        if (const auto parts = change.rows<std::string>("SELECT name FROM document WHERE parent = ?", id);
            !parts.empty())
            return fail(ErrorCode::conflict, say("Other documents belong to \"{}\": {}.", *name, listing(parts)),
                        say("Remove these first."));
        const auto quotations = change.rows<QuotationId>("SELECT id FROM quotation WHERE document = ?", id);
        std::vector<std::int64_t> going{id.value};
        for (const auto quotation : quotations) going.push_back(quotation.value);
        if (const auto free = may_go(change, going, say("\"{}\"", *name)); !free) return fail(free.error());

        for (const auto quotation : quotations) drop_quotation(change, quotation);
        for (const auto coding : change.rows<CodingId>("SELECT id FROM coding WHERE document = ?", id))
            drop_coding(change, coding);
        cut_ties(change, id.value);
        workbench::drop_document(change, id);
        change.about(*name);
        return 1;
    });
}

Result<int> delete_documents(Project& project, const std::vector<DocumentId>& documents)
{
    if (documents.empty()) return 0;
    return project.change(Op::delete_document, [&](Change& change) -> Result<int> {
        std::vector<std::string> names;
        for (const auto id : documents) {
            names.push_back(change.row<std::string>("SELECT name FROM document WHERE id = ?", id).value_or(""));
            if (const auto gone = delete_document(project, id); !gone) return gone;
        }
        change.about(names.size() == 1 ? names.front() : listing(names));
        return static_cast<int>(documents.size());
    });
}

}
