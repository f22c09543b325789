#pragma once
#include "coding/network_figure.h"
#include <functional>
#include <optional>
#include <vector>
#include <wx/bitmap.h>
#include <wx/timer.h>
#include <wx/window.h>

namespace paper
{
class Canvas;
}

namespace gui
{

/// What one does on the canvas; whoever owns it turns it into changes of the project.
struct CanvasActs {
    std::function<void()> selected; ///< something else is selected
    std::function<void()> moved;    ///< nodes stand elsewhere
    std::function<void()> remove;   ///< what is selected should go
    std::function<void(coding::NetworkNodeId from, coding::NetworkNodeId to, wxPoint at)> link;
    std::function<void()> link_selected;                             ///< the two selected nodes, by keyboard
    std::function<void(coding::NodePlace place, wxPoint at)> add;    ///< something new at a place of the project
    std::function<void()> open;                                      ///< what is selected
    std::function<void(wxPoint at)> menu;                            ///< of what is selected
    std::function<wxString(coding::LinkId)> tip;                     ///< said when the pointer rests on a link
    std::function<wxString(const coding::NetworkNodeId*)> spoken_as; ///< for screen readers; null: the whole network
};

/// The drawing of a network. Fitted to the window until one takes hold of it; moved, linked and chosen with mouse and
/// keyboard. Knows no project: what is dragged is shown at once, and told when it is let go.
class NetworkCanvas : public wxWindow
{
 public:
    NetworkCanvas(wxWindow* parent, CanvasActs acts);
    ~NetworkCanvas() override;

    /// Shows another picture; what stands still keeps its place on the screen.
    void show(std::optional<coding::NetworkPicture> picture);
    const std::optional<coding::NetworkPicture>& picture() const { return picture_; }

    void fit();
    void zoom(double factor, wxPoint around);
    void zoom(double factor); ///< around the middle
    void show_full_size();    ///< a point of the drawing as large as one of the interface
    double scale() const { return scale_; }
    /// Where a point of the drawing stands in the window, and back.
    wxPoint place_of(double x, double y) const;
    coding::NodePlace drawing_at(wxPoint point) const;
    /// The middle of a node in the window, and the handle from which links are drawn.
    std::optional<wxPoint> middle_of(coding::NetworkNodeId node) const;
    std::optional<wxPoint> handle_of(coding::NetworkNodeId node) const;
    /// Brings something into the middle when it cannot be seen.
    void reveal(coding::NetworkNodeId node);
    void reveal(coding::LinkId link);

    /// In the order in which they were selected.
    const std::vector<coding::NetworkNodeId>& nodes() const { return nodes_; }
    std::optional<coding::LinkId> link() const { return link_; }
    void select(std::vector<coding::NetworkNodeId> nodes);
    void select(std::optional<coding::LinkId> link);
    void select_all();
    /// Tells at once what arrow keys have moved so far.
    void flush();

 private:
    enum class Gesture { none, hold, drag, band, pan, link };

    void paint(wxPaintEvent& event);
    void draw(wxDC& dc, const coding::NetworkPicture::Drawing& how);
    void draw_marks(paper::Canvas& canvas);
    void keep_still_part();
    coding::NetworkPicture::Drawing drawing() const;

    void press(wxMouseEvent& event);
    void press_middle(wxMouseEvent& event);
    void move(wxMouseEvent& event);
    void hover(wxPoint point);
    void drag_to(wxPoint point);
    void stretch_band();
    void release(wxMouseEvent& event);
    void give_up();
    void double_click(wxMouseEvent& event);
    void turn_wheel(wxMouseEvent& event);
    void press_key(wxKeyEvent& event);
    bool press_arrow(int key, bool control, bool shift);
    bool press_control(int key);
    void nudge(double x, double y);
    void go_to_neighbour(double x, double y, bool also);
    void told_selection();
    void begin(Gesture gesture, wxPoint point);
    void centre_on(coding::NodePlace place);
    bool is_selected(coding::NetworkNodeId node) const;
    bool on_handle(wxPoint point) const;

    CanvasActs acts_;
    std::optional<coding::NetworkPicture> picture_;
    double scale_ = 1, left_ = 0, top_ = 0;
    bool fitted_ = true; ///< and to be fitted again when the window changes

    std::vector<coding::NetworkNodeId> nodes_;
    std::optional<coding::LinkId> link_;
    std::optional<coding::NetworkNodeId> hovered_, target_; ///< target_: where a new link would end
    std::optional<coding::LinkId> hovered_link_;

    Gesture gesture_ = Gesture::none;
    wxPoint begun_, last_;
    std::vector<coding::NetworkNodeId> before_; ///< selected before the frame was drawn
    coding::NodePlace dragged_;                 ///< how far, in the drawing
    wxBitmap still_;                            ///< what does not move, while something does
    wxTimer pause_;
    bool nudged_ = false;
};

}
