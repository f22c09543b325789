#include "answer.h"
#include "call.h"
#include "coding/code.h"
#include "coding/network.h"
#include "coding/network_check.h"
#include "coding/network_figure.h"
#include "coding/object_ref.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

Json network_json(const coding::Network& network)
{
    return {{"network", network.name},
            {"id", id_json(network.id)},
            {"caption", or_null(network.caption)},
            {"nodes", network.nodes.size()},
            {"links", network.links.size()}};
}

Outcome add_network(const Call& call, Project& project)
{
    const auto codes = coding::find_codes(project, call.all("code"));
    if (!codes) return fail(codes.error());
    coding::NewNetwork wanted{call.text("network"), call.maybe("caption")};
    for (const auto code : *codes) wanted.objects.push_back(code.value);
    const auto id = coding::add_network(project, wanted);
    if (!id) return fail(id.error());
    const auto made = *coding::network(project, *id);
    return said(network_json(made), say("Added the network {} with {} nodes and {} links.", made.name,
                                        made.nodes.size(), made.links.size()));
}

Outcome list_networks(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& network : coding::networks(project)) rows.push_back(network_json(network));
    return listing(
        rows, {{"network", tr("Network")}, {"nodes", tr("Nodes")}, {"links", tr("Links")}, {"caption", tr("Caption")}},
        say("There are no networks yet."));
}

std::vector<std::int64_t> ids_of(const std::vector<coding::ObjectRef>& objects)
{
    std::vector<std::int64_t> ids;
    for (const auto& object : objects) ids.push_back(object.id);
    return ids;
}

std::vector<coding::NetworkNodeId> nodes_of(const coding::Network& network, const std::vector<std::int64_t>& objects)
{
    std::vector<coding::NetworkNodeId> nodes;
    for (const auto& node : network.nodes)
        if (node.object && std::find(objects.begin(), objects.end(), *node.object) != objects.end())
            nodes.push_back(node.id);
    return nodes;
}

/// What goes in and out, as one count.
workbench::Result<int> change_nodes(const Call& call, Project& project, coding::NetworkId network)
{
    const auto in = coding::find_objects(project, call.all("add")),
               out = coding::find_objects(project, call.all("remove")),
               around = coding::find_objects(project, call.all("neighbours"));
    for (const auto* found : {&in, &out, &around})
        if (!*found) return fail(found->error());
    auto wanted = ids_of(*in);
    for (const auto near : coding::neighbours(project, network, ids_of(*around))) wanted.push_back(near);
    const auto added = coding::add_nodes_beside(project, network, wanted);
    if (!added) return added;
    const auto removed =
        coding::remove_nodes(project, network, nodes_of(*coding::network(project, network), ids_of(*out)));
    if (!removed) return removed;
    return *added + *removed;
}

Outcome set_network(const Call& call, Project& project)
{
    const auto network = coding::find_network(project, call.text("network"));
    if (!network) return fail(network.error());
    const auto progress = call.progress();
    return changed(project.change(workbench::Op::set_network, [&](workbench::Change&) -> workbench::Result<int> {
        const auto named =
            coding::set_network(project, *network, {.name = call.maybe("name"), .caption = call.maybe("caption")});
        if (!named) return named;
        const auto nodes = change_nodes(call, project, *network);
        if (!nodes) return nodes;
        if (!call.has("layout")) return *named + *nodes;
        const auto moved =
            coding::lay_out_network(project, *network, *coding::network_layout_named(call.text("layout")), progress);
        if (!moved) return moved;
        return *named + *nodes + *moved;
    }));
}

Outcome delete_network(const Call& call, Project& project)
{
    const auto network = coding::find_network(project, call.text("network"));
    if (!network) return fail(network.error());
    return changed(coding::delete_network(project, *network));
}

Outcome check_networks(const Call& call, const Project& project)
{
    std::optional<coding::NetworkId> only;
    if (call.has("network")) {
        const auto network = coding::find_network(project, call.text("network"));
        if (!network) return fail(network.error());
        only = *network;
    }
    Json rows = Json::array();
    for (const auto& problem : coding::check_networks(project, only))
        rows.push_back({{"network", or_null(problem.network)},
                        {"problem", coding::name_of(problem.kind)},
                        {"object", problem.object},
                        {"detail", problem.detail},
                        {"advice", problem.advice}});
    auto answer = listing(rows,
                          {{"network", tr("Network")},
                           {"problem", tr("Problem"), workbench::Words::network_problem},
                           {"detail", tr("Detail")}},
                          say("There is nothing to look at in the networks."));
    answer.exit_code = rows.empty() ? 0 : something_to_look_at;
    return answer;
}

