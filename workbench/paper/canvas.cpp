#include "paper/canvas.h"
#include "canvas_surface.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace paper
{

namespace
{

bool finite(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

bool finite(const Box& box)
{
    return finite(Point{box.x, box.y}) && finite(Point{box.width, box.height});
}

bool finite(std::span<const Point> points)
{
    return std::ranges::all_of(points, [](Point point) { return finite(point); });
}

void set_source(cairo_t* cairo, Colour colour)
{
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, colour.alpha);
}

void trace(cairo_t* cairo, std::span<const Point> points)
{
    cairo_new_path(cairo);
    for (const auto& point : points) cairo_line_to(cairo, point.x, point.y);
}

double shift(Anchor::Across across, double width)
{
    return across == Anchor::Across::left ? 0 : across == Anchor::Across::centre ? -width / 2 : -width;
}

double shift(Anchor::Down down, const TextSize& size)
{
    switch (down) {
    case Anchor::Down::top: return 0;
    case Anchor::Down::middle: return -size.height / 2;
    case Anchor::Down::baseline: return -size.baseline;
    case Anchor::Down::bottom: return -size.height;
    }
    return 0;
}

}

Point edge_of(const Box& box, Point to)
{
    const auto centre = box.centre();
    const double dx = to.x - centre.x, dy = to.y - centre.y;
    if (dx == 0 && dy == 0) return centre;
    const double across = dx == 0 ? INFINITY : box.width / 2 / std::abs(dx);
    const double down = dy == 0 ? INFINITY : box.height / 2 / std::abs(dy);
    const double part = std::min(across, down);
    return {centre.x + dx * part, centre.y + dy * part};
}

Point ellipse_edge_of(const Box& box, Point to)
{
    const auto centre = box.centre();
    const double dx = to.x - centre.x, dy = to.y - centre.y;
    if ((dx == 0 && dy == 0) || box.width <= 0 || box.height <= 0) return centre;
    const double part = 1 / std::hypot(dx / (box.width / 2), dy / (box.height / 2));
    return {centre.x + dx * part, centre.y + dy * part};
}

Canvas::Canvas(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

Canvas Canvas::svg(Size size, std::string title)
{
    return Canvas(std::make_unique<Surface>(SurfaceKind::svg, size, std::move(title), 72));
}

Canvas Canvas::pdf(Size size, std::string title)
{
    return Canvas(std::make_unique<Surface>(SurfaceKind::pdf, size, std::move(title), 72));
}

Canvas Canvas::png(Size size, double dpi)
{
    return Canvas(std::make_unique<Surface>(SurfaceKind::png, size, std::string{}, dpi));
}

Canvas Canvas::native(void* cairo, Size size)
{
    return Canvas(std::make_unique<Surface>(cairo, size));
}

Size Canvas::size() const
{
    return surface_->size;
}

Result<std::string> Canvas::finish()
{
    return surface_->finish();
}

void Canvas::stroke(const Stroke& stroke)
{
    auto* cairo = surface_->cairo;
    set_source(cairo, stroke.colour);
    cairo_set_line_width(cairo, stroke.width);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cairo, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
    cairo_stroke(cairo);
}

void Canvas::paint(const Look& look)
{
    if (look.fill) {
        set_source(surface_->cairo, *look.fill);
        cairo_fill_preserve(surface_->cairo);
    }
    if (look.stroke)
        stroke(*look.stroke);
    else
        cairo_new_path(surface_->cairo);
}

void Canvas::line(Point from, Point to, const Stroke& look)
{
    polyline(std::array{from, to}, look);
}

void Canvas::polyline(std::span<const Point> points, const Stroke& look)
{
    if (!finite(points)) return;
    trace(surface_->cairo, points);
    stroke(look);
}

void Canvas::polygon(std::span<const Point> points, const Look& look)
{
    if (points.empty() || !finite(points)) return;
    trace(surface_->cairo, points);
    cairo_close_path(surface_->cairo);
    paint(look);
}

void Canvas::curve(Point from, Point control1, Point control2, Point to, const Stroke& look)
{
    if (!finite(std::array{from, control1, control2, to})) return;
    cairo_new_path(surface_->cairo);
    cairo_move_to(surface_->cairo, from.x, from.y);
    cairo_curve_to(surface_->cairo, control1.x, control1.y, control2.x, control2.y, to.x, to.y);
    stroke(look);
}

void Canvas::rectangle(const Box& box, const Look& look)
{
    if (!finite(box)) return;
    cairo_new_path(surface_->cairo);
    cairo_rectangle(surface_->cairo, box.x, box.y, box.width, box.height);
    paint(look);
}

void Canvas::rounded(const Box& box, double radius, const Look& look)
{
    if (!finite(box)) return;
    constexpr double quarter = std::numbers::pi / 2;
    auto* cairo = surface_->cairo;
    const double r = std::max(0.0, std::min({radius, box.width / 2, box.height / 2}));
    cairo_new_path(cairo);
    cairo_arc(cairo, box.right() - r, box.y + r, r, -quarter, 0);
    cairo_arc(cairo, box.right() - r, box.bottom() - r, r, 0, quarter);
    cairo_arc(cairo, box.x + r, box.bottom() - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
    paint(look);
}

void Canvas::ellipse(const Box& box, const Look& look)
{
    if (!finite(box) || box.width <= 0 || box.height <= 0) return;
    auto* cairo = surface_->cairo;
    cairo_new_path(cairo);
    cairo_save(cairo); // the pen must stay round: scale the path, not the stroke
    cairo_translate(cairo, box.centre().x, box.centre().y);
    cairo_scale(cairo, box.width / 2, box.height / 2);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_close_path(cairo);
    cairo_restore(cairo);
    paint(look);
}

void Canvas::arrow_head(Point tip, Point from, double length, Colour colour)
{
    const double distance = std::hypot(tip.x - from.x, tip.y - from.y);
    if (!(distance > 0)) return;
    const double ux = (tip.x - from.x) / distance, uy = (tip.y - from.y) / distance;
    const double half = length * 0.38;
    const Point back{tip.x - ux * length, tip.y - uy * length};
    polygon(
        std::array{tip, Point{back.x - uy * half, back.y + ux * half}, Point{back.x + uy * half, back.y - ux * half}},
        {.fill = colour});
}

namespace
{

/// Screens put letters on whole pixels: at another scale than the one they were set in, words lose their spaces. Drawn
/// as shapes they keep them.
template <class Surface>
bool on_scaled_screen(const Surface& surface)
{
    if (surface.kind != SurfaceKind::native) return false;
    cairo_matrix_t matrix;
    cairo_get_matrix(surface.cairo, &matrix);
    return std::abs(std::hypot(matrix.xx, matrix.yx) - 1) > 0.01;
}

}

Box Canvas::text(Point at, std::string_view text, const TextStyle& style, Anchor anchor)
{
    const auto layout = layout_of(surface_->text.get(), text, style);
    const auto size = paper::size_of(layout.get());
    const Box box{at.x + shift(anchor.across, size.width), at.y + shift(anchor.down, size), size.width, size.height};
    if (!finite(box)) return box;
    // Lines set to the centre or the right stand off from the left edge of the room they were given.
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    set_source(surface_->cairo, style.colour);
    cairo_move_to(surface_->cairo, box.x - points(logical.x), box.y);
    if (on_scaled_screen(*surface_)) {
        pango_cairo_layout_path(surface_->cairo, layout.get());
        cairo_fill(surface_->cairo);
    } else {
        pango_cairo_show_layout(surface_->cairo, layout.get());
    }
    cairo_new_path(surface_->cairo);
    return box;
}

void Canvas::clip(const Box& box)
{
    cairo_new_path(surface_->cairo);
    cairo_rectangle(surface_->cairo, box.x, box.y, box.width, box.height);
    cairo_clip(surface_->cairo);
}

void Canvas::translate(double x, double y)
{
    cairo_translate(surface_->cairo, x, y);
}
void Canvas::scale(double x, double y)
{
    cairo_scale(surface_->cairo, x, y);
}
void Canvas::rotate(double degrees)
{
    cairo_rotate(surface_->cairo, degrees * std::numbers::pi / 180);
}

Canvas::Saved::Saved(Canvas& canvas) : canvas_(canvas)
{
    cairo_save(canvas_.surface_->cairo);
}
Canvas::Saved::~Saved()
{
    cairo_restore(canvas_.surface_->cairo);
}

}
