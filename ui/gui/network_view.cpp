// The tab of a network: how it is made and kept up to date. What one does there is in network_acts.cpp.
#include "network_view.h"
#include "coding/object_ref.h"
#include "gtk_widgets.h"
#include "linking.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/bookctrl.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace gui
{
namespace
{

using coding::NetworkLayout;
using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr double button_zoom = 1.25;

wxArrayString layout_names()
{
    wxArrayString names;
    for (const auto* name : {tr("By forces"), tr("In layers"), tr("Radial"), tr("Circular"), tr("By hand")})
        names.Add(shown(name));
    return names;
}

}

NetworkView::NetworkView(wxWindow* parent, Session& session, coding::NetworkId network)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, parent->GetClientSize(), wxTAB_TRAVERSAL),
      session_(session),
      network_(network)
{
    SetBackgroundColour(look::paper());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_head(), wxSizerFlags().Expand());
    column->Add(make_tools(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 12));
    column->Add(hairline(this), wxSizerFlags().Expand());
    // Parts begin at about their size: of the toolkit's own 20 pixels a scroll bar would have none left.
    split_ = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, GetClientSize(), wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    split_->SetMinimumPaneSize(90);
    split_->SetSashGravity(1.0);
    palette_ = new ChoicePalette(this); // made after what it lies over
    canvas_ = new NetworkCanvas(split_, canvas_acts());
    make_below();
    split_->SplitHorizontally(canvas_, lists_->GetParent(), -240);
    column->Add(split_, wxSizerFlags(1).Expand());
    SetSizer(column);
    // A tab behind another one reads nothing: with several networks open every coding would wait for all of them.
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) {
        stale_ = true;
        if (is_in_front()) refill();
    });
    canvas_->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
        if (stale_) CallAfter([this] { refill(); });
        event.Skip();
    });
    refill();
}

bool NetworkView::is_in_front() const
{
    const auto* book = dynamic_cast<const wxBookCtrlBase*>(GetParent());
    return !book || book->GetCurrentPage() == this;
}

NetworkView::~NetworkView()
{
    changed_.reset();
    keep_words();
    canvas_->flush();
    // The parts speak to this until their end.
    DestroyChildren();
}

wxSizer* NetworkView::make_head()
{
    name_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    name_->SetFont(look::interface(1.1, true));
    set_accessible_name(name_, shown(tr("Name of the network")));
    caption_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    caption_->SetHint(shown(tr("Caption of the figure")));
    set_accessible_name(caption_, shown(tr("Caption of the figure")));
    for (auto* field : {name_, caption_}) {
        add_style_class(field, "quipu-entry");
        field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
            keep_words();
            canvas_->SetFocus();
        });
        field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            keep_words();
            event.Skip();
        });
    }
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(name_, wxSizerFlags(2).CenterVertical());
    head->Add(caption_, wxSizerFlags(3).CenterVertical().Border(wxLEFT, 8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand().Border(wxALL, 12));
    return column;
}

wxSizer* NetworkView::make_tools()
{
    auto* line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto put = [&](wxWindow* window) {
        line->Add(window, wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, 6));
    };
    const auto button = [&](const char* label, const char* tip, std::function<void()> act) {
        auto* made = tool_button(this, shown(label), std::move(act));
        made->SetToolTip(shown(tip));
        put(made);
        return made;
    };
    button(tr("Add..."), tr("Adds a code, memo, quotation, document or group (Insert)"), [this] { add_object(); });
    button(tr("Neighbours..."), tr("Adds what is linked with the selection, or with all"),
           [this] { ask_neighbours(); });
    button(tr("Link..."), tr("Links the two selected nodes (Ctrl+L); with the mouse, draw from the handle of a node"),
           [this] { link_selected(); });
    layouts_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, layout_names());
    set_accessible_name(layouts_, shown(tr("Layout")));
    layouts_->SetToolTip(shown(tr("Places all nodes anew")));
    layouts_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        lay_out(static_cast<NetworkLayout>(std::max(0, layouts_->GetSelection())));
    });
    put(layouts_);
    button(tr("Fit"), tr("Shows the whole network (Ctrl+9)"), [this] { canvas_->fit(); });
    button("\u2212", tr("Smaller (Ctrl+-)"), [this] { canvas_->zoom(1 / button_zoom); });
    button("100 %", tr("Its real size (Ctrl+0)"), [this] { canvas_->show_full_size(); });
    button("+", tr("Larger (Ctrl++)"), [this] { canvas_->zoom(button_zoom); });
    counts_ = new wxCheckBox(this, wxID_ANY, "{12-4}");
    counts_->SetValue(look_.counts);
    counts_->SetToolTip(shown(tr("{quotations-links}: how often a code is used, and how many links it has")));
    set_accessible_name(counts_, shown(tr("Quotations and links under each code")));
    counts_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { set_counts(counts_->GetValue()); });
    put(counts_);
    button(tr("Figure..."), tr("Writes the figure of this network, or of all"), [this] { export_figure(); });
    laying_ = new wxStaticText(this, wxID_ANY, shown(tr("Laying out...")));
    laying_->SetForegroundColour(look::faint());
    put(laying_);
    stop_ = button(tr("Cancel"), tr("Leaves the nodes where they are"), [this] { cancel_layout(); });
    tell_layout(false);
    return line;
}

