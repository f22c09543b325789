#include "panes.h"
#include "look.h"
#include "pane_art.h"
#include "preferences.h"
#include "section.h"
#include "shown.h"
#include "work_area.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/dataview.h>
#include <wx/display.h>
#include <wx/menu.h>
#include <wx/notebook.h>
#include <wx/stattext.h>

namespace gui
{
namespace
{

using workbench::tr;

constexpr int left_width = 232, right_width = 330, bottom_height = 220;
constexpr int head_height = 40; ///< above it a panel's ground is its grip
constexpr auto middle_id = "middle";

wxString title_of(const PaneInfo& info)
{
    return wxMenuItem::GetLabelText(shown(tr(info.title)));
}

/// Those that share a dock are in one row and stand in the order of their positions.
void set_side(wxAuiPaneInfo& pane, Side side)
{
    switch (side) {
    case Side::left: pane.Left().Layer(1).BestSize(left_width, 200); break;
    case Side::right: pane.Right().Layer(1).BestSize(right_width, 200); break;
    // As wide as the text, not as the window.
    case Side::bottom: pane.Bottom().Layer(0).BestSize(400, bottom_height); break;
    }
    pane.Row(0);
}

/// A float that was left on a screen that is gone would never be found again.
bool on_a_screen(wxPoint place)
{
    return wxDisplay::GetFromPoint(place + wxPoint(40, 10)) != wxNOT_FOUND;
}

/// What one reads in a panel: its list or text, before the fields above that.
wxWindow* main_part(wxWindow& panel)
{
    for (auto* child : panel.GetChildren()) {
        if (!child->IsShown() || child->IsTopLevel()) continue;
        if (dynamic_cast<wxDataViewCtrl*>(child)) return child;
        if (auto* inner = main_part(*child)) return inner;
    }
    return nullptr;
}

void focus_in(wxWindow& panel)
{
    auto* book = dynamic_cast<wxNotebook*>(&panel);
    if (auto* page = book ? book->GetCurrentPage() : nullptr) return page->SetFocus();
    auto* part = main_part(panel);
    (part ? part : &panel)->SetFocus();
}

}

Panes::Panes(WorkArea& work, wxWindow* middle)
    : work_(work), manager_(&work, wxAUI_MGR_ALLOW_FLOATING | wxAUI_MGR_TRANSPARENT_HINT | wxAUI_MGR_LIVE_RESIZE)
{
    manager_.SetArtProvider(new PaneArt);
    manager_.SetDockSizeConstraint(0.45, 0.6);
    manager_.AddPane(middle, wxAuiPaneInfo().Name(middle_id).CenterPane());
    try {
        make(work);
    } catch (...) { // the manager would listen to the window on beyond its own end
        manager_.UnInit();
        throw;
    }
    area_ = area_of(preferences().area).value_or(Area::read);
    arrange();
    work.Bind(wxEVT_AUI_PANE_CLOSE, [this](wxAuiManagerEvent& event) {
        event.Skip();
        work_.CallAfter([this] { arranged(); });
    });
}

void Panes::leave()
{
    if (!manager_.GetManagedWindow()) return;
    keep();
    for (auto& [id, window] : windows_) manager_.GetPane(window).Dock().Hide();
    manager_.Update();
    manager_.UnInit();
}

void Panes::make(WorkArea& work)
{
    for (const auto& info : pane_table()) {
        auto* panel = info.make(&work, work);
        windows_[info.id] = panel;
        wxAuiPaneInfo pane;
        pane.Name(info.id).CaptionVisible(false).MinSize(120, 60).FloatingSize(380, 520);
        place(info, pane);
        manager_.AddPane(panel, pane);
        follow_head(info, *panel);
    }
}

void Panes::place(const PaneInfo& info, wxAuiPaneInfo& pane)
{
    set_side(pane, info.side);
    int position = 0;
    for (const auto& other : pane_table()) {
        if (&other == &info) break;
        if (other.side == info.side) ++position;
    }
    pane.Position(position).Dock().Caption(title_of(info));
    pane.dock_proportion = info.share * 10000;
    pane.Show((info.shown_in & in(area_)) != 0);
}

wxWindow* Panes::window(std::string_view id)
{
    const auto found = windows_.find(id);
    return found == windows_.end() ? nullptr : found->second;
}

bool Panes::is_shown(std::string_view id)
{
    return manager_.GetPane(window(id)).IsShown();
}

bool Panes::is_floating(std::string_view id)
{
    return manager_.GetPane(window(id)).IsFloating();
}

void Panes::show(std::string_view id, bool shown)
{
    auto& pane = manager_.GetPane(window(id));
    if (!pane.IsOk() || pane.IsShown() == shown) return;
    pane.Show(shown);
    finish();
}

void Panes::set_floating(std::string_view id, bool floating)
{
    auto& pane = manager_.GetPane(window(id));
    if (!pane.IsOk() || pane.IsFloating() == floating) return;
    if (floating)
        pane.Float().FloatingPosition(window(id)->GetScreenPosition() + wxPoint(24, 24));
    else
        pane.Dock();
    pane.Show();
    finish();
}

void Panes::dock(std::string_view id, Side side)
{
    auto& pane = manager_.GetPane(window(id));
    if (!pane.IsOk()) return;
    set_side(pane, side);
    int last = 0;
    for (const auto& [other, panel] : windows_) last = std::max(last, manager_.GetPane(panel).dock_pos);
    pane.Position(last + 1).Dock().Show();
    finish();
}

// In the order of the table: left, right, bottom; the middle first.
std::vector<wxWindow*> Panes::ring()
{
    std::vector<wxWindow*> all{manager_.GetPane(middle_id).window};
    for (const auto& info : pane_table())
        if (is_shown(info.id)) all.push_back(windows_[info.id]);
    return all;
}

void Panes::turn(int by)
{
    const auto all = ring();
    auto* focus = wxWindow::FindFocus();
    const auto here =
        std::ranges::find_if(all, [&](const wxWindow* panel) { return focus && panel->IsDescendant(focus); });
    const int count = static_cast<int>(all.size()), at = here == all.end() ? 0 : static_cast<int>(here - all.begin());
    focus_in(*all[static_cast<std::size_t>((at + by + count) % count)]);
}

void Panes::finish()
{
    manager_.Update();
    arranged();
}

void Panes::enter(Area area)
{
    keep();
    area_ = area;
    preferences().area = word_of(area);
    arrange();
    save_preferences();
}

void Panes::reset()
{
    arrange_as_at_first();
    finish();
}

void Panes::arrange()
{
    const auto kept = preferences().layouts.find(std::string(word_of(area_)));
    if (kept == preferences().layouts.end() || !load(kept->second)) arrange_as_at_first();
    finish();
}

void Panes::arrange_as_at_first()
{
    // The manager knows the sizes of docks only from what it loads: an empty word forgets them.
    manager_.LoadPerspective("layout2|", false);
    manager_.GetPane(middle_id).Show();
    for (const auto& info : pane_table()) place(info, manager_.GetPane(windows_[info.id]));
}

// What it does not name has come since it was kept; the captions in it may be of another language.
bool Panes::load(const std::string& kept)
{
    const auto text = shown(kept);
    if (!manager_.LoadPerspective(text, false)) return false;
    manager_.GetPane(middle_id).Show();
    for (const auto& info : pane_table()) {
        auto& pane = manager_.GetPane(windows_[info.id]);
        if (!text.Contains("name=" + wxString(info.id) + ";")) place(info, pane);
        pane.Caption(title_of(info)).CaptionVisible(false);
        if (pane.IsFloating() && !on_a_screen(pane.floating_pos)) pane.Dock();
    }
    return true;
}

void Panes::keep()
{
    preferences().layouts[std::string(word_of(area_))] = utf8(manager_.SavePerspective());
    save_preferences();
}

// A text takes the mouse from the ground that it stands on, so it is a grip as well.
void Panes::follow_head(const PaneInfo& info, wxWindow& panel)
{
    std::vector<wxWindow*> grips{&panel};
    for (auto* child : panel.GetChildren()) {
        if (dynamic_cast<wxStaticText*>(child)) grips.push_back(child);
        auto* head = dynamic_cast<SectionHead*>(child);
        if (!head) continue;
        grips.push_back(head);
        for (auto* text : head->GetChildren()) grips.push_back(text);
        head->add_menu(title_of(info), [this, &info, &panel] { menu(info, panel); });
    }
    // One for all: a drag that begins on the text goes on over the ground.
    const auto grabbed = std::make_shared<std::optional<wxPoint>>();
    for (auto* grip : grips) make_grip(info, panel, *grip, grabbed);
}

void Panes::make_grip(const PaneInfo& info, wxWindow& panel, wxWindow& grip,
                      const std::shared_ptr<std::optional<wxPoint>>& grabbed)
{
    const auto in_head = [&panel, &grip](const wxMouseEvent& event) {
        return panel.ScreenToClient(grip.ClientToScreen(event.GetPosition())).y < head_height;
    };
    grip.Bind(wxEVT_LEFT_DOWN, [&grip, in_head, grabbed](wxMouseEvent& event) {
        *grabbed = in_head(event) ? std::optional(grip.ClientToScreen(event.GetPosition())) : std::nullopt;
        event.Skip();
    });
    grip.Bind(wxEVT_MOTION, [this, &grip, grabbed, &info](wxMouseEvent& event) {
        event.Skip();
        if (!*grabbed || !event.LeftIsDown()) return;
        const auto moved = grip.ClientToScreen(event.GetPosition()) - **grabbed;
        if (std::max(std::abs(moved.x), std::abs(moved.y)) < 8) return;
        const auto at = **grabbed;
        grabbed->reset();
        drag(info, at);
    });
    grip.Bind(wxEVT_LEFT_DCLICK, [this, in_head, &info](wxMouseEvent& event) {
        if (in_head(event)) set_floating(info.id, !is_floating(info.id));
    });
    grip.Bind(wxEVT_RIGHT_DOWN, [this, in_head, &info, &panel](wxMouseEvent& event) {
        if (in_head(event)) menu(info, panel);
    });
}

// As the manager does it for a caption: the panel floats under the pointer until it is let go over a dock.
void Panes::drag(const PaneInfo& info, wxPoint at)
{
    auto* panel = window(info.id);
    const auto offset = panel->ScreenToClient(at);
    auto& pane = manager_.GetPane(panel);
    pane.FloatingPosition(wxGetMousePosition() - offset).FloatingSize(panel->GetSize()).Float();
    finish();
    manager_.StartPaneDrag(panel, offset);
}

void Panes::menu(const PaneInfo& info, wxWindow& panel)
{
    wxMenu menu;
    const auto add = [&](const char* label, const std::function<void()>& act) {
        auto* item = menu.Append(wxID_ANY, shown(label));
        // After the menu has gone: what it stands on may move.
        menu.Bind(
            wxEVT_MENU, [this, act](wxCommandEvent&) { work_.CallAfter(act); }, item->GetId());
    };
    const std::string id = info.id;
    add(tr("&Hide this panel"), [this, id] { show(id, false); });
    menu.AppendSeparator();
    if (is_floating(id))
        add(tr("&Dock it again"), [this, id] { set_floating(id, false); });
    else
        add(tr("Let it &float"), [this, id] { set_floating(id, true); });
    add(tr("To the &left"), [this, id] { dock(id, Side::left); });
    add(tr("To the &right"), [this, id] { dock(id, Side::right); });
    add(tr("To the &bottom"), [this, id] { dock(id, Side::bottom); });
    menu.AppendSeparator();
    add(tr("R&eset this layout"), [this] { reset(); });
    panel.PopupMenu(&menu);
}

}
