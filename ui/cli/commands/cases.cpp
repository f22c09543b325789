#include "answer.h"
#include "call.h"
#include "coding/case_change.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "stats/case_import.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::DocumentId;
using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

Outcome add_variable(const Call& call, Project& project)
{
    const auto type = workbench::variable_type_named(call.text("type"));
    const auto id = workbench::add_variable(project, call.text("variable"), *type, call.all("value"));
    if (!id) return fail(id.error());
    return said({{"variable", call.text("variable")}, {"id", id_json(*id)}},
                say("Added the variable {}.", call.text("variable")));
}

Outcome list_variables(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& variable : workbench::variables(project))
        rows.push_back({{"variable", variable.name},
                        {"type", workbench::name_of(variable.type)},
                        {"values", variable.levels},
                        {"id", id_json(variable.id)}});
    return listing(
        rows, {{"variable", tr("Variable")}, {"type", tr("Type"), workbench::Words::type}, {"values", tr("Values")}},
        say("There are no variables yet."));
}

Outcome set_variable(const Call& call, Project& project)
{
    if (!call.has("type") && !call.has("value") && !call.has("any-value"))
        return usage(say("At least one of these is needed: {}.", "--type, --value, --any-value"));
    const auto variable = workbench::find_variable(project, call.text("variable"));
    if (!variable) return fail(variable.error());
    workbench::VariableSettings settings;
    if (call.has("type")) settings.type = workbench::variable_type_named(call.text("type"));
    if (call.has("value")) settings.levels = call.all("value");
    if (call.has("any-value")) settings.levels.emplace();
    return changed(workbench::set_variable(project, variable->id, settings));
}

Outcome rename_variable(const Call& call, Project& project)
{
    const auto variable = workbench::find_variable(project, call.text("variable"));
    if (!variable) return fail(variable.error());
    return changed(
        workbench::set_variable(project, variable->id, {.name = call.text("name"), .type = {}, .levels = {}}));
}

Outcome delete_variable(const Call& call, Project& project)
{
    const auto variable = workbench::find_variable(project, call.text("variable"));
    if (!variable) return fail(variable.error());
    const auto values = coding::delete_variable(project, variable->id);
    if (!values) return fail(values.error());
    return said({{"changed", 1}, {"values", *values}},
                workbench::say_n("\"{}\" went with {} value.", "\"{}\" went with {} values.", *values, variable->name,
                                 *values));
}

/// Documents of a case by name, each once, and the speakers that it is linked to.
Json case_json(const Reading& reading, const workbench::Case& each)
{
    Json documents = Json::array(), speakers = Json::array();
    DocumentId last{};
    for (const auto& member : each.members) {
        if (member.speaker) speakers.push_back(*member.speaker);
        if (member.document == last) continue;
        last = member.document;
        if (const auto document = workbench::document(reading, member.document))
            if (std::find(documents.begin(), documents.end(), document->name) == documents.end())
                documents.push_back(document->name);
    }
    Json values = Json::object();
    for (const auto& [variable, value] : each.values) values[variable] = value;
    return {{"case", each.name},
            {"documents", documents},
            {"values", values},
            {"speakers", speakers},
            {"id", id_json(each.id)}};
}

Outcome list_cases(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& each : workbench::cases(project)) rows.push_back(case_json(project, each));
    return listing(rows, {{"case", tr("Case")}, {"documents", tr("Documents")}, {"values", tr("Values")}},
                   say("There are no cases yet."));
}

Outcome set_case(const Call& call, Project& project)
{
    const auto values = pairs_in(call.all("value"));
    if (!values) return fail(values.error());
    return changed(workbench::set_case(project, call.text("case"), *values));
}

Outcome link_case(const Call& call, Project& project)
{
    std::vector<DocumentId> documents;
    for (const auto& name : call.all("document")) {
        const auto document = workbench::find_document(project, name);
        if (!document) return fail(document.error());
        documents.push_back(document->id);
    }
    return changed(workbench::link_case(project, call.text("case"), documents));
}

Result<std::vector<workbench::CaseId>> cases_in(const Call& call, const Reading& reading)
{
    std::vector<workbench::CaseId> found;
    for (const auto& name : call.all("case")) {
        const auto one = workbench::find_case(reading, name);
        if (!one) return fail(one.error());
        found.push_back(one->id);
    }
    return found;
}

Outcome unlink_case(const Call& call, Project& project)
{
    const auto one = workbench::find_case(project, call.text("case"));
    if (!one) return fail(one.error());
    std::vector<DocumentId> documents;
    for (const auto& name : call.all("document")) {
        const auto document = workbench::find_document(project, name);
        if (!document) return fail(document.error());
        documents.push_back(document->id);
    }
    return changed(workbench::unlink_case(project, one->id, documents));
}

Outcome rename_case(const Call& call, Project& project)
{
    const auto one = workbench::find_case(project, call.text("case"));
    if (!one) return fail(one.error());
    return changed(workbench::rename_case(project, one->id, call.text("name")));
}

Outcome delete_cases(const Call& call, Project& project)
{
    const auto found = cases_in(call, project);
    if (!found) return fail(found.error());
    return changed(coding::delete_cases(project, *found));
}

Outcome merge_cases(const Call& call, Project& project)
{
    const auto found = cases_in(call, project);
    if (!found) return fail(found.error());
    const auto into = workbench::find_case(project, call.text("into"));
    if (!into) return fail(into.error());
    return changed(coding::merge_cases(project, *found, into->id));
}

