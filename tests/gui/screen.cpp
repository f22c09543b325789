#include "screen.h"
#include <gtk/gtk.h>

namespace gui_test
{

bool save_screen(const std::filesystem::path& file, const std::optional<wxRect>& part)
{
    auto* root = gdk_get_default_root_window();
    const wxRect screen(0, 0, gdk_window_get_width(root), gdk_window_get_height(root));
    const auto area = part ? screen.Intersect(*part) : screen;
    auto* picture = gdk_pixbuf_get_from_window(root, area.x, area.y, area.width, area.height);
    if (!picture) return false;
    const bool written = gdk_pixbuf_save(picture, file.c_str(), "png", nullptr, "compression", "9", nullptr);
    g_object_unref(picture);
    return written;
}

}
