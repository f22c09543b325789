#include "answer.h"
#include "call.h"
#include "coding/link.h"
#include "coding/object_ref.h"
#include "coding/quotation.h"
#include "coding/relation.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/tr.h"
#include <map>

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

Outcome add_relation(const Call& call, Project& project)
{
    const auto kind = coding::relation_kind_named(call.has("kind") ? call.text("kind") : "asymmetric");
    const auto id = coding::add_relation(project, call.text("relation"), *kind, call.maybe("inverse"));
    if (!id) return fail(id.error());
    return said({{"relation", call.text("relation")}, {"id", id_json(*id)}},
                say("Added the relation {}.", call.text("relation")));
}

Outcome list_relations(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& relation : coding::relation_types(project))
        rows.push_back({{"relation", relation.shown()},
                        {"kind", coding::name_of(relation.kind)},
                        {"inverse", or_null(relation.shown_inverse())},
                        {"links", relation.links},
                        {"id", id_json(relation.id)}});
    return listing(rows,
                   {{"relation", tr("Relation")},
                    {"kind", tr("Kind"), workbench::Words::relation_kind},
                    {"inverse", tr("Read backwards")},
                    {"links", tr("Links")}},
                   say("There are no relations."));
}

Outcome set_relation(const Call& call, Project& project)
{
    const auto relation = coding::find_relation(project, call.text("relation"));
    if (!relation) return fail(relation.error());
    coding::RelationSettings settings{call.maybe("name"), call.maybe("inverse"), {}};
    if (call.has("kind")) settings.kind = coding::relation_kind_named(call.text("kind"));
    return changed(coding::set_relation(project, *relation, settings));
}

Outcome delete_relation(const Call& call, Project& project)
{
    const auto relation = coding::find_relation(project, call.text("relation"));
    if (!relation) return fail(relation.error());
    return changed(coding::delete_relation(project, *relation));
}

Outcome add_link(const Call& call, Project& project)
{
    const auto from = coding::find_object(project, call.text("from")),
               to = coding::find_object(project, call.text("to"));
    if (!from) return fail(from.error());
    if (!to) return fail(to.error());
    const auto relation = coding::find_relation(project, call.text("relation"));
    if (!relation) return fail(relation.error());
    coding::NewLink link{from->id, *relation, to->id, call.maybe("comment")};
    for (const auto& label : call.all("quotation")) {
        const auto quotation = coding::find_quotation(project, label);
        if (!quotation) return fail(quotation.error());
        link.quotations.push_back(*quotation);
    }
    const auto id = coding::add_link(project, link);
    if (!id) return fail(id.error());
    return said({{"link", "#" + std::to_string(id->value)}, {"id", id_json(*id)}},
                say("{} -> {}.", coding::title_of(project, from->id), coding::title_of(project, to->id)));
}

Outcome list_links(const Call&, const Project& project)
{
    std::map<coding::RelationId, std::string> relations;
    for (const auto& relation : coding::relation_types(project)) relations[relation.id] = relation.shown();
    Json rows = Json::array();
    for (const auto& link : coding::links(project)) {
        Json quotations = Json::array();
        for (const auto quotation : link.quotations) quotations.push_back(coding::label_of(project, quotation));
        rows.push_back({{"id", id_json(link.id)},
                        {"from", coding::ref_of(project, link.origin)},
                        {"relation", relations[link.relation]},
                        {"to", coding::ref_of(project, link.target)},
                        {"comment", or_null(link.comment)},
                        {"quotations", quotations}});
    }
    return listing(rows,
                   {{"from", tr("From"), workbench::Words::ref},
                    {"relation", tr("Relation")},
                    {"to", tr("To"), workbench::Words::ref},
                    {"quotations", tr("Quotations")},
                    {"comment", tr("Comment")}},
                   say("There are no links yet."));
}

