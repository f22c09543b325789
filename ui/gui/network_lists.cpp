#include "network_lists.h"
#include "coding/link.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "look.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/object.h"
#include "workbench/tr.h"
#include <algorithm>
#include <map>
#include <wx/dataview.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::source;
using workbench::tr;

void add_row(wxDataViewListCtrl& list, const std::vector<wxVariant>& cells)
{
    wxVector<wxVariant> row;
    for (const auto& cell : cells) row.push_back(cell);
    list.AppendItem(row);
}

void add_column(wxDataViewListCtrl& list, const char* title, int width, wxAlignment side = wxALIGN_LEFT)
{
    list.AppendTextColumn(shown(tr(title)), wxDATAVIEW_CELL_INERT, width, side,
                          wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
}

const char* said(coding::NetworkProblemKind kind)
{
    switch (kind) {
    case coding::NetworkProblemKind::ungrounded_node: return source("Node without quotations");
    case coding::NetworkProblemKind::unjustified_relation: return source("Link without a reason");
    case coding::NetworkProblemKind::orphan_code: return source("Code on its own");
    case coding::NetworkProblemKind::cycle_in_asymmetric_relation: return source("Circle");
    }
    return "";
}

std::string listed(const coding::Reading& reading, const coding::Link& link)
{
    std::string labels;
    for (const auto quotation : link.quotations)
        labels += (labels.empty() ? "" : ", ") + coding::label_of(reading, quotation);
    return labels;
}

}

NetworkLists::NetworkLists(wxWindow* parent, Session& session, Acts acts)
    : wxNotebook(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      session_(session),
      acts_(std::move(acts))
{
    set_accessible_name(this, shown(tr("Lists of the network")));
    nodes_ = add_list(shown(tr("Nodes")), wxDV_MULTIPLE);
    nodes_->AppendIconTextColumn(shown(tr("Node")), wxDATAVIEW_CELL_INERT, 210, wxALIGN_LEFT,
                                 wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE);
    add_column(*nodes_, source("Quotations"), 66, wxALIGN_RIGHT);
    add_column(*nodes_, source("Links here"), 124, wxALIGN_RIGHT);
    add_column(*nodes_, source("Kind"), 90);
    links_ = add_list(shown(tr("Links")), wxDV_SINGLE);
    add_column(*links_, source("From"), 190);
    add_column(*links_, source("Relation"), 150);
    add_column(*links_, source("To"), 190);
    add_column(*links_, source("Comment"), 220);
    add_column(*links_, source("Quotations"), 90);
    problems_ = add_list(shown(tr("To check")), wxDV_SINGLE);
    add_column(*problems_, source("Problem"), 170);
    add_column(*problems_, source("Detail"), 400);
    add_column(*problems_, source("What to do"), 340);
    listen(*nodes_, node_things_);
    listen(*links_, link_things_);
    listen(*problems_, problem_things_);
}

wxDataViewListCtrl* NetworkLists::add_list(const wxString& title, long style)
{
    auto* list = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, style | wxBORDER_NONE);
    set_accessible_name(list, title);
    add_style_class(list, "quipu-panel");
    AddPage(list, title);
    return list;
}

std::vector<NetworkLists::Thing> NetworkLists::selected_in(wxDataViewListCtrl& list,
                                                           const std::vector<Thing>& things) const
{
    wxDataViewItemArray items;
    list.GetSelections(items);
    std::vector<Thing> chosen;
    for (const auto& item : items) {
        const int row = list.ItemToRow(item);
        if (row >= 0 && row < static_cast<int>(things.size())) chosen.push_back(things[static_cast<std::size_t>(row)]);
    }
    return chosen;
}

void NetworkLists::listen(wxDataViewListCtrl& list, const std::vector<Thing>& things)
{
    list.Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this, &list, &things](wxDataViewEvent&) {
        if (!silent_) acts_.selected(selected_in(list, things));
    });
    list.Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this, &list, &things](wxDataViewEvent& event) {
        const int row = list.ItemToRow(event.GetItem());
        if (row >= 0 && row < static_cast<int>(things.size())) acts_.open(things[static_cast<std::size_t>(row)]);
    });
    list.Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE && !event.ControlDown())
            acts_.remove();
        else
            event.Skip();
    });
}

