#pragma once
#include "paper/canvas.h"
#include "stats/chart.h"
#include <span>
#include <string>

/// What the charts share: axes with round steps, one set of inks and letters.
namespace stats
{

inline constexpr paper::Colour chart_grid{225, 228, 232}, chart_ink{60, 60, 60}, chart_quiet{96, 96, 96};
inline constexpr paper::Colour chart_fill = paper::palette[4]; ///< of what has only one colour

inline const paper::TextStyle tick_style{.size = 9, .colour = chart_quiet};
inline const paper::TextStyle axis_style{.size = 9.5, .colour = chart_ink};
inline const paper::TextStyle name_style{.size = 9, .colour = chart_ink};

struct Axis {
    double low, high, step;
    int decimals() const;
    int ticks() const; ///< steps from low to high; one label more
    double at(int tick) const { return low + tick * step; }
};

/// From a round number to a round number in steps of 1, 2 or 5 times a power of ten; zero is shown when the data come
/// near it. `whole`: steps are whole numbers, as those of counts.
Axis axis_for(double low, double high, bool whole = false);

/// "Need (%)": what the axis of a column is called.
std::string axis_title(const Column& column);

/// An axis below `plot`, as wide as it: labels that do not touch, and the title under them, which ends at `bottom`.
void draw_axis_below(paper::Canvas& canvas, const Axis& axis, const paper::Box& plot, const std::string& title,
                     double bottom, const NumberFormat& format);
/// Lines across `plot` with their values at its left.
void draw_grid(paper::Canvas& canvas, const Axis& axis, const paper::Box& plot, const NumberFormat& format);
/// The widest label of an axis.
double labels_width(const Axis& axis, const NumberFormat& format);
/// A title that goes up along the left edge of the chart.
void draw_title_aside(paper::Canvas& canvas, const paper::Box& plot, const std::string& title);

/// The column with numbers only, the missing ones left out.
std::vector<double> present_values(const Column& column);

/// Names at the left of bars, in at most two lines each.
class NameColumn
{
 public:
    explicit NameColumn(std::vector<std::string> names);
    double width() const { return width_; }
    /// How high a row must be for its name, with air.
    double height(std::size_t row) const;
    /// Right-aligned at `right`, in the middle of the row that begins at `top`.
    void draw(paper::Canvas& canvas, std::size_t row, double right, double top, double row_height) const;

 private:
    std::vector<std::string> names_;
    paper::TextStyle style_;
    double width_ = 0;
};

}
