#pragma once
#include "hearing.h"
#include "pane.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <wx/aui/framemanager.h>

namespace gui
{

/// The panels of pane_table() round a middle. They dock, float and hide; each work area finds them again as it was
/// left, also after the next start. A panel is dragged by its head and has a menu there.
class Panes
{
 public:
    /// Makes all panels as children of `work`, round `middle`. The work area must have its size by then.
    Panes(WorkArea& work, wxWindow* middle);
    Panes(const Panes&) = delete;
    Panes& operator=(const Panes&) = delete;

    wxWindow* window(std::string_view id);
    template <class Panel>
    Panel& at(std::string_view id)
    {
        return dynamic_cast<Panel&>(*window(id));
    }

    bool is_shown(std::string_view id);
    bool is_floating(std::string_view id);
    void show(std::string_view id, bool shown = true);
    void set_floating(std::string_view id, bool floating);
    void dock(std::string_view id, Side side);

    /// The keyboard's focus to the next panel that is shown, the middle among them, or with -1 to the one before.
    void turn(int by);

    Area area() const { return area_; }
    void enter(Area area);
    /// The area as it was at first.
    void reset();
    /// Into the preferences, as every change of the work area and the end do.
    void keep();

    /// The end, before the work area goes: keeps everything and docks what floats, which would outlive the project.
    void leave();

    Signal<> arranged; ///< something was shown, hidden or moved

 private:
    std::vector<wxWindow*> ring();
    void make(WorkArea& work);
    void arrange();
    void arrange_as_at_first();
    void place(const PaneInfo& info, wxAuiPaneInfo& pane);
    bool load(const std::string& kept);
    void finish();
    void follow_head(const PaneInfo& info, wxWindow& panel);
    void make_grip(const PaneInfo& info, wxWindow& panel, wxWindow& grip,
                   const std::shared_ptr<std::optional<wxPoint>>& grabbed);
    void drag(const PaneInfo& info, wxPoint at); ///< `at` on the screen
    void menu(const PaneInfo& info, wxWindow& panel);

    wxWindow& work_;
    wxAuiManager manager_;
    std::map<std::string, wxWindow*, std::less<>> windows_;
    Area area_ = Area::read;
};

}
