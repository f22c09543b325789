#include "network_view.h"
#include "file_question.h"
#include "gtk_widgets.h"
#include "look.h"
#include "paper/canvas.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

NetworkCanvas::NetworkCanvas(wxWindow* parent, std::function<void(coding::NetworkNodeId)> chosen,
                             std::function<void()> moved)
    : wxPanel(parent), chosen_(std::move(chosen)), moved_(std::move(moved))
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &NetworkCanvas::paint, this);
    Bind(wxEVT_LEFT_DOWN, &NetworkCanvas::press, this);
    Bind(wxEVT_MOTION, &NetworkCanvas::drag, this);
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { release(); });
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { held_.reset(); });
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { fit(); });
    Bind(wxEVT_MOUSEWHEEL,
         [this](wxMouseEvent& event) { zoom(event.GetWheelRotation() > 0 ? 1.15 : 1 / 1.15, event.GetPosition()); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        if (fitted_) fit();
        event.Skip();
    });
}

void NetworkCanvas::show(std::optional<coding::NetworkPicture> picture, bool fit)
{
    picture_ = std::move(picture);
    if (fit || fitted_) this->fit();
    Refresh();
}

void NetworkCanvas::fit()
{
    fitted_ = true;
    if (!picture_) return;
    const auto room = GetClientSize();
    scale_ = std::clamp(std::min(room.x / picture_->width(), room.y / picture_->height()) * 0.97, 0.05, 1.6);
    left_ = (room.x - picture_->width() * scale_) / 2;
    top_ = (room.y - picture_->height() * scale_) / 2;
    Refresh();
}

void NetworkCanvas::zoom(double factor, wxPoint around)
{
    const double wanted = std::clamp(scale_ * factor, 0.05, 6.0);
    factor = wanted / scale_;
    left_ = around.x - (around.x - left_) * factor;
    top_ = around.y - (around.y - top_) * factor;
    scale_ = wanted;
    fitted_ = false;
    Refresh();
}

wxPoint NetworkCanvas::place_of(double x, double y) const
{
    return {static_cast<int>(left_ + x * scale_), static_cast<int>(top_ + y * scale_)};
}

std::pair<double, double> NetworkCanvas::drawing_at(wxPoint point) const
{
    return {(point.x - left_) / scale_, (point.y - top_) / scale_};
}

void NetworkCanvas::paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(look::paper());
    dc.Clear();
    if (!picture_) return;
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    const auto room = GetClientSize();
    auto canvas =
        paper::Canvas::native(context->GetNativeContext(), {static_cast<double>(room.x), static_cast<double>(room.y)});
    canvas.translate(left_, top_);
    canvas.scale(scale_, scale_);
    // A figure stands on white wherever it goes, in a dark window too.
    if (look::dark()) canvas.rectangle({0, 0, picture_->width(), picture_->height()}, {paper::white});
    picture_->draw(canvas, marked_ ? std::vector{*marked_} : std::vector<coding::NetworkNodeId>{});
}

void NetworkCanvas::press(wxMouseEvent& event)
{
    if (!picture_) return;
    const auto [x, y] = drawing_at(event.GetPosition());
    held_ = picture_->node_at(x, y);
    marked_ = held_;
    panning_ = !held_;
    was_moved_ = false;
    last_ = event.GetPosition();
    if (held_) chosen_(*held_);
    CaptureMouse();
    Refresh();
}

void NetworkCanvas::drag(wxMouseEvent& event)
{
    if (!HasCapture() || event.GetPosition() == last_) return;
    was_moved_ = true;
    if (held_) {
        const auto [x, y] = drawing_at(event.GetPosition());
        picture_->move(*held_, {x, y});
    } else if (panning_) {
        left_ += event.GetX() - last_.x;
        top_ += event.GetY() - last_.y;
        fitted_ = false;
    }
    last_ = event.GetPosition();
    Refresh();
}

void NetworkCanvas::release()
{
    if (HasCapture()) ReleaseMouse();
    const bool dropped = held_ && was_moved_;
    held_.reset();
    panning_ = false;
    if (dropped) moved_();
}

NetworkView::NetworkView(wxWindow* parent, Session& session, coding::NetworkId network)
    : wxPanel(parent), session_(session), network_(network)
{
    SetBackgroundColour(look::paper());
    name_ = new wxStaticText(this, wxID_ANY, wxString());
    name_->SetFont(look::interface(1.1, true));
    caption_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    caption_->SetForegroundColour(look::faint());
    canvas_ = new NetworkCanvas(
        this,
        [this](coding::NetworkNodeId node) {
            const auto network = coding::network(session_.reading(), network_);
            if (!network) return;
            for (const auto& one : network->nodes)
                if (one.id == node && one.object && session_.code(coding::CodeId{*one.object}))
                    session_.look_at(std::optional(coding::CodeId{*one.object}));
        },
        [this] { keep_places(); });
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(name_);
    words->Add(caption_, wxSizerFlags().Expand());
    head->Add(words, wxSizerFlags(1).Border(wxALL, 10));
    const auto button = [&](const char* label, std::function<void()> act) {
        head->Add(tool_button(this, shown(label), std::move(act)), wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    };
    button(tr("Fit"), [this] { canvas_->fit(); });
    button(tr("Lay out anew"), [this] { lay_out(); });
    button(tr("Write the figure..."), [this] { write_figure(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(canvas_, wxSizerFlags(1).Expand());
    SetSizer(column);
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(false); });
    refill(true);
}

void NetworkView::refill(bool fit)
{
    const auto network = coding::network(session_.reading(), network_);
    if (!network) {
        canvas_->show(std::nullopt, false);
        return;
    }
    name_->SetLabel(shown(network->name));
    const auto nodes = static_cast<long long>(network->nodes.size()),
               links = static_cast<long long>(network->links.size());
    const auto counts = say_n("{} node", "{} nodes", nodes, nodes) + ", " + say_n("{} link", "{} links", links, links);
    caption_->SetLabel(shown(network->caption.value_or("").empty() ? counts : *network->caption + " \u00B7 " + counts));
    set_accessible_name(canvas_, shown(network->name + ": " + counts));
    auto picture = run(this, [&] { return coding::NetworkPicture::of(session_.reading(), *network, {}); });
    canvas_->show(std::move(picture), fit);
    Layout();
}

void NetworkView::keep_places()
{
    if (!canvas_->picture()) return;
    run(this, [&] { return coding::place_nodes(session_.project(), network_, canvas_->picture()->places()); });
}

void NetworkView::lay_out()
{
    const auto network = coding::network(session_.reading(), network_);
    if (!network) return;
    const auto layout =
        network->layout == coding::NetworkLayout::manual ? coding::NetworkLayout::force : network->layout;
    if (run(this, [&] { return coding::lay_out_network(session_.project(), network_, layout, {}); })) canvas_->fit();
}

void NetworkView::write_figure()
{
    FileQuestion question(this, shown(tr("Write the figure")), name_->GetLabel() + ".svg",
                          "SVG (*.svg)|*.svg|PNG (*.png)|*.png|PDF (*.pdf)|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    const auto file = question.ask();
    if (!file) return;
    const auto written = run(this, [&] { return coding::export_network(session_.reading(), network_, *file, {}); });
    if (!written) return;
    if (auto* bar = message_bar_of(this)) bar->tell(shown(say("Written to {}.", written->file.string())));
}

}
