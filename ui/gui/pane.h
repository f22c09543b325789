#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>

class wxWindow;

namespace gui
{

class WorkArea;

/// What the panels round the middle are arranged for; each remembers its own arrangement.
enum class Area { read, networks, numbers, evidence, review };
inline constexpr std::array areas{Area::read, Area::networks, Area::numbers, Area::evidence, Area::review};
/// In the preferences.
std::string_view word_of(Area area);
std::optional<Area> area_of(std::string_view word);

enum class Side { left, right, bottom };

constexpr unsigned in(auto... areas)
{
    return ((1U << static_cast<unsigned>(areas)) | ... | 0U);
}

/// A panel that docks, floats, hides and is remembered. A new one is one row of the table in pane.cpp: it is then in
/// `View`, in every work area that it names, and its place is kept.
struct PaneInfo {
    const char* id;    ///< in the preferences; letters only, never changed
    const char* title; ///< English source, with the mnemonic of its menu item
    Side side;         ///< where it stands until the user moves it; those of a side stand below each other as listed
    int share;         ///< of the side's height (of its width at the bottom) against the others there
    unsigned shown_in; ///< the work areas that show it, by in(Area::read, …); in() for a panel that is called up
    wxWindow* (*make)(wxWindow* parent, WorkArea& work);
};
std::span<const PaneInfo> pane_table();
const PaneInfo* find_pane(std::string_view id);

}
