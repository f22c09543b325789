#pragma once
#include "choice_palette.h"
#include "coding/network_figure.h"
#include "layout_job.h"
#include "link_editor.h"
#include "network_canvas.h"
#include "network_lists.h"
#include "session.h"
#include <wx/panel.h>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxSplitterWindow;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// A network as a tab: its name and caption, its drawing, what can be done with it, and below it the same as lists.
class NetworkView : public wxPanel
{
 public:
    NetworkView(wxWindow* parent, Session& session, coding::NetworkId network);
    ~NetworkView() override;
    coding::NetworkId network() const { return network_; }
    void SetFocus() override;

    NetworkCanvas& canvas() { return *canvas_; }
    NetworkLists& lists() { return *lists_; }
    LinkEditor& editor() { return *editor_; }
    ChoicePalette& palette() { return *palette_; }
    wxTextCtrl& caption() { return *caption_; }
    wxTextCtrl& name() { return *name_; }
    wxChoice& layouts() { return *layouts_; }
    bool laying_out() const { return job_.running(); }

    /// The gestures, for menus and buttons.
    void add_object();
    void add_object_at(std::optional<coding::NodePlace> place, wxPoint at);
    void add_neighbours(std::optional<coding::RelationId> relation = {});
    void ask_neighbours();
    void link_selected();
    void remove_selected();
    void open_selected();
    void lay_out(coding::NetworkLayout layout);
    void cancel_layout() { job_.cancel(); }
    void copy_picture();
    void export_figure();
    void zoom(double factor) { canvas_->zoom(factor); }
    void set_counts(bool counts);
    void delete_network();

 private:
    wxSizer* make_head();
    wxSizer* make_tools();
    void make_below();
    CanvasActs canvas_acts();
    void refill();
    void show_picture(coding::NetworkPicture picture);
    void lay_out_first(coding::NetworkPicture picture);
    void keep_places();
    void keep_words();
    void follow_selection();
    void look_at_selected();
    bool is_in_front() const;
    void select_things(const std::vector<NetworkLists::Thing>& things);
    void open_thing(NetworkLists::Thing thing);
    void open_node(coding::NetworkNodeId node);
    void ask_link(coding::NetworkNodeId from, coding::NetworkNodeId to, wxPoint at);
    void link(std::int64_t from, std::int64_t to, const ChoicePalette::Row& row, const std::string& typed);
    void show_menu(wxPoint at);
    void tell_layout(bool running);
    wxString spoken_as(const coding::NetworkNodeId* node) const;
    wxString tip_of(coding::LinkId link) const;
    std::optional<std::int64_t> object_of(coding::NetworkNodeId node) const;
    std::vector<std::int64_t> selected_objects() const;
    std::vector<coding::PlacedNode> standing() const;
    wxPoint on_page(wxPoint on_canvas) const;

    Session& session_;
    coding::NetworkId network_;
    std::optional<coding::Network> shown_;        ///< as it was read last
    std::vector<coding::PlacedNode> provisional_; ///< found by a layout that nobody asked for, and not stored
    coding::NetworkLook look_;
    bool stale_ = false; ///< the project has changed while another tab was in front
    wxTextCtrl *name_, *caption_;
    wxString counted_; ///< "12 nodes, 13 links"
    wxStaticText* laying_;
    wxButton* stop_;
    wxChoice* layouts_;
    wxCheckBox* counts_;
    wxSplitterWindow* split_;
    NetworkCanvas* canvas_;
    NetworkLists* lists_;
    LinkEditor* editor_;
    ChoicePalette* palette_;
    Ear changed_;
    LayoutJob job_{*this}; ///< ends first
};

}
