#include "marking.h"
#include "coding/code.h"
#include "coding/code_tree.h"
#include "shown.h"
#include "workbench/project.h"
#include "workbench/text.h"
#include "workbench/tr.h"

namespace gui
{

using coding::CodeId;
using workbench::Change;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::Result;
using workbench::say;
using workbench::tr;

std::string name_from(std::string_view passage)
{
    wxString name = one_line(passage, 60);
    const wxString around(L"\"'\u00AB\u00BB\u201C\u201D\u2018\u2019.,;:\u2026 ()[]-\u2013\u2014");
    while (!name.empty() && around.find(name.Last()) != wxString::npos) name.RemoveLast();
    while (!name.empty() && around.find(name[0]) != wxString::npos) name.erase(0, 1);
    return utf8(name);
}

namespace
{

/// The code stands on the quotation that called for it, so the quotation is made first.
Result<CodeId> code_and_mark(workbench::Project& project, workbench::DocumentId document, workbench::Span span,
                             const std::string& path)
{
    return project.change(Op::mark, [&](Change& change) -> Result<CodeId> {
        const auto quotation = coding::mark(project, document, span, {});
        if (!quotation) return fail(quotation.error());
        const auto code = coding::add_code(
            project, {.path = path, .origin = coding::Origin::emergent, .origin_quotation = quotation->quotation});
        if (!code) return fail(code.error());
        const auto marked = coding::mark(project, document, span, {*code});
        if (!marked) return fail(marked.error());
        change.about(quotation->label + " \u00B7 " + coding::names_in(path).back());
        return *code;
    });
}

}

Result<CodeId> mark_in_vivo(workbench::Project& project, workbench::DocumentId document, workbench::Span span)
{
    const auto name = name_from(workbench::slice(project, document, span));
    if (name.empty()) return fail(ErrorCode::bad_value, tr("The selection has no words."), tr("Select some words."));
    const auto there = coding::CodeTree(project).at({name});
    if (there.empty()) return code_and_mark(project, document, span, coding::escape_name(name));
    const auto marked = coding::mark(project, document, span, {there.front()});
    if (!marked) return fail(marked.error());
    return there.front();
}

Result<CodeId> mark_with_new_code(workbench::Project& project, workbench::DocumentId document, workbench::Span span,
                                  const std::string& path)
{
    return code_and_mark(project, document, span, path);
}

Result<int> take_away(workbench::Project& project, workbench::DocumentId document, workbench::Span span, CodeId code,
                      const std::string& name)
{
    const auto quotation = coding::quotation_at(project, document, span);
    if (!quotation) return fail(ErrorCode::not_found, tr("There is no coding here."), tr("It was taken away already."));
    const auto removed = coding::unmark(project, *quotation, {code});
    if (removed && *removed == 0)
        return fail(ErrorCode::not_found, say("\"{}\" was put here by another coder.", name),
                    tr("Each coder takes away only their own codings."));
    return removed;
}

Result<void> change_code(workbench::Project& project, coding::QuotationId id, CodeId from, CodeId into)
{
    if (from == into) return {};
    const auto quotation = coding::quotation(project, id);
    if (!quotation || !quotation->span)
        return fail(ErrorCode::not_found, tr("The quotation is no longer there."), tr("Choose another one."));
    coding::MarkOptions options;
    bool mine = false;
    for (const auto& coding : coding::codings(project))
        if (coding.quotation == id && coding.code_id == from && coding.coder == project.coder()) {
            options.weight = coding.weight;
            mine = true;
        }
    if (!mine)
        return fail(ErrorCode::not_found, say("The code on {} was put there by another coder.", quotation->label()),
                    tr("Each coder changes only their own codings."));
    return project.change(Op::mark, [&](Change& change) -> Result<void> {
        const auto gone = coding::unmark(project, id, {from});
        if (!gone) return fail(gone.error());
        const auto marked = coding::mark(project, quotation->document, *quotation->span, {into}, options);
        if (!marked) return fail(marked.error());
        const auto code = coding::code(project, into);
        change.about(marked->label + (code ? " \u00B7 " + code->name : std::string()));
        return {};
    });
}

}
