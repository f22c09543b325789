// Mouse and keyboard on the canvas of a network.
#include "look.h"
#include "network_canvas.h"
#include "shown.h"
#include <algorithm>
#include <cmath>
#include <wx/utils.h>

namespace gui
{
namespace
{

constexpr int least_drag = 4, handle_reach = 10; ///< pixels
constexpr int nudge_pause_ms = 500;
constexpr double arrow_step = 8, long_arrow_step = 40, pan_step = 60, zoom_step = 1.25, wheel_step = 1.15;

}

bool NetworkCanvas::on_handle(wxPoint point) const
{
    const auto handle = hovered_ ? handle_of(*hovered_) : std::nullopt;
    if (!handle) return false;
    const auto away = point - *handle;
    return std::hypot(away.x, away.y) <= handle_reach;
}

void NetworkCanvas::begin(Gesture gesture, wxPoint point)
{
    gesture_ = gesture;
    begun_ = last_ = point;
    dragged_ = {};
    if (!HasCapture()) CaptureMouse();
}

void NetworkCanvas::press(wxMouseEvent& event)
{
    SetFocus();
    flush();
    if (!picture_) return;
    const auto point = event.GetPosition();
    const bool also = event.ControlDown() || event.ShiftDown();
    if (wxGetKeyState(WXK_SPACE)) return begin(Gesture::pan, point);
    if (on_handle(point)) {
        select({*hovered_});
        return begin(Gesture::link, point);
    }
    const auto at = drawing_at(point);
    if (const auto node = picture_->node_at(at.x, at.y)) {
        auto chosen = nodes_;
        if (also && is_selected(*node))
            std::erase(chosen, *node);
        else if (also)
            chosen.push_back(*node);
        else if (!is_selected(*node))
            chosen = {*node};
        select(std::move(chosen));
        return begin(is_selected(*node) ? Gesture::hold : Gesture::none, point);
    }
    if (const auto link = picture_->link_at(at.x, at.y)) return select(link);
    if (!also) select(std::vector<coding::NetworkNodeId>());
    before_ = nodes_;
    begin(Gesture::band, point);
}

void NetworkCanvas::press_middle(wxMouseEvent& event)
{
    if (picture_) begin(Gesture::pan, event.GetPosition());
}

void NetworkCanvas::move(wxMouseEvent& event)
{
    const auto point = event.GetPosition();
    if (!picture_ || point == last_) return;
    switch (gesture_) {
    case Gesture::none: return hover(point);
    case Gesture::hold:
        if (std::abs(point.x - begun_.x) + std::abs(point.y - begun_.y) < least_drag) return;
        gesture_ = Gesture::drag;
        fitted_ = false; // what is put down must not slide away
        keep_still_part();
        [[fallthrough]];
    case Gesture::drag: return drag_to(point);
    case Gesture::pan:
        left_ += point.x - last_.x;
        top_ += point.y - last_.y;
        fitted_ = false;
        break;
    case Gesture::band:
        last_ = point;
        stretch_band();
        break;
    case Gesture::link: {
        const auto at = drawing_at(point);
        target_ = picture_->node_at(at.x, at.y);
        if (target_ == nodes_.back()) target_.reset();
        break;
    }
    }
    last_ = point;
    Refresh();
}

void NetworkCanvas::hover(wxPoint point)
{
    const auto at = drawing_at(point);
    const auto node = picture_ ? picture_->node_at(at.x, at.y) : std::nullopt;
    const bool hold = !node && on_handle(point); // half of the handle lies outside its node
    const auto link = node || hold || !picture_ ? std::nullopt : picture_->link_at(at.x, at.y);
    if (link != hovered_link_) {
        hovered_link_ = link;
        if (link)
            SetToolTip(acts_.tip(*link));
        else
            UnsetToolTip();
    }
    if (hold || node == hovered_) return;
    hovered_ = node;
    Refresh();
}

void NetworkCanvas::drag_to(wxPoint point)
{
    const double x = (point.x - begun_.x) / scale_ - dragged_.x, y = (point.y - begun_.y) / scale_ - dragged_.y;
    picture_->shift(nodes_, x, y);
    dragged_ = {dragged_.x + x, dragged_.y + y};
    last_ = point;
    Refresh();
}

void NetworkCanvas::stretch_band()
{
    const auto from = drawing_at({std::min(begun_.x, last_.x), std::min(begun_.y, last_.y)});
    auto chosen = before_;
    for (const auto node : picture_->nodes_in(
             {from.x, from.y, std::abs(last_.x - begun_.x) / scale_, std::abs(last_.y - begun_.y) / scale_}))
        if (std::find(chosen.begin(), chosen.end(), node) == chosen.end()) chosen.push_back(node);
    select(std::move(chosen));
}

void NetworkCanvas::release(wxMouseEvent& event)
{
    if (HasCapture()) ReleaseMouse();
    const auto done = std::exchange(gesture_, Gesture::none);
    const auto target = std::exchange(target_, {});
    still_ = wxNullBitmap;
    Refresh();
    if (done == Gesture::drag) acts_.moved();
    if (done == Gesture::hold && !event.ControlDown() && !event.ShiftDown() && nodes_.size() > 1) {
        const auto at = drawing_at(event.GetPosition());
        if (const auto node = picture_ ? picture_->node_at(at.x, at.y) : std::nullopt) select({*node});
    }
    if (done == Gesture::link && target) acts_.link(nodes_.back(), *target, event.GetPosition());
}

void NetworkCanvas::give_up()
{
    if (gesture_ == Gesture::drag && picture_ && still_.IsOk()) picture_->shift(nodes_, -dragged_.x, -dragged_.y);
    gesture_ = Gesture::none;
    target_.reset();
    still_ = wxNullBitmap;
    if (HasCapture()) ReleaseMouse();
    Refresh();
}

void NetworkCanvas::double_click(wxMouseEvent& event)
{
    if (!picture_) return;
    const auto at = drawing_at(event.GetPosition());
    const auto node = picture_->node_at(at.x, at.y);
    if (node || picture_->link_at(at.x, at.y)) return acts_.open();
    const auto origin = picture_->origin();
    acts_.add({at.x - origin.x, at.y - origin.y}, event.GetPosition());
}

void NetworkCanvas::turn_wheel(wxMouseEvent& event)
{
    const bool on = event.GetWheelRotation() > 0;
    if (event.ShiftDown() || event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL) {
        left_ += on ? pan_step : -pan_step;
        fitted_ = false;
        return Refresh();
    }
    if (gesture_ != Gesture::drag) zoom(on ? wheel_step : 1 / wheel_step, event.GetPosition());
}

void NetworkCanvas::press_key(wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    const bool control = event.ControlDown();
    if (control && press_control(key)) return;
    if (press_arrow(key, control, event.ShiftDown())) return;
    switch (key) {
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        break;
    case WXK_ESCAPE:
        if (gesture_ != Gesture::none)
            give_up();
        else
            select(std::vector<coding::NetworkNodeId>());
        break;
    case WXK_DELETE:
    case WXK_NUMPAD_DELETE:
    case WXK_BACK: acts_.remove(); break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: acts_.open(); break;
    case WXK_INSERT: {
        const auto room = GetClientSize();
        const wxPoint middle(room.x / 2, room.y / 2);
        const auto at = drawing_at(middle);
        const auto origin = picture_ ? picture_->origin() : coding::NodePlace{};
        acts_.add({at.x - origin.x, at.y - origin.y}, middle);
        break;
    }
    case '+':
    case WXK_NUMPAD_ADD: zoom(zoom_step); break;
    case '-':
    case WXK_NUMPAD_SUBTRACT: zoom(1 / zoom_step); break;
    default: event.Skip();
    }
}

bool NetworkCanvas::press_control(int key)
{
    switch (key) {
    case 'A': select_all(); return true;
    case 'L': acts_.link_selected(); return true;
    case '0': show_full_size(); return true;
    case '9': fit(); return true;
    case '+':
    case '=': // the same key where + needs Shift
    case WXK_NUMPAD_ADD: zoom(zoom_step); return true;
    case '-':
    case WXK_NUMPAD_SUBTRACT: zoom(1 / zoom_step); return true;
    default: return false;
    }
}

// Alone they move what is selected, or the whole drawing when nothing is; with Ctrl they go from node to node.
bool NetworkCanvas::press_arrow(int key, bool control, bool shift)
{
    double x = 0, y = 0;
    switch (key) {
    case WXK_LEFT: x = -1; break;
    case WXK_RIGHT: x = 1; break;
    case WXK_UP: y = -1; break;
    case WXK_DOWN: y = 1; break;
    default: return false;
    }
    if (control) {
        go_to_neighbour(x, y, shift);
    } else if (!nodes_.empty()) {
        const double step = shift ? long_arrow_step : arrow_step;
        nudge(x * step, y * step);
    } else {
        left_ -= x * pan_step;
        top_ -= y * pan_step;
        fitted_ = false;
        Refresh();
    }
    return true;
}

// One change for as many presses as follow each other.
void NetworkCanvas::nudge(double x, double y)
{
    if (!picture_) return;
    fitted_ = false;
    picture_->shift(nodes_, x, y);
    nudged_ = true;
    pause_.StartOnce(nudge_pause_ms);
    Refresh();
}

void NetworkCanvas::flush()
{
    pause_.Stop();
    if (std::exchange(nudged_, false)) acts_.moved();
}

/// The nearest node in a direction; what lies aside counts as farther than what lies ahead.
void NetworkCanvas::go_to_neighbour(double x, double y, bool also)
{
    if (!picture_) return;
    const auto places = picture_->places();
    if (places.empty()) return;
    if (nodes_.empty()) {
        select({places.front().node});
        return reveal(places.front().node);
    }
    const auto from =
        std::find_if(places.begin(), places.end(), [&](const auto& one) { return one.node == nodes_.back(); });
    if (from == places.end()) return;
    const coding::PlacedNode* best = nullptr;
    double nearest = INFINITY;
    for (const auto& one : places) {
        const double dx = one.place.x - from->place.x, dy = one.place.y - from->place.y;
        const double ahead = dx * x + dy * y, aside = std::abs(dx * y) + std::abs(dy * x);
        if (ahead <= 1 || ahead + 2 * aside >= nearest) continue;
        nearest = ahead + 2 * aside;
        best = &one;
    }
    if (!best) return;
    auto chosen = also ? nodes_ : std::vector<coding::NetworkNodeId>();
    std::erase(chosen, best->node);
    chosen.push_back(best->node);
    select(std::move(chosen));
    reveal(best->node);
}

}
