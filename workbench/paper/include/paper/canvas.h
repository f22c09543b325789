#pragma once
#include "paper/palette.h"
#include "paper/problem.h"
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Drawing for figures: the same calls give an SVG, a PDF, a PNG, or the picture in a window. Lengths are points
/// (1/72 inch), x to the right, y downwards. Text measures the same on every surface.
namespace paper
{

struct Point {
    double x = 0, y = 0;
};

struct Size {
    double width = 0, height = 0;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;

    Point centre() const { return {x + width / 2, y + height / 2}; }
    double right() const { return x + width; }
    double bottom() const { return y + height; }
};

struct Stroke {
    Colour colour = black;
    double width = 1;
    std::vector<double> dash = {}; ///< lengths on, off, …; empty: unbroken
};

/// How a closed shape is painted; neither fill nor stroke paints nothing.
struct Look {
    std::optional<Colour> fill = {};
    std::optional<Stroke> stroke = {};
};

/// The families that figures and pages are set in; the first that the machine has is taken, and embedded.
inline constexpr const char* sans = "Noto Sans, DejaVu Sans, Liberation Sans, sans-serif";
inline constexpr const char* serif = "Noto Serif, Liberation Serif, DejaVu Serif, serif";

enum class Side { left, centre, right };

struct TextStyle {
    double size = 10;
    bool bold = false;
    bool italic = false;
    Colour colour = black;
    Side side = Side::left; ///< of lines within the text
    double wrap = 0;    ///< width at which lines break between words (within one when it must); 0: only at line feeds
    int most_lines = 0; ///< the last of so many lines ends in an ellipsis when there would be more; 0: no limit
    const char* family = sans;
};

struct TextSize {
    double width = 0, height = 0; ///< of all lines
    double baseline = 0;          ///< of the first line, from the top
    int lines = 0;
};

/// How much room a text takes. Needs no canvas, so that a layout can be made before anything is drawn.
TextSize measure(std::string_view text, const TextStyle& style);

/// Which point of the text lies where it is put.
struct Anchor {
    enum class Across { left, centre, right } across = Across::left;
    enum class Down { top, middle, baseline, bottom } down = Down::top;
};

inline constexpr Anchor top_left{};
inline constexpr Anchor centred{Anchor::Across::centre, Anchor::Down::middle};

/// Where the straight line from the centre of `box` towards `to` leaves the box; its centre when `to` is the centre.
Point edge_of(const Box& box, Point to);

/// Where the straight line from the centre of the ellipse within `box` towards `to` leaves the ellipse.
Point ellipse_edge_of(const Box& box, Point to);

/// A surface to draw on. Shapes with a coordinate that is no number are left out. Movable; one thread at a time.
class Canvas
{
 public:
    /// `title` becomes the accessible name of an SVG and the title of a PDF. All three are white to begin with: a
    /// figure stands on white wherever it goes. The same drawing gives the same bytes.
    static Canvas svg(Size size, std::string title = {});
    static Canvas pdf(Size size, std::string title = {});
    static Canvas png(Size size, double dpi = 300);

    /// Draws on somebody else's `cairo_t*` (a window's), which must outlive the canvas and is left as it was found.
    static Canvas native(void* cairo, Size size);

    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    ~Canvas();

    Size size() const;

    void line(Point from, Point to, const Stroke& stroke);
    void polyline(std::span<const Point> points, const Stroke& stroke);
    void polygon(std::span<const Point> points, const Look& look);
    void curve(Point from, Point control1, Point control2, Point to, const Stroke& stroke); ///< cubic Bezier
    void rectangle(const Box& box, const Look& look);
    void rounded(const Box& box, double radius, const Look& look); ///< the radius shrinks to what the box allows
    void ellipse(const Box& box, const Look& look);
    /// A filled triangle with its tip at `tip`, pointing away from `from`.
    void arrow_head(Point tip, Point from, double length, Colour colour);

    /// Puts text so that `anchor` of it lies at `at`; returns the box that it covers.
    Box text(Point at, std::string_view text, const TextStyle& style, Anchor anchor = top_left);

    void clip(const Box& box); ///< what is drawn from now on shows only within
    void translate(double x, double y);
    void scale(double x, double y);
    void rotate(double degrees); ///< clockwise

    /// Takes back clip, translation, scale and rotation when it goes out of scope.
    class Saved
    {
     public:
        explicit Saved(Canvas& canvas);
        ~Saved();
        Saved(const Saved&) = delete;
        Saved& operator=(const Saved&) = delete;

     private:
        Canvas& canvas_;
    };

    /// The bytes of the file; empty for `native`. Nothing can be drawn afterwards. cannot_write: the picture is larger
    /// than the surface can be (a PNG of more than 32,767 pixels to a side), or the memory does not suffice.
    Result<std::string> finish();

 private:
    struct Surface;
    explicit Canvas(std::unique_ptr<Surface> surface);
    void paint(const Look& look);
    void stroke(const Stroke& stroke);
    std::unique_ptr<Surface> surface_;
};

}