Answer files_of(const std::vector<coding::ExportedNetwork>& figures)
{
    Json files = Json::array(), captions = Json::array(), letters = Json::array();
    std::string sentence;
    for (const auto& figure : figures) {
        files.push_back(figure.file.string());
        captions.push_back(figure.caption);
        letters.push_back(or_null(figure.letters));
        sentence += (sentence.empty() ? "" : "\n") + figure.file.string() + ": " + figure.caption;
        if (figure.letters && *figure.letters < coding::readable - 0.05)
            sentence += "\n  " + say("Its smallest letters are of {:.1f} points: print it wider, or show fewer nodes.",
                                     *figure.letters);
    }
    return said({{"files", files}, {"captions", captions}, {"letters", letters}}, sentence);
}

constexpr double points_of_a_cm = 72 / 2.54;

workbench::Result<coding::NetworkLook> look_of(const Call& call)
{
    const double width = call.number("width").value_or(16);
    if (!(width >= 4 && width <= 120))
        return fail(workbench::ErrorCode::bad_value, say("A figure cannot be {} cm wide.", call.text("width")),
                    say("Choose from 4 to 120 cm; a column has about 8, a page of text 16."));
    return coding::NetworkLook{
        .counts = !call.has("no-counts"), .caption = call.has("with-caption"), .width = width * points_of_a_cm};
}

Outcome export_all(const Call& call, const Project& project, const coding::NetworkLook& look)
{
    auto progress = call.progress();
    const auto format = *coding::figure_format_named(call.maybe("format").value_or("svg"));
    const auto figures = coding::export_networks(project, call.text("to"), format, progress, look);
    if (!figures) return fail(figures.error());
    return files_of(*figures);
}

Outcome export_networks(const Call& call, const Project& project)
{
    if (call.has("all") == call.has("network")) return usage(say("Name one network, or give --all."));
    const auto look = look_of(call);
    if (!look) return fail(look.error());
    if (call.has("all")) return export_all(call, project, *look);
    if (call.has("format")) return usage(say("--format goes with --all; the suffix of the file says the format."));
    const auto network = coding::find_network(project, call.text("network"));
    if (!network) return fail(network.error());
    const auto figure = coding::export_network(project, *network, call.text("to"), call.progress(), *look);
    if (!figure) return fail(figure.error());
    return files_of({*figure});
}

}

std::vector<Command> network_commands()
{
    const auto network = text("network", tr("NAME"));
    return {
        {"network add",
         {project(), network},
         {required(repeated(text_option("code", tr("PATH"), tr("a code of the network")))),
          text_option("caption", tr("TEXT"), tr("what stands below its figure"))},
         tr("Makes a network of codes; every link between two of them shows in it."),
         "quipu network add tesis.quipu Motivaciones --code \"Cero papel\" --code Transparencia",
         nullptr,
         add_network},
        {"network set",
         {project(), network},
         {text_option("name", tr("NAME"), tr("its new name")),
          text_option("caption", tr("TEXT"), tr("what stands below its figure; empty: nothing")),
          repeated(text_option("add", "REF", tr("an object to show in it"))),
          repeated(text_option("remove", "REF", tr("an object to show in it no more; its links stay"))),
          repeated(text_option("neighbours", "REF", tr("show what is linked with this object"))),
          choice("layout", {"force", "layered", "radial", "circular", "manual"}, tr("place the nodes anew"))},
         tr("Changes what a network shows and how."),
         "quipu network set tesis.quipu Motivaciones --neighbours \"code:Cero papel\" --layout layered",
         nullptr,
         set_network},
        {"network list", {project()}, {}, tr("Lists the networks."), "quipu network list tesis.quipu", list_networks},
        {"network delete",
         {project(), network},
         {},
         tr("Deletes a network. Its codes and links stay."),
         "quipu network delete tesis.quipu Motivaciones",
         nullptr,
         delete_network},
        {"network check",
         {project(), text("network", tr("NAME"), Count::maybe)},
         {},
         tr("Looks for nodes without quotations, links without a reason, codes on their own and circles. Ends with 3 "
            "when it "
            "finds some."),
         "quipu network check tesis.quipu",
         check_networks},
        {"network export",
         {project(), text("network", tr("NAME"), Count::maybe)},
         {required(path_option("to", tr("FILE"),
                               tr("the file to write (.svg .png .pdf .dot .graphml); with --all, the folder"))),
          flag("all", tr("every network, numbered")),
          choice("format", {"svg", "png", "pdf", "dot", "graphml"}, tr("of the figures of --all")),
          number("width", "CM",
                 tr("how wide it is printed at most, default 16 (a page of text; a column: 8); no letter is then below "
                    "7 points")),
          flag("no-counts", tr("without {quotations-links} under the codes")),
          flag("with-caption", tr("with number, caption and source below the drawing"))},
         tr("Draws a network, or all of them, as figures with numbered captions."),
         "quipu network export tesis.quipu --all --to figuras --format png",
         export_networks},
    };
}

}
