// The canvas of a network: what it shows and from where. Mouse and keyboard are in network_gestures.cpp.
#include "network_canvas.h"
#include "gtk_widgets.h"
#include "look.h"
#include "paper/canvas.h"
#include "shown.h"
#include <algorithm>
#include <cmath>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace gui
{
namespace
{

constexpr double least_scale = 0.05, most_scale = 6, most_fitted = 1.6;
constexpr double words_from = 0.25; ///< smaller than this nobody reads anything

paper::Colour colour(const wxColour& from)
{
    return {from.Red(), from.Green(), from.Blue()};
}

}

NetworkCanvas::NetworkCanvas(wxWindow* parent, CanvasActs acts)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE),
      acts_(std::move(acts)),
      pause_(this)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(wxSize(200, 120));
    Bind(wxEVT_PAINT, &NetworkCanvas::paint, this);
    Bind(wxEVT_LEFT_DOWN, &NetworkCanvas::press, this);
    Bind(wxEVT_MIDDLE_DOWN, &NetworkCanvas::press_middle, this);
    Bind(wxEVT_MOTION, &NetworkCanvas::move, this);
    Bind(wxEVT_LEFT_UP, &NetworkCanvas::release, this);
    Bind(wxEVT_MIDDLE_UP, &NetworkCanvas::release, this);
    Bind(wxEVT_LEFT_DCLICK, &NetworkCanvas::double_click, this);
    Bind(wxEVT_MOUSEWHEEL, &NetworkCanvas::turn_wheel, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { give_up(); });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) {
        if (gesture_ == Gesture::none) hover({-1000, -1000});
    });
    Bind(wxEVT_KEY_DOWN, &NetworkCanvas::press_key, this);
    // Ctrl+Z must find what the arrows moved.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.ControlDown()) flush();
        event.Skip();
    });
    Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent& event) {
        const auto at = event.GetPosition();
        acts_.menu(at == wxDefaultPosition ? wxDefaultPosition : ScreenToClient(at));
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { flush(); });
    for (const auto focus : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
        Bind(focus, [this](wxFocusEvent& event) {
            flush();
            Refresh();
            event.Skip();
        });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        if (fitted_) fit();
        event.Skip();
    });
}

NetworkCanvas::~NetworkCanvas()
{
    pause_.Stop();
    if (HasCapture()) ReleaseMouse();
}

void NetworkCanvas::show(std::optional<coding::NetworkPicture> picture)
{
    const auto before = picture_ ? picture_->origin() : coding::NodePlace{};
    const bool first = !picture_;
    picture_ = std::move(picture);
    still_ = wxNullBitmap;
    if (gesture_ == Gesture::drag || gesture_ == Gesture::hold) give_up();
    if (!picture_) return Refresh();
    left_ += (before.x - picture_->origin().x) * scale_;
    top_ += (before.y - picture_->origin().y) * scale_;
    std::erase_if(nodes_, [this](auto node) { return !picture_->box_of(node); });
    if (link_ && !picture_->middle_of(*link_)) link_.reset();
    hovered_.reset();
    if (fitted_ || first) fit();
    Refresh();
}

void NetworkCanvas::fit()
{
    fitted_ = true;
    const auto room = GetClientSize();
    if (!picture_ || room.x < 2 || room.y < 2) return;
    scale_ =
        std::clamp(std::min(room.x / picture_->width(), room.y / picture_->height()) * 0.97, least_scale, most_fitted);
    left_ = (room.x - picture_->width() * scale_) / 2;
    top_ = (room.y - picture_->height() * scale_) / 2;
    Refresh();
}

void NetworkCanvas::zoom(double factor, wxPoint around)
{
    const double wanted = std::clamp(scale_ * factor, least_scale, most_scale);
    factor = wanted / scale_;
    left_ = around.x - (around.x - left_) * factor;
    top_ = around.y - (around.y - top_) * factor;
    scale_ = wanted;
    fitted_ = false;
    still_ = wxNullBitmap;
    Refresh();
}

void NetworkCanvas::zoom(double factor)
{
    const auto room = GetClientSize();
    zoom(factor, {room.x / 2, room.y / 2});
}

void NetworkCanvas::show_full_size()
{
    zoom(GetDPI().x / 72.0 / GetDPIScaleFactor() / scale_);
}

wxPoint NetworkCanvas::place_of(double x, double y) const
{
    return {static_cast<int>(std::lround(left_ + x * scale_)), static_cast<int>(std::lround(top_ + y * scale_))};
}

coding::NodePlace NetworkCanvas::drawing_at(wxPoint point) const
{
    return {(point.x - left_) / scale_, (point.y - top_) / scale_};
}

std::optional<wxPoint> NetworkCanvas::middle_of(coding::NetworkNodeId node) const
{
    const auto box = picture_ ? picture_->box_of(node) : std::nullopt;
    if (!box) return std::nullopt;
    return place_of(box->x + box->width / 2, box->y + box->height / 2);
}

std::optional<wxPoint> NetworkCanvas::handle_of(coding::NetworkNodeId node) const
{
    const auto box = picture_ ? picture_->box_of(node) : std::nullopt;
    if (!box) return std::nullopt;
    return place_of(box->x + box->width, box->y + box->height / 2);
}

void NetworkCanvas::centre_on(coding::NodePlace place)
{
    const auto room = GetClientSize();
    const auto now = place_of(place.x, place.y);
    if (wxRect(30, 20, room.x - 60, room.y - 40).Contains(now)) return;
    left_ += room.x / 2.0 - now.x;
    top_ += room.y / 2.0 - now.y;
    fitted_ = false;
    Refresh();
}