void NetworkView::make_below()
{
    auto* below = new wxPanel(split_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    below->SetBackgroundColour(look::panel());
    lists_ = new NetworkLists(below, session_,
                              {[this](const auto& things) { select_things(things); },
                               [this](auto thing) { open_thing(thing); }, [this] { remove_selected(); }});
    editor_ = new LinkEditor(below, session_, *palette_);
    editor_->Hide();
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(lists_, wxSizerFlags(3).Expand());
    line->Add(editor_, wxSizerFlags(2).Expand());
    below->SetSizer(line);
}

CanvasActs NetworkView::canvas_acts()
{
    CanvasActs acts;
    acts.selected = [this] {
        follow_selection();
        look_at_selected();
    };
    acts.moved = [this] { keep_places(); };
    acts.remove = [this] { remove_selected(); };
    acts.link = [this](auto from, auto to, wxPoint at) { ask_link(from, to, at); };
    acts.link_selected = [this] { link_selected(); };
    acts.add = [this](coding::NodePlace place, wxPoint at) { add_object_at(place, on_page(at)); };
    acts.open = [this] { open_selected(); };
    acts.menu = [this](wxPoint at) { show_menu(at); };
    acts.tip = [this](coding::LinkId link) { return tip_of(link); };
    acts.spoken_as = [this](const coding::NetworkNodeId* node) { return spoken_as(node); };
    return acts;
}

void NetworkView::SetFocus()
{
    canvas_->SetFocus();
}

void NetworkView::refill()
{
    stale_ = false;
    shown_ = coding::network(session_.reading(), network_);
    if (!shown_) {
        canvas_->show(std::nullopt);
        return;
    }
    if (!name_->HasFocus() || !name_->IsModified()) name_->ChangeValue(shown(shown_->name));
    if (!caption_->HasFocus() || !caption_->IsModified()) caption_->ChangeValue(shown(shown_->caption.value_or("")));
    const auto nodes = static_cast<long long>(shown_->nodes.size()),
               links = static_cast<long long>(shown_->links.size());
    counted_ = shown(say_n("{} node", "{} nodes", nodes, nodes) + ", " + say_n("{} link", "{} links", links, links));
    layouts_->SetSelection(static_cast<int>(shown_->layout));
    for (auto& node : shown_->nodes) {
        const auto found = std::find_if(provisional_.begin(), provisional_.end(),
                                        [&](const auto& placed) { return placed.node == node.id; });
        if (!node.place && found != provisional_.end()) node.place = found->place;
    }
    auto picture = coding::NetworkPicture::prepared(session_.reading(), *shown_, look_);
    if (picture.laid_out())
        show_picture(std::move(picture));
    else
        lay_out_first(std::move(picture));
    lists_->show(*shown_);
    follow_selection();
    Layout();
}

void NetworkView::show_picture(coding::NetworkPicture picture)
{
    canvas_->show(std::move(picture));
    set_accessible_name(canvas_, spoken_as(canvas_->nodes().empty() ? nullptr : &canvas_->nodes().back()));
}

// Nobody asked for it, so it is no change of the project: the places are kept here until something is moved.
void NetworkView::lay_out_first(coding::NetworkPicture picture)
{
    tell_layout(true);
    job_.start(std::move(picture), shown_->layout, [this](coding::NetworkPicture laid, const auto& why_not) {
        tell_layout(false);
        if (why_not) {
            show_error(this, *why_not);
            laid.lay_out_in_rows();
        }
        provisional_ = laid.places();
        refill();
    });
}

void NetworkView::tell_layout(bool running)
{
    laying_->Show(running);
    stop_->Show(running);
    Layout();
}

wxPoint NetworkView::on_page(wxPoint on_canvas) const
{
    return ScreenToClient(canvas_->ClientToScreen(on_canvas));
}

std::optional<std::int64_t> NetworkView::object_of(coding::NetworkNodeId id) const
{
    if (!shown_) return std::nullopt;
    for (const auto& node : shown_->nodes)
        if (node.id == id) return node.object;
    return std::nullopt;
}

std::vector<std::int64_t> NetworkView::selected_objects() const
{
    std::vector<std::int64_t> objects;
    for (const auto node : canvas_->nodes())
        if (const auto object = object_of(node)) objects.push_back(*object);
    return objects;
}

std::vector<coding::PlacedNode> NetworkView::standing() const
{
    return canvas_->picture() && canvas_->picture()->laid_out() ? canvas_->picture()->places()
                                                                : std::vector<coding::PlacedNode>();
}

/// The node with what it is linked to here, or the network with its counts.
wxString NetworkView::spoken_as(const coding::NetworkNodeId* node) const
{
    if (!shown_) return {};
    const auto object = node ? object_of(*node) : std::nullopt;
    if (!object) return shown(shown_->name + ": ") + counted_;
    auto words = coding::title_of(session_.reading(), *object);
    for (const auto& link : shown_->links)
        if (link.origin == *object || link.target == *object) words += "; " + sentence_of(session_.reading(), link);
    return shown(words);
}

wxString NetworkView::tip_of(coding::LinkId id) const
{
    const auto link = coding::link(session_.reading(), id);
    if (!link) return {};
    auto words = sentence_of(session_.reading(), *link);
    if (link->comment) words += "\n" + *link->comment;
    std::string labels;
    for (const auto quotation : link->quotations)
        labels += (labels.empty() ? "" : ", ") + coding::label_of(session_.reading(), quotation);
    if (!labels.empty()) words += "\n" + say("Quotations: {}", labels);
    if (!link->comment && labels.empty()) words += "\n" + std::string(tr("Nothing says yet why it holds."));
    return shown(words);
}

}
