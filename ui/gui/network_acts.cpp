// What one does in the tab of a network.
#include "coding/link.h"
#include "coding/object_ref.h"
#include "figure_dialog.h"
#include "linking.h"
#include "message_bar.h"
#include "network_view.h"
#include "run.h"
#include "shown.h"
#include "workbench/anchor.h"
#include "workbench/object.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/image.h>
#include <wx/menu.h>
#include <wx/mstream.h>
#include <wx/textctrl.h>

namespace gui
{

using coding::NetworkLayout;
using workbench::ErrorCode;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

constexpr double copied_dpi = 200;

}

void NetworkView::keep_places()
{
    if (!canvas_->picture()) return;
    // The canvas changes its picture while the project tells of the change.
    const auto places = canvas_->picture()->places();
    run(this, [&] { return coding::store_layout(session_.project(), network_, NetworkLayout::manual, places); });
}

void NetworkView::keep_words()
{
    const auto now = coding::network(session_.reading(), network_);
    if (!now || session_.reading().read_only()) return;
    coding::NetworkSettings settings;
    if (const auto name = utf8(name_->GetValue()); name != now->name && !name.empty()) settings.name = name;
    if (const auto caption = utf8(caption_->GetValue()); caption != now->caption.value_or(""))
        settings.caption = caption;
    if (!settings.name && !settings.caption) return;
    if (!run(this, [&] { return coding::set_network(session_.project(), network_, settings); }))
        name_->ChangeValue(shown(now->name));
}

void NetworkView::follow_selection()
{
    lists_->select(canvas_->nodes(), canvas_->link());
    editor_->show(canvas_->link());
}

// The panels beside follow, but only when one chooses here: what they were told to show since then stays.
void NetworkView::look_at_selected()
{
    if (canvas_->nodes().size() != 1) return;
    const auto object = object_of(canvas_->nodes().front());
    if (object && session_.code(coding::CodeId{*object})) session_.look_at(std::optional(coding::CodeId{*object}));
}

void NetworkView::select_things(const std::vector<NetworkLists::Thing>& things)
{
    std::vector<coding::NetworkNodeId> nodes;
    for (const auto& thing : things) {
        if (const auto* link = std::get_if<coding::LinkId>(&thing)) {
            canvas_->select(*link);
            return canvas_->reveal(*link);
        }
        nodes.push_back(std::get<coding::NetworkNodeId>(thing));
    }
    canvas_->select(nodes);
    if (!nodes.empty()) canvas_->reveal(nodes.back());
}

void NetworkView::open_thing(NetworkLists::Thing thing)
{
    select_things({thing});
    canvas_->SetFocus();
}

void NetworkView::open_selected()
{
    if (canvas_->link()) return editor_->comment().SetFocus();
    if (!canvas_->nodes().empty()) open_node(canvas_->nodes().back());
}

void NetworkView::open_node(coding::NetworkNodeId node)
{
    const auto object = object_of(node);
    const auto kind = object ? workbench::kind_of(session_.reading(), *object) : std::nullopt;
    if (!kind) return;
    if (*kind == workbench::ObjectKind::quotation) {
        if (const auto place = workbench::place_of(session_.reading(), coding::QuotationId{*object}))
            session_.go_to({place->first, place->second, {}});
        return;
    }
    if (*kind == workbench::ObjectKind::code) return session_.look_at(std::optional(coding::CodeId{*object}));
    session_.open_object(*object);
}

void NetworkView::add_object()
{
    const auto room = canvas_->GetClientSize();
    add_object_at({}, on_page({room.x / 2 - 200, 12}));
}

void NetworkView::add_object_at(std::optional<coding::NodePlace> place, wxPoint at)
{
    if (!shown_) return;
    palette_->ask(at, canvas_,
                  {shown(tr("Add to the network")), object_rows(session_, *shown_),
                   [this, place](const ChoicePalette::Row& row, const std::string&) {
                       run(this, [&] {
                           return coding::add_nodes_beside(session_.project(), network_, {row.id}, standing(), place);
                       });
                   }});
}