void NetworkCanvas::reveal(coding::NetworkNodeId node)
{
    if (const auto box = picture_ ? picture_->box_of(node) : std::nullopt)
        centre_on({box->x + box->width / 2, box->y + box->height / 2});
}

void NetworkCanvas::reveal(coding::LinkId link)
{
    if (const auto middle = picture_ ? picture_->middle_of(link) : std::nullopt) centre_on(*middle);
}

bool NetworkCanvas::is_selected(coding::NetworkNodeId node) const
{
    return std::find(nodes_.begin(), nodes_.end(), node) != nodes_.end();
}

void NetworkCanvas::select(std::vector<coding::NetworkNodeId> nodes)
{
    if (nodes == nodes_ && !link_) return;
    flush();
    nodes_ = std::move(nodes);
    link_.reset();
    told_selection();
}

void NetworkCanvas::select(std::optional<coding::LinkId> link)
{
    if (link == link_ && nodes_.empty()) return;
    flush();
    nodes_.clear();
    link_ = link;
    told_selection();
}

void NetworkCanvas::select_all()
{
    if (!picture_) return;
    std::vector<coding::NetworkNodeId> all;
    for (const auto& [node, place] : picture_->places()) all.push_back(node);
    select(std::move(all));
}

void NetworkCanvas::told_selection()
{
    set_accessible_name(this, acts_.spoken_as(nodes_.empty() ? nullptr : &nodes_.back()));
    acts_.selected();
    Refresh();
}

coding::NetworkPicture::Drawing NetworkCanvas::drawing() const
{
    const auto from = drawing_at({0, 0});
    const auto room = GetClientSize();
    coding::NetworkPicture::Drawing how{.nodes = nodes_, .links = {}, .moved = {}};
    if (link_) how.links.push_back(*link_);
    how.visible = coding::NetworkPicture::Region{from.x, from.y, room.x / scale_, room.y / scale_};
    how.words = scale_ >= words_from;
    return how;
}

void NetworkCanvas::draw(wxDC& dc, const coding::NetworkPicture::Drawing& how)
{
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromUnknownDC(dc));
    const auto room = GetClientSize();
    auto canvas =
        paper::Canvas::native(context->GetNativeContext(), {static_cast<double>(room.x), static_cast<double>(room.y)});
    canvas.translate(left_, top_);
    canvas.scale(scale_, scale_);
    // A figure stands on white wherever it goes, in a dark window too.
    if (look::dark() && how.part != coding::NetworkPicture::Part::moving)
        canvas.rounded({-12, -12, picture_->width() + 24, picture_->height() + 24}, 6, {paper::white});
    picture_->draw(canvas, how);
    if (how.part != coding::NetworkPicture::Part::still) draw_marks(canvas);
}

/// Drawn once when a drag begins: however large the network is, only what moves is drawn anew.
void NetworkCanvas::keep_still_part()
{
    const auto room = GetClientSize();
    still_ = wxBitmap();
    if (!still_.CreateScaled(room.x, room.y, wxBITMAP_SCREEN_DEPTH, GetContentScaleFactor())) return;
    wxMemoryDC dc(still_);
    dc.SetBackground(look::paper());
    dc.Clear();
    auto how = drawing();
    how.part = coding::NetworkPicture::Part::still;
    how.moved = nodes_;
    draw(dc, how);
}

void NetworkCanvas::paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(look::paper());
    if (!picture_) return dc.Clear();
    auto how = drawing();
    if (gesture_ == Gesture::drag && still_.IsOk()) {
        dc.DrawBitmap(still_, 0, 0);
        how.part = coding::NetworkPicture::Part::moving;
        how.moved = nodes_;
    } else {
        dc.Clear();
    }
    draw(dc, how);
    if (gesture_ == Gesture::band) {
        dc.SetPen(wxPen(look::accent(), 1, wxPENSTYLE_SHORT_DASH));
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        dc.DrawRectangle(wxRect(begun_, last_));
    }
    if (!HasFocus()) return;
    dc.SetPen(wxPen(look::accent(), 1));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(GetClientRect());
}

/// What the window lays over the figure: a frame round what is selected, the handle, a link in the making.
void NetworkCanvas::draw_marks(paper::Canvas& canvas)
{
    const double pixel = 1 / scale_;
    const paper::Stroke accent{colour(look::accent()), 1.8 * pixel};
    const auto frame = [&](coding::NetworkNodeId node) {
        const auto box = picture_->box_of(node);
        if (!box) return;
        const double away = 4 * pixel + 1;
        canvas.rounded({box->x - away, box->y - away, box->width + 2 * away, box->height + 2 * away}, 8 + away,
                       {{}, accent});
    };
    for (const auto node : nodes_) frame(node);
    if (target_) frame(*target_);
    const auto source = gesture_ == Gesture::link ? std::optional(nodes_.back()) : hovered_;
    const auto handle = source ? handle_of(*source) : std::nullopt;
    if (!handle || gesture_ == Gesture::drag || gesture_ == Gesture::band) return;
    const auto at = drawing_at(*handle);
    if (gesture_ == Gesture::link) {
        const auto to = drawing_at(last_);
        canvas.line({at.x, at.y}, {to.x, to.y}, accent);
        canvas.arrow_head({to.x, to.y}, {at.x, at.y}, 10 * pixel, accent.colour);
    }
    const double radius = 6.5 * pixel, arm = 3.2 * pixel;
    canvas.ellipse({at.x - radius, at.y - radius, 2 * radius, 2 * radius},
                   {accent.colour, paper::Stroke{paper::white, 1.5 * pixel}});
    const paper::Stroke cross{paper::white, 1.6 * pixel};
    canvas.line({at.x - arm, at.y}, {at.x + arm, at.y}, cross);
    canvas.line({at.x, at.y - arm}, {at.x, at.y + arm}, cross);
}

}
