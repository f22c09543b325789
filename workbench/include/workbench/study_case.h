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

/// What to change of a variable. Values stay, spelt as the new type wants.
struct VariableSettings {
    std::optional<std::string> name;
    std::optional<VariableType> type;
    std::optional<std::vector<std::string>> levels; ///< all of them, in order; empty: any value
};
/// 1, or 0 when all was so already. Errors: not_found; exists; bad_value (an empty name; levels for a type without; a
/// value that a case has and that would not fit: `detail` names both).
Result<int> set_variable(Project& project, VariableId variable, const VariableSettings& settings);

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

/// Values of one case by variable name; an empty value removes it.
struct CaseRow {
    std::string name;
    std::map<std::string, std::string> values;
};
struct NewVariable {
    std::string name;
    VariableType type;
};
struct CasesWritten {
    int cases = 0, variables = 0, values = 0; ///< made, made, changed
};
/// Many cases as one change, as set_case does each; the variables that there are not yet are made before. A value that
/// does not fit is the error, with its case, and nothing is written.
Result<CasesWritten> set_cases(Project& project, const std::vector<CaseRow>& rows,
                               const std::vector<NewVariable>& variables = {});

/// 1, or 0 when it had that name. Errors: not_found; exists; bad_value (an empty name).
Result<int> rename_case(Project& project, CaseId id, const std::string& name);
/// Takes documents out of a case, with what speakers say in them. Returns the number of links that went.
Result<int> unlink_case(Project& project, CaseId id, const std::vector<DocumentId>& documents);

/// Links documents (all of each) to a case, which is made when new. Returns the number of new links.
Result<int> link_case(Project& project, const std::string& name, const std::vector<DocumentId>& documents);

/// Says which documents belong to a case: those that did not before are linked whole, what speakers say in the others
/// goes too. Returns the number of documents that came or went. Errors: not_found.
Result<int> set_case_documents(Project& project, CaseId id, const std::vector<DocumentId>& documents);

/// For verbs that make cases inside a larger change (an import): the case of that name, made when new, and its member.
CaseId case_named(Change& change, const std::string& name);
void add_case_member(Change& change, CaseId id, DocumentId document, const std::optional<std::string>& speaker);

/// For the verbs of the coding room, which know what hangs on an object: removes a case with its values and links, or a
/// variable with its levels and values; gives `into` what `from` has and it has not.
void drop_case(Change& change, CaseId id);
void drop_variable(Change& change, VariableId id);
void move_case(Change& change, CaseId from, CaseId into);

/// A value in its canonical spelling for `type` (a date as 2026-03-01, yes/no as true/false), or why it does not fit.
Result<std::string> value_for(const Variable& variable, const std::string& value);

/// Takes an object out of the cases that hold it and its values away: for the verb that removes the object.
void forget_in_cases(Change& change, std::int64_t object);

}