// With the selection, or with everything that is shown when nothing is selected.
void NetworkView::add_neighbours(std::optional<coding::RelationId> relation)
{
    if (!shown_) return;
    auto of = selected_objects();
    if (of.empty())
        for (const auto& node : shown_->nodes)
            if (node.object) of.push_back(*node.object);
    const auto found = coding::neighbours(session_.reading(), network_, of, relation);
    const auto added =
        run(this, [&] { return coding::add_nodes_beside(session_.project(), network_, found, standing()); });
    auto* bar = message_bar_of(this);
    if (!added || !bar) return;
    bar->tell(shown(*added == 0 ? tr("All that is linked with it is in the network already.")
                                : say_n("{} node was added.", "{} nodes were added.", *added, *added)));
}

void NetworkView::ask_neighbours()
{
    auto rows = relation_rows(session_.reading());
    rows.insert(rows.begin(), {0, tr("By any relation"), {}, {}, {}});
    const auto room = canvas_->GetClientSize();
    palette_->ask(on_page({room.x / 2 - 200, 12}), canvas_,
                  {shown(tr("Add what is linked by")), std::move(rows),
                   [this](const ChoicePalette::Row& row, const std::string&) {
                       add_neighbours(row.id == 0 ? std::nullopt : std::optional(coding::RelationId{row.id}));
                   }});
}

void NetworkView::link_selected()
{
    const auto& nodes = canvas_->nodes();
    if (nodes.size() != 2)
        return show_error(this, {ErrorCode::bad_value, tr("A link needs two nodes."),
                                 tr("Select two: click one, then the other with Ctrl held down.")});
    canvas_->reveal(nodes[1]);
    ask_link(nodes[0], nodes[1], canvas_->middle_of(nodes[1]).value_or(wxPoint()));
}

void NetworkView::ask_link(coding::NetworkNodeId from, coding::NetworkNodeId to, wxPoint at)
{
    const auto origin = object_of(from), target = object_of(to);
    if (!origin || !target)
        return show_error(this, {ErrorCode::bad_value, tr("A free label cannot be linked."),
                                 tr("Choose nodes that stand for a code, a memo or another object.")});
    const auto what = say("Relation from {} to {}", coding::title_of(session_.reading(), *origin),
                          coding::title_of(session_.reading(), *target));
    palette_->ask(on_page(at), canvas_,
                  {shown(what), relation_rows(session_.reading()),
                   [this, origin = *origin, target = *target](const ChoicePalette::Row& row, const std::string& typed) {
                       link(origin, target, row, typed);
                   },
                   relation_offers});
}

// The new relation and the link are one gesture.
void NetworkView::link(std::int64_t from, std::int64_t to, const ChoicePalette::Row& row, const std::string& typed)
{
    const auto made = run(this, [&] {
        return session_.project().change(workbench::Op::add_link,
                                         [&](workbench::Change&) -> workbench::Result<coding::LinkId> {
                                             const auto relation = relation_of(session_.project(), row, typed);
                                             if (!relation) return workbench::fail(relation.error());
                                             return coding::add_link(session_.project(), {from, *relation, to});
                                         });
    });
    if (made) canvas_->select(*made);
}

void NetworkView::remove_selected()
{
    if (canvas_->link()) return editor_->remove();
    const auto nodes = canvas_->nodes();
    if (nodes.empty()) return;
    const auto gone = run(this, [&] { return coding::remove_nodes(session_.project(), network_, nodes); });
    auto* bar = message_bar_of(this);
    if (gone && bar)
        bar->tell(shown(say_n("{} node was taken out of the network; it stays in the project.",
                              "{} nodes were taken out of the network; they stay in the project.", *gone, *gone)));
}

