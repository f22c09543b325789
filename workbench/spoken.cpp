#include "workbench/spoken.h"
#include "workbench/tr.h"
#include <algorithm>

namespace workbench
{
namespace
{

struct Spoken {
    Words list;
    std::string_view word;
    const char* title;
};

constexpr Spoken table[] = {
    {Words::document_kind, "interview", source("interview")},
    {Words::document_kind, "focus_group", source("focus group")},
    {Words::document_kind, "field_notes", source("field notes")},
    {Words::document_kind, "report", source("report")},
    {Words::document_kind, "survey", source("survey")},
    {Words::document_kind, "literature", source("literature")},
    {Words::document_kind, "other", source("other document")},
    {Words::document_kinds, "interview", source("Interviews")},
    {Words::document_kinds, "focus_group", source("Focus groups")},
    {Words::document_kinds, "field_notes", source("Field notes")},
    {Words::document_kinds, "report", source("Reports")},
    {Words::document_kinds, "survey", source("Surveys")},
    {Words::document_kinds, "literature", source("Literature")},
    {Words::document_kinds, "other", source("Other documents")},
    {Words::memo_kind, "analytic", source("analytic")},
    {Words::memo_kind, "theoretical", source("theoretical")},
    {Words::memo_kind, "methodological", source("methodological")},
    {Words::memo_kind, "diary", source("diary")},
    {Words::memo_kind, "annotation", source("annotation")},
    {Words::memo_kind, "other", source("other")},
    {Words::relation_kind, "asymmetric", source("asymmetric")},
    {Words::relation_kind, "symmetric", source("symmetric")},
    {Words::relation_kind, "transitive", source("transitive")},
    {Words::network_problem, "ungrounded_node", source("code without quotations")},
    {Words::network_problem, "unjustified_relation", source("link without a reason")},
    {Words::network_problem, "orphan_code", source("code by itself")},
    {Words::network_problem, "cycle_in_asymmetric_relation", source("relation that goes round")},
    {Words::type, "text", source("text")},
    {Words::type, "category", source("category")},
    {Words::type, "ordinal", source("ordered category")},
    {Words::type, "integer", source("whole number")},
    {Words::type, "number", source("number")},
    {Words::type, "date", source("date")},
    {Words::type, "boolean", source("yes or no")},
    {Words::level, "nominal", source("nominal")},
    {Words::level, "ordinal", source("ordinal")},
    {Words::level, "interval", source("interval")},
    {Words::level, "ratio", source("ratio")},
    {Words::origin, "a-priori", source("a priori")},
    {Words::origin, "emergent", source("emergent")},
    {Words::evidence, "converges", source("converges")},
    {Words::evidence, "complements", source("complements")},
    {Words::evidence, "contradicts", source("contradicts")},
    {Words::evidence, "silent", source("silent")},
    {Words::object, "document", source("document")},
    {Words::object, "quotation", source("quotation")},
    {Words::object, "code", source("code")},
    {Words::object, "code_group", source("group of codes")},
    {Words::object, "memo", source("memo")},
    {Words::object, "case", source("case")},
    {Words::object, "variable", source("variable")},
    {Words::object, "relation", source("relation")},
    {Words::object, "link", source("link")},
    {Words::object, "network", source("network")},
    {Words::object, "table", source("table")},
    {Words::object, "analysis", source("analysis")},
    {Words::object, "evidence", source("evidence")},
    {Words::object, "claim", source("claim")},
    {Words::object, "finding", source("finding")},
    {Words::object, "coding", source("coding")},
    {Words::object, "search", source("saved search")},
};

}

std::string spoken(Words list, std::string_view word)
{
    if (list == Words::ref) {
        const auto colon = word.find(':');
        if (colon == std::string_view::npos) return std::string(word);
        return spoken(Words::object, word.substr(0, colon)) + std::string(word.substr(colon));
    }
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const Spoken& one) { return one.list == list && one.word == word; });
    return found == std::end(table) ? std::string(word) : tr(found->title);
}

}
