#pragma once
#include <filesystem>
#include <optional>
#include <wx/gdicmn.h>

namespace gui_test
{

/// Writes what is on the screen, or on a part of it, as a PNG, menus and dialogs too; false when it cannot be written.
bool save_screen(const std::filesystem::path& file, const std::optional<wxRect>& part = {});

}
