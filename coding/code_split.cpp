#include "coding/code.h"
#include "coding/code_tree.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <set>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

/// The codings of a code on these quotations.
std::vector<CodingId> codings_on(const Reading& reading, CodeId code, const std::vector<QuotationId>& quotations)
{
    std::vector<CodingId> found;
    for (const auto quotation : std::set(quotations.begin(), quotations.end()))
        for (const auto coding : reading.rows<CodingId>(
                 "SELECT id FROM coding WHERE quotation = ? AND code = ? ORDER BY id", quotation, code))
            found.push_back(coding);
    return found;
}

void copy_coding(Change& change, CodingId coding, CodeId to)
{
    change.run("INSERT INTO coding (id, quotation, code, coder, at, weight, comment, origin_query) "
               "SELECT ?, quotation, ?, coder, at, weight, comment, origin_query FROM coding WHERE id = ?",
               change.next_id<CodingId>(), to, coding);
}

}

Result<CodeId> split_code(Project& project, CodeId code, const NewCode& part,
                          const std::vector<QuotationId>& quotations, bool keep)
{
    return project.change(Op::split_code, [&](Change& change) -> Result<CodeId> {
        const auto whole = CodeTree(change).path_of(code);
        if (whole.empty()) return gone(say("There is no code #{}.", code.value));
        const auto codings = codings_on(change, code, quotations);
        if (codings.empty())
            return fail(ErrorCode::bad_value, say("None of these quotations carries \"{}\".", whole),
                        say("Choose some that do."));
        const auto made = add_code(project, part);
        if (!made) return fail(made.error());
        for (const auto coding : codings) {
            if (keep)
                copy_coding(change, coding, *made);
            else
                change.run("UPDATE coding SET code = ? WHERE id = ?", *made, coding);
        }
        change.about(whole + " > " + part.path);
        return *made;
    });
}

}
