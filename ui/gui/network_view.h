#pragma once
#include "coding/network_figure.h"
#include "session.h"
#include <wx/panel.h>
#include <wx/scrolwin.h>

class wxStaticText;

namespace gui
{

/// The drawing of a network: fitted to the window at first, moved with the mouse, made larger and smaller with the
/// wheel. A node that is dragged stays where it is put.
class NetworkCanvas : public wxPanel
{
 public:
    NetworkCanvas(wxWindow* parent, std::function<void(coding::NetworkNodeId)> chosen, std::function<void()> moved);

    void show(std::optional<coding::NetworkPicture> picture, bool fit);
    void fit();
    const std::optional<coding::NetworkPicture>& picture() const { return picture_; }
    void zoom(double factor, wxPoint around);
    double scale() const { return scale_; }
    /// Where a point of the drawing stands in the window.
    wxPoint place_of(double x, double y) const;

 private:
    void paint(wxPaintEvent& event);
    void press(wxMouseEvent& event);
    void drag(wxMouseEvent& event);
    void release();
    std::pair<double, double> drawing_at(wxPoint point) const;

    std::optional<coding::NetworkPicture> picture_;
    std::function<void(coding::NetworkNodeId)> chosen_;
    std::function<void()> moved_;
    double scale_ = 1, left_ = 0, top_ = 0;
    bool fitted_ = true; ///< and to be fitted again when the window changes
    std::optional<coding::NetworkNodeId> held_, marked_;
    bool panning_ = false, was_moved_ = false;
    wxPoint last_;
};

/// A network as a tab: its caption, its drawing, a way to write it to a file.
class NetworkView : public wxPanel
{
 public:
    NetworkView(wxWindow* parent, Session& session, coding::NetworkId network);
    coding::NetworkId network() const { return network_; }
    NetworkCanvas& canvas() { return *canvas_; }

 private:
    void refill(bool fit);
    void keep_places();
    void lay_out();
    void write_figure();

    Session& session_;
    coding::NetworkId network_;
    wxStaticText *name_, *caption_;
    NetworkCanvas* canvas_;
    Ear changed_;
};

}