/// Gives a link another relation, comment and quotations, and turns it round, as one change.
Outcome set_link(const Call& call, Project& project)
{
    const auto link = coding::find_link(project, call.text("link"));
    if (!link) return fail(link.error());
    coding::LinkSettings settings{{}, call.maybe("comment"), {}};
    if (call.has("relation")) {
        const auto relation = coding::find_relation(project, call.text("relation"));
        if (!relation) return fail(relation.error());
        settings.relation = *relation;
    }
    if (call.has("quotation")) {
        settings.quotations.emplace();
        for (const auto& label : call.all("quotation")) {
            const auto quotation = coding::find_quotation(project, label);
            if (!quotation) return fail(quotation.error());
            settings.quotations->push_back(*quotation);
        }
    }
    return changed(project.change(workbench::Op::set_link, [&](workbench::Change&) -> workbench::Result<int> {
        const auto set = coding::set_link(project, *link, settings);
        if (!set || !call.has("reverse")) return set;
        return coding::reverse_link(project, *link);
    }));
}

Outcome delete_link(const Call& call, Project& project)
{
    const auto link = coding::find_link(project, call.text("link"));
    if (!link) return fail(link.error());
    return changed(coding::delete_link(project, *link));
}

} // namespace

std::vector<Command> link_commands()
{
    return {
        {"relation add",
         {project(), text("relation", tr("NAME"))},
         {choice("kind", {"asymmetric", "symmetric", "transitive"}, tr("how it can be read and chained")),
          text_option("inverse", tr("NAME"), tr("how it is called when read from its target"))},
         tr("Adds a relation of your own to the six that every project has."),
         "quipu relation add tesis.quipu financia --inverse \"es financiado "
         "por\"",
         nullptr,
         add_relation},
        {"relation list",
         {project()},
         {},
         tr("Lists the relations and how many links there are of each."),
         "quipu relation list tesis.quipu",
         list_relations},
        {"relation set",
         {project(), text("relation", tr("NAME"))},
         {text_option("name", tr("NAME"), tr("its new name")),
          text_option("inverse", tr("NAME"), tr("how it is called when read from its target; empty: nothing")),
          choice("kind", {"asymmetric", "symmetric", "transitive"}, tr("how it can be read and chained"))},
         tr("Changes a relation of your own; its links stay."),
         "quipu relation set tesis.quipu financia --name \"paga\" --kind transitive",
         nullptr,
         set_relation},
        {"relation delete",
         {project(), text("relation", tr("NAME"))},
         {},
         tr("Deletes a relation that no link has."),
         "quipu relation delete tesis.quipu financia",
         nullptr,
         delete_relation},
        {"link add",
         {project(), text("from", tr("REF")), text("relation", tr("RELATION")), text("to", tr("REF"))},
         {text_option("comment", tr("TEXT"), tr("why it holds")),
          repeated(text_option("quotation", "3:12", tr("a quotation that justifies it")))},
         tr("Relates two objects of any kind. The link shows in every network "
            "that has both."),
         "quipu link add tesis.quipu \"code:Cero papel\" \"es causa de\" "
         "code:Transparencia --quotation 3:12",
         nullptr,
         add_link},
        {"link list",
         {project()},
         {},
         tr("Lists the links and what justifies them."),
         "quipu link list tesis.quipu",
         list_links},
        {"link set",
         {project(), text("link", "#ID")},
         {text_option("relation", tr("RELATION"), tr("another relation")),
          text_option("comment", tr("TEXT"), tr("why it holds; empty: no comment")),
          repeated(text_option("quotation", "3:12", tr("a quotation that justifies it, instead of those it has"))),
          flag("reverse", tr("turn it round"))},
         tr("Changes a link, which is named by its #ID."),
         "quipu link set tesis.quipu #4398046511130 --relation contradice --reverse",
         nullptr,
         set_link},
        {"link delete",
         {project(), text("link", "#ID")},
         {},
         tr("Deletes a link, which is named by its #ID."),
         "quipu link delete tesis.quipu #4398046511130",
         nullptr,
         delete_link},
    };
}

} // namespace cli
