#pragma once
#include "workbench/change.h"
#include "workbench/result.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workbench
{

enum class VariableType { text, category, ordinal, integer, number, date, boolean };
std::string_view name_of(VariableType type);
std::optional<VariableType> variable_type_named(std::string_view word);

/// A typed attribute of cases or documents. `levels` in their order, for category and ordinal.
struct Variable {
    VariableId id;
    std::string name;
    VariableType type;
    std::vector<std::string> levels;
};
std::vector<Variable> variables(const Reading& reading);
/// Errors: not_found with near names, ambiguous.
Result<Variable> find_variable(const Reading& reading, std::string_view ref);
/// Errors: exists, bad_value.
Result<VariableId> add_variable(Project& project, const std::string& name, VariableType type,
                                const std::vector<std::string>& levels);

/// What belongs to a case: a document, or only what `speaker` says in it.
struct CaseMember {
    DocumentId document;
    std::optional<std::string> speaker;
};
struct Case {
    CaseId id;
    std::string name;
    std::vector<CaseMember> members;
    std::map<std::string, std::string> values; ///< variable name → value as written
};
std::vector<Case> cases(const Reading& reading);
Result<Case> find_case(const Reading& reading, std::string_view ref);

/// The case of what `speaker` says in `document`: the one linked to that speaker, else the one linked to the whole
/// document; nothing when neither is.
std::optional<CaseId> case_of(const Reading& reading, DocumentId document, const std::optional<std::string>& speaker);

/// Sets values by variable name; an empty value removes it. Makes the case when it is new. A category or ordinal
/// variable without listed levels takes any value; with levels, only those. Returns the number of values changed.
/// Errors: not_found (variable), bad_value (does not fit the type; says what would).
Result<int> set_case(Project& project, const std::string& name, const std::map<std::string, std::string>& values);
/// Links documents (all of each) to a case, which is made when new. Returns the number of new links.
Result<int> link_case(Project& project, const std::string& name, const std::vector<DocumentId>& documents);

/// For verbs that make cases inside a larger change (an import): the case of that name, made when new, and its member.
CaseId case_named(Change& change, const std::string& name);
void add_case_member(Change& change, CaseId id, DocumentId document, const std::optional<std::string>& speaker);

/// A value in its canonical spelling for `type` (a date as 2026-03-01, yes/no as true/false), or why it does not fit.
Result<std::string> value_for(const Variable& variable, const std::string& value);

/// Takes an object out of the cases that hold it and its values away: for the verb that removes the object.
void forget_in_cases(Change& change, std::int64_t object);

}