void NetworkLists::show(const coding::Network& network)
{
    silent_ = true;
    fill_nodes(network);
    fill_links(network);
    fill_problems(network);
    silent_ = false;
}

void NetworkLists::fill_nodes(const coding::Network& network)
{
    const auto& reading = session_.reading();
    std::map<std::int64_t, int> degree;
    for (const auto& link : network.links) {
        ++degree[link.origin];
        ++degree[link.target];
    }
    nodes_->DeleteAllItems();
    node_things_.clear();
    for (const auto& node : network.nodes) {
        const auto* code = node.object ? session_.code(coding::CodeId{*node.object}) : nullptr;
        const auto kind = node.object ? workbench::kind_of(reading, *node.object) : std::nullopt;
        const auto title = node.label ? *node.label : node.object ? coding::title_of(reading, *node.object) : "";
        node_things_.emplace_back(node.id);
        add_row(*nodes_, {wxVariant(wxDataViewIconText(one_line(title, 80),
                                                       swatch(code ? look::of_code(code->color) : look::panel()))),
                          code ? wxString::Format("%lld", static_cast<long long>(code->quotations)) : wxString(),
                          node.object ? wxString::Format("%d", degree[*node.object]) : wxString(),
                          kind ? object_kind_name(*kind) : wxString()});
    }
    SetPageText(0, shown(say("Nodes {}", network.nodes.size())));
}

void NetworkLists::fill_links(const coding::Network& network)
{
    const auto& reading = session_.reading();
    std::map<coding::RelationId, std::string> names;
    for (const auto& relation : coding::relation_types(reading)) names[relation.id] = relation.shown();
    links_->DeleteAllItems();
    link_things_.clear();
    for (const auto& link : network.links) {
        link_things_.emplace_back(link.id);
        add_row(*links_, {shown(coding::title_of(reading, link.origin)), shown(names[link.relation]),
                          shown(coding::title_of(reading, link.target)), one_line(link.comment.value_or(""), 160),
                          shown(listed(reading, link))});
    }
    SetPageText(1, shown(say("Links {}", network.links.size())));
}

void NetworkLists::fill_problems(const coding::Network& network)
{
    found_ = coding::check_networks(session_.reading(), network.id);
    problems_->DeleteAllItems();
    problem_things_.clear();
    for (const auto& problem : found_) {
        const auto node = std::find_if(network.nodes.begin(), network.nodes.end(),
                                       [&](const auto& one) { return one.object == problem.id; });
        if (node != network.nodes.end())
            problem_things_.emplace_back(node->id);
        else
            problem_things_.emplace_back(coding::LinkId{problem.id});
        add_row(*problems_,
                {shown("\u25B2 ") + shown(tr(said(problem.kind))), shown(problem.detail), shown(problem.advice)});
    }
    SetPageText(2, shown(found_.empty() ? tr("Nothing to check") : say("To check {}", found_.size())));
}

void NetworkLists::select(const std::vector<coding::NetworkNodeId>& nodes, std::optional<coding::LinkId> link)
{
    silent_ = true;
    nodes_->UnselectAll();
    for (std::size_t at = 0; at < node_things_.size(); ++at)
        if (std::find(nodes.begin(), nodes.end(), std::get<coding::NetworkNodeId>(node_things_[at])) != nodes.end())
            nodes_->SelectRow(static_cast<unsigned>(at));
    if (!nodes.empty()) {
        const auto last = std::find(node_things_.begin(), node_things_.end(), Thing(nodes.back()));
        if (last != node_things_.end())
            nodes_->EnsureVisible(nodes_->RowToItem(static_cast<int>(last - node_things_.begin())));
    }
    links_->UnselectAll();
    const auto row = link ? std::find(link_things_.begin(), link_things_.end(), Thing(*link)) : link_things_.end();
    if (row != link_things_.end()) {
        const int at = static_cast<int>(row - link_things_.begin());
        links_->SelectRow(static_cast<unsigned>(at));
        links_->EnsureVisible(links_->RowToItem(at));
    }
    silent_ = false;
}

}
