#pragma once
#include "paper/canvas.h"
#include "text_layout.h"
#include <cairo.h>
#include <string>

namespace paper
{

enum class SurfaceKind { svg, pdf, png, native };

/// What a Canvas draws on, and the bytes that come of it.
struct Canvas::Surface {
    SurfaceKind kind;
    Size size;
    double dpi = 72;
    std::string title;
    std::string bytes;
    cairo_surface_t* surface = nullptr; ///< none for a native one
    cairo_t* cairo = nullptr;
    LayoutContext text = layout_context();

    Surface(SurfaceKind kind, Size size, std::string title, double dpi);
    Surface(void* cairo, Size size);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    Result<std::string> finish();
};

/// For cairo's streams: appends to the std::string at `closure`.
cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length);

/// cairo numbers its surfaces through the life of the process; here they count from one in every file. Adds the title.
std::string steady_svg(std::string svg, const std::string& title);

/// cairo 1.16 writes its dates without the "D:" that PDF wants; here they get it, at the price of the seconds, for
/// every object must stay where it is.
std::string mended_dates(std::string pdf);

/// Tells the resolution in a pHYs chunk, which cairo leaves out.
std::string with_resolution(std::string png, double dpi);

}
