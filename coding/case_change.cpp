#include "coding/case_change.h"
#include "coding/ties.h"
#include "sentence.h"
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

/// The names of cases that all exist and may go.
Result<std::vector<std::string>> names_of(const Reading& reading, const std::vector<CaseId>& cases)
{
    std::vector<std::string> names;
    for (const auto id : cases) {
        const auto name = reading.row<std::string>("SELECT ifnull(name, '') FROM study_case WHERE id = ?", id);
        if (!name) return gone(say("There is no case #{}.", id.value));
        if (const auto free = may_go(reading, {id.value}, say("\"{}\"", *name)); !free) return fail(free.error());
        names.push_back(*name);
    }
    return names;
}

}

Result<int> delete_cases(Project& project, const std::vector<CaseId>& cases)
{
    return project.change(Op::delete_case, [&](Change& change) -> Result<int> {
        const auto names = names_of(change, cases);
        if (!names) return fail(names.error());
        for (const auto id : cases) {
            cut_ties(change, id.value);
            workbench::drop_case(change, id);
        }
        change.about(listing(*names));
        return static_cast<int>(cases.size());
    });
}

Result<int> merge_cases(Project& project, const std::vector<CaseId>& from, CaseId into)
{
    if (std::find(from.begin(), from.end(), into) != from.end())
        return fail(ErrorCode::bad_value, say("A case cannot be joined with itself."));
    return project.change(Op::merge_cases, [&](Change& change) -> Result<int> {
        const auto names = names_of(change, from);
        if (!names) return fail(names.error());
        const auto goal = change.row<std::string>("SELECT ifnull(name, '') FROM study_case WHERE id = ?", into);
        if (!goal) return gone(say("There is no case #{}.", into.value));
        for (const auto id : from) {
            workbench::move_case(change, id, into);
            move_ties(change, id.value, into.value);
            workbench::drop_case(change, id);
        }
        change.about(listing(*names) + " \u2192 " + *goal);
        return static_cast<int>(from.size());
    });
}

Result<int> delete_variable(Project& project, VariableId id)
{
    return project.change(Op::delete_variable, [&](Change& change) -> Result<int> {
        const auto name = change.row<std::string>("SELECT name FROM variable WHERE id = ?", id);
        if (!name) return gone(say("There is no variable #{}.", id.value));
        if (const auto free = may_go(change, {id.value}, say("\"{}\"", *name)); !free) return fail(free.error());
        const auto values = change.row<int>("SELECT count(*) FROM variable_value WHERE variable = ?", id).value_or(0);
        cut_ties(change, id.value);
        workbench::drop_variable(change, id);
        change.about(*name);
        return values;
    });
}

}
