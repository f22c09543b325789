#pragma once
#include "session.h"
#include "stripe.h"
#include "text_surface.h"
#include <string>
#include <unordered_map>
#include <wx/panel.h>

namespace gui
{

/// The margin beside a text: a bar for each coding, in lanes, with the code's name and a thin leader to it. Moves with
/// the text. A click chooses the quotation and looks at the code; the right button offers what one can do to it.
class StripePanel : public wxPanel
{
 public:
    StripePanel(wxWindow* parent, Session& session, TextSurface& text);

    void show(std::vector<Stripe> stripes);
    const std::vector<Stripe>& stripes() const { return stripes_; }
    /// Called with the stripe under the right button.
    void on_menu(std::function<void(const Stripe&)> menu) { menu_ = std::move(menu); }
    /// Called with the stripe that was clicked on.
    void on_chosen(std::function<void(const Stripe&)> chosen) { chosen_ = std::move(chosen); }
    /// Called with the stripe that the pointer comes to, and with null when it leaves it.
    void on_hover(std::function<void(const Stripe*)> hover) { hover_ = std::move(hover); }
    /// What the pointer over a stripe reads; without it the path of the code.
    void on_hint(std::function<wxString(const Stripe&)> hint) { hint_ = std::move(hint); }
    int wanted_width() const { return wanted_width_; } ///< for the lanes and the longest name, within reason
    /// The middle of the bar of a stripe that is in view.
    std::optional<wxPoint> point_of(const Stripe& stripe) const;

 private:
    struct Drawn {
        std::size_t stripe;
        wxRect bar, label;
    };
    void measure();
    void paint(wxPaintEvent& event);
    void look_under(const Stripe* stripe);
    std::vector<Drawn> bars_in_view() const;
    void place_labels(std::vector<Drawn>& drawn) const;
    void draw_bar(wxGraphicsContext& context, const Drawn& one) const;
    void draw_labels(wxDC& dc) const;
    std::size_t first_in(workbench::Span view) const; ///< the first stripe that may be in view
    const Stripe* stripe_at(wxPoint point) const;
    wxString hint_of(const Stripe& stripe) const;

    Session& session_;
    TextSurface& text_;
    std::vector<Stripe> stripes_;
    std::vector<std::int64_t> ends_;
    std::vector<Drawn> drawn_;
    std::function<void(const Stripe&)> menu_, chosen_;
    std::function<void(const Stripe*)> hover_;
    std::function<wxString(const Stripe&)> hint_;
    const Stripe* under_ = nullptr;               ///< the pointer
    std::unordered_map<std::string, int> widths_; ///< of names
    int wanted_width_ = 96;
    Ear looked_;
};

}
