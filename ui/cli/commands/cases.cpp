#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::DocumentId;
using workbench::fail;
using workbench::Project;
using workbench::Reading;
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
    return listing(rows, {{"variable", tr("Variable")}, {"type", tr("Type")}, {"values", tr("Values")}},
                   say("There are no variables yet."));
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

}

std::vector<Command> case_commands()
{
    const auto a_case = text("case", tr("CASE"));
    return {
        {"variable add",
         {project(), text("variable", tr("NAME"))},
         {required(choice("type", {"text", "category", "ordinal", "integer", "number", "date", "boolean"},
                          tr("what its values are"))),
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
}

}