void NetworkView::lay_out(NetworkLayout layout)
{
    if (!shown_) return;
    canvas_->flush();
    if (layout == NetworkLayout::manual) {
        run(this, [&] { return coding::store_layout(session_.project(), network_, layout, standing()); });
        return;
    }
    auto bare = *shown_;
    for (auto& node : bare.nodes) node.place.reset();
    tell_layout(true);
    job_.start(coding::NetworkPicture::prepared(session_.reading(), bare, look_), layout,
               [this, layout](const coding::NetworkPicture& laid, const auto& why_not) {
                   tell_layout(false);
                   if (shown_) layouts_->SetSelection(static_cast<int>(shown_->layout));
                   if (why_not) return show_error(this, *why_not);
                   const auto places = laid.places();
                   run(this, [&] { return coding::store_layout(session_.project(), network_, layout, places); });
                   canvas_->fit();
               });
}

void NetworkView::set_counts(bool counts)
{
    look_.counts = counts;
    counts_->SetValue(counts);
    refill();
}

void NetworkView::copy_picture()
{
    if (!canvas_->picture()) return;
    const auto png = run(this, [&] { return coding::network_png(*canvas_->picture(), copied_dpi); });
    if (!png) return;
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) wxImage::AddHandler(new wxPNGHandler);
    wxMemoryInputStream stream(png->data(), png->size());
    const wxImage image(stream, wxBITMAP_TYPE_PNG);
    const wxClipboardLocker clipboard;
    if (!clipboard || !image.IsOk() || !wxTheClipboard->SetData(new wxBitmapDataObject(wxBitmap(image)))) return;
    if (auto* bar = message_bar_of(this)) bar->tell(shown(tr("The picture of the network is in the clipboard.")));
}

void NetworkView::export_figure()
{
    canvas_->flush();
    ask_figure(this, session_, network_, look_);
}

void NetworkView::delete_network()
{
    if (!shown_) return;
    const auto name = shown_->name;
    if (!run(this, [&] { return coding::delete_network(session_.project(), network_); })) return;
    if (auto* bar = message_bar_of(this))
        bar->tell(shown(say("The network \"{}\" is deleted; its codes and links stay. Ctrl+Z brings it back.", name)));
}

void NetworkView::show_menu(wxPoint at)
{
    enum : int {
        add = wxID_HIGHEST + 1,
        near,
        all_near,
        join,
        reverse,
        other,
        open,
        remove,
        select,
        fit,
        copy,
        figure,
        erase
    };
    wxMenu menu;
    const auto put = [&](int id, const char* label) { menu.Append(id, shown(label)); };
    if (canvas_->link()) {
        put(open, tr("&Comment and quotations\tEnter"));
        put(other, tr("Other &relation..."));
        put(reverse, tr("Re&verse"));
        put(remove, tr("&Delete the link\tDel"));
    } else if (!canvas_->nodes().empty()) {
        put(open, tr("&Open\tEnter"));
        put(join, tr("&Link...\tCtrl+L"));
        put(all_near, tr("Add all &neighbours"));
        put(near, tr("Neighbours by &relation..."));
        put(remove, tr("Take &out of the network\tDel"));
    } else {
        put(add, tr("&Add...\tInsert"));
        put(all_near, tr("Add all &neighbours"));
        put(select, tr("&Select all\tCtrl+A"));
        put(fit, tr("&Fit\tCtrl+9"));
    }
    menu.AppendSeparator();
    put(copy, tr("&Copy the picture\tCtrl+C"));
    put(figure, tr("F&igure..."));
    if (!canvas_->link() && canvas_->nodes().empty()) put(erase, tr("De&lete the network"));
    switch (canvas_->GetPopupMenuSelectionFromUser(menu, at)) {
    case add: add_object(); break;
    case near: ask_neighbours(); break;
    case all_near: add_neighbours(); break;
    case join: link_selected(); break;
    case reverse: editor_->reverse(); break;
    case other: editor_->ask_relation(); break;
    case open: open_selected(); break;
    case remove: remove_selected(); break;
    case select: canvas_->select_all(); break;
    case fit: canvas_->fit(); break;
    case copy: copy_picture(); break;
    case figure: export_figure(); break;
    case erase: delete_network(); break;
    default: break;
    }
}

}
