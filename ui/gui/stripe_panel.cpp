#include "stripe_panel.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace gui
{
namespace
{

using workbench::say_n;
using workbench::tr;

constexpr int left = 12, bar_width = 4, lane_width = 8, label_gap = 14, label_height = 19;

}

StripePanel::StripePanel(wxWindow* parent, Session& session, TextSurface& text)
    : wxPanel(parent), session_(session), text_(text)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    set_accessible_name(this, shown(tr("Codings beside the text")));
    looked_ = session_.looked.listen([this] { Refresh(); });
    Bind(wxEVT_PAINT, &StripePanel::paint, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        const auto* found = stripe_at(event.GetPosition());
        if (!found) return;
        const auto stripe = *found; // looking may draw them anew
        session_.look_at(stripe.code);
        if (chosen_) chosen_(stripe);
    });
    Bind(wxEVT_RIGHT_DOWN, [this](wxMouseEvent& event) {
        const auto* stripe = stripe_at(event.GetPosition());
        if (stripe && menu_) menu_(*stripe);
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) { look_under(stripe_at(event.GetPosition())); });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { look_under(nullptr); });
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { text_.scroll_by(event.GetWheelRotation() > 0 ? -72 : 72); });
}

void StripePanel::show(std::vector<Stripe> stripes)
{
    stripes_ = std::move(stripes);
    ends_ = ends_so_far(stripes_);
    drawn_.clear(); // drawn again before anybody can click
    look_under(nullptr);
    measure();
    Refresh();
}

void StripePanel::look_under(const Stripe* stripe)
{
    if (stripe == under_) return;
    under_ = stripe;
    SetToolTip(!stripe ? wxString() : hint_ ? hint_(*stripe) : hint_of(*stripe));
    SetCursor(wxCursor(stripe ? wxCURSOR_HAND : wxCURSOR_ARROW));
    if (hover_) hover_(stripe);
}

// A name is measured once: thousands of stripes have some hundred names.
void StripePanel::measure()
{
    int names = 0;
    for (const auto& stripe : stripes_) {
        const auto [width, is_new] = widths_.try_emplace(stripe.name, 0);
        if (is_new) width->second = GetTextExtent(shown(stripe.name)).x;
        names = std::max(names, width->second);
    }
    // In steps, and never narrower again: with the margin the text changes its width, and a long one is then laid out
    // anew as a whole.
    constexpr int step = 48;
    const int needed = left + lanes_of(stripes_) * lane_width + label_gap + names + 12;
    wanted_width_ = std::max(wanted_width_, std::clamp((needed + step - 1) / step * step, 96, 300));
}

wxString StripePanel::hint_of(const Stripe& stripe) const
{
    const auto* code = session_.code(stripe.code);
    const std::string path = code ? code->path : stripe.name;
    if (stripe.coders < 2) return shown(path);
    return shown(say_n("{}, {} coder", "{}, {} coders", stripe.coders, path, stripe.coders));
}

std::size_t StripePanel::first_in(workbench::Span view) const
{
    return static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), view.begin) - ends_.begin());
}

std::vector<StripePanel::Drawn> StripePanel::bars_in_view() const
{
    const auto view = text_.in_view();
    const int height = GetClientSize().y;
    std::vector<Drawn> drawn;
    for (auto i = first_in(view); i < stripes_.size() && stripes_[i].span.begin <= view.end; ++i) {
        const auto& stripe = stripes_[i];
        if (stripe.span.end <= view.begin) continue;
        const int top = stripe.span.begin < view.begin ? -4 : text_.top_of(stripe.span.begin);
        const int bottom = stripe.span.end > view.end + 1 ? height + 4 : text_.bottom_of(stripe.span.end - 1);
        if (bottom < 0 || top > height) continue;
        drawn.push_back(
            {i, wxRect(left + stripe.lane * lane_width, top + 2, bar_width, std::max(6, bottom - top - 4)), wxRect()});
    }
    return drawn;
}

void StripePanel::place_labels(std::vector<Drawn>& drawn) const
{
    std::stable_sort(drawn.begin(), drawn.end(),
                     [](const Drawn& a, const Drawn& b) { return std::max(0, a.bar.y) < std::max(0, b.bar.y); });
    std::vector<double> wanted;
    int lanes = 0;
    for (const auto& one : drawn) {
        wanted.push_back(std::max(0, one.bar.y));
        lanes = std::max(lanes, stripes_[one.stripe].lane + 1);
    }
    const auto places = spread(wanted, label_height, GetClientSize().y);
    const int x = left + lanes * lane_width + label_gap;
    for (std::size_t i = 0; i < places.size(); ++i)
        drawn[i].label = wxRect(x, static_cast<int>(places[i]), GetClientSize().x - x - 4, label_height);
}

void StripePanel::draw_bar(wxGraphicsContext& context, const Drawn& one) const
{
    const auto& stripe = stripes_[one.stripe];
    const bool looked = session_.looked_code() == stripe.code;
    const auto colour = look::of_code(stripe.color);
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush(colour));
    const int grown = looked ? 1 : 0;
    context.DrawRoundedRectangle(one.bar.x - grown, one.bar.y, one.bar.width + 2 * grown, one.bar.height, 2);
    if (one.label.IsEmpty()) return;

    const double middle = one.label.y + label_height / 2.0, from = std::max(0, one.bar.y) + 6.0;
    if (std::abs(middle - from) <= label_height) return;
    context.SetPen(wxPen(look::over(colour, look::paper(), 0.6), 1));
    auto path = context.CreatePath();
    path.MoveToPoint(one.bar.GetRight() + 2, from);
    path.AddLineToPoint(one.label.x - 8, middle);
    path.AddLineToPoint(one.label.x - 3, middle);
    context.StrokePath(path);
}

void StripePanel::paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(look::paper());
    dc.Clear();
    drawn_ = bars_in_view();
    place_labels(drawn_);
    {
        const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
        for (const auto& one : drawn_) draw_bar(*context, one);
    }
    draw_labels(dc);
}

// Words by the plain device: the other asks the screen for its resolution at every change of font or colour.
void StripePanel::draw_labels(wxDC& dc) const
{
    const wxFont plain = look::interface(0.92), bold = look::interface(0.92, true);
    for (const auto& one : drawn_) {
        if (one.label.IsEmpty()) continue;
        const auto& stripe = stripes_[one.stripe];
        dc.SetFont(session_.looked_code() == stripe.code ? bold : plain);
        dc.SetTextForeground(look::readable(look::of_code(stripe.color), look::paper()));
        dc.DrawText(wxControl::Ellipsize(shown(stripe.name), dc, wxELLIPSIZE_END, one.label.width), one.label.x,
                    one.label.y);
    }
}

const Stripe* StripePanel::stripe_at(wxPoint point) const
{
    for (const auto& one : drawn_)
        if (wxRect(one.bar).Inflate(2, 0).Contains(point) || one.label.Contains(point)) return &stripes_[one.stripe];
    return nullptr;
}

std::optional<wxPoint> StripePanel::point_of(const Stripe& stripe) const
{
    for (const auto& one : drawn_) {
        const auto& other = stripes_[one.stripe];
        if (other.code == stripe.code && other.span == stripe.span)
            return wxPoint(one.bar.x + one.bar.width / 2, one.bar.y + one.bar.height / 2);
    }
    return std::nullopt;
}

}