std::string import_text(const Json& done)
{
    std::string text = say("{} values written; {} new cases, {} new variables.", done["values"].get<std::int64_t>(),
                           done["cases"].get<std::int64_t>(), done["variables"].size()) +
                       "\n";
    for (const auto& warning : done["warnings"]) text += cell(warning) + "\n";
    return text;
}

Outcome import_cases(const Call& call, Project& project)
{
    stats::ReadOptions options;
    options.encoding = call.maybe("encoding").value_or("");
    options.sheet = call.maybe("sheet").value_or("");
    const auto done = stats::import_case_values(project, call.text("file"), options);
    if (!done) return fail(done.error());
    return Answer{{{"cases", done->written.cases},
                   {"variables", done->new_variables},
                   {"values", done->written.values},
                   {"warnings", done->warnings}},
                  import_text};
}

std::vector<std::string_view> types()
{
    return {"text", "category", "ordinal", "integer", "number", "date", "boolean"};
}

/// Rows that change variables.
std::vector<Command> variable_changes()
{
    const auto variable = text("variable", tr("NAME"));
    return {
        {"variable set",
         {project(), variable},
         {choice("type", types(), tr("what its values are")),
          repeated(text_option("value", tr("VALUE"), tr("a value it may have, in order (category and ordinal)"))),
          flag("any-value", tr("it may have any value"))},
         tr("Changes the type of a variable or the values it may have. A value that would not fit stands in the way."),
         "quipu variable set tesis.quipu Cargo --type category --value Gerente --value Jefe",
         nullptr,
         set_variable},
        {"variable rename",
         {project(), variable, text("name", tr("NEW_NAME"))},
         {},
         tr("Gives a variable another name."),
         "quipu variable rename tesis.quipu Cargo Puesto",
         nullptr,
         rename_variable},
        {"variable delete",
         {project(), variable},
         {},
         tr("Deletes a variable with all its values."),
         "quipu variable delete tesis.quipu Cargo",
         nullptr,
         delete_variable},
    };
}

/// Rows that change cases as a whole.
std::vector<Command> case_changes()
{
    const auto a_case = text("case", tr("CASE"));
    return {
        {"case unlink",
         {project(), a_case, text("document", tr("DOCUMENT"), Count::some)},
         {},
         tr("Takes documents out of a case."),
         "quipu case unlink tesis.quipu DMPP5 4",
         nullptr,
         unlink_case},
        {"case rename",
         {project(), a_case, text("name", tr("NAME"))},
         {},
         tr("Gives a case another name."),
         "quipu case rename tesis.quipu P5 DMPP5",
         nullptr,
         rename_case},
        {"case merge",
         {project(), text("case", tr("CASE"), Count::some)},
         {required(text_option("into", tr("CASE"), tr("the case that stays; it keeps its own values")))},
         tr("Joins cases that are one: their documents and the values that it has not go to the one that stays."),
         "quipu case merge tesis.quipu P5 --into DMPP5",
         nullptr,
         merge_cases},
        {"case delete",
         {project(), text("case", tr("CASE"), Count::some)},
         {},
         tr("Deletes cases with their values. Documents and codings stay."),
         "quipu case delete tesis.quipu P5",
         nullptr,
         delete_cases},
        {"case import",
         {project(), path("file", tr("FILE"))},
         {text_option("encoding", tr("ENCODING"), tr("of a text file, as in windows-1252; default: found out")),
          text_option("sheet", tr("SHEET"), tr("of a workbook; default: the first"))},
         tr("Reads values of cases from a table (CSV, TSV, XLSX, ODS): the first column is the case, the others are "
            "variables. New cases and variables are made; an empty cell leaves what there is."),
         "quipu case import tesis.quipu participantes.csv",
         nullptr,
         import_cases},
    };
}

}

std::vector<Command> case_commands()
{
    const auto a_case = text("case", tr("CASE"));
    std::vector<Command> commands{
        {"variable add",
         {project(), text("variable", tr("NAME"))},
         {required(choice("type", types(), tr("what its values are"))),
          repeated(text_option("value", tr("VALUE"), tr("a value it may have, in order (category and ordinal)")))},
         tr("Adds a variable that describes cases."),
         "quipu variable add tesis.quipu Cargo --type category --value Gerente --value Jefe",
         nullptr,
         add_variable},
        {"variable list",
         {project()},
         {},
         tr("Lists the variables."),
         "quipu variable list tesis.quipu",
         list_variables},
        {"case list",
         {project()},
         {},
         tr("Lists the cases, their documents and their values."),
         "quipu case list tesis.quipu",
         list_cases},
        {"case set",
         {project(), a_case, text("value", tr("VARIABLE=VALUE"), Count::some)},
         {},
         tr("Gives a case values of variables; an empty value takes one away. A new case is made."),
         "quipu case set tesis.quipu DMPP5 Cargo=Jefe Edad=45",
         nullptr,
         set_case},
        {"case link",
         {project(), a_case, text("document", tr("DOCUMENT"), Count::some)},
         {},
         tr("Says that documents belong to a case. A new case is made."),
         "quipu case link tesis.quipu DMPP5 3 4",
         nullptr,
         link_case},
    };
    for (auto more : {variable_changes(), case_changes()}) commands.insert(commands.end(), more.begin(), more.end());
    return commands;
}

}
