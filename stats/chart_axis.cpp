#include "chart_axis.h"
#include <algorithm>
#include <cmath>

namespace stats
{

using paper::Canvas;
using Across = paper::Anchor::Across;
using Down = paper::Anchor::Down;

namespace
{

constexpr double widest_name = 96, row_air = 8;

/// A step of 1, 2 or 5 times a power of ten that makes four to eight of them.
double step_for(double low, double high)
{
    const double rough = (high - low) / 5;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0, 10.0})
        if (rough <= times * power) return times * power;
    return 10 * power;
}

}

int Axis::decimals() const
{
    return step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step)));
}

int Axis::ticks() const
{
    return static_cast<int>(std::lround((high - low) / step));
}

Axis axis_for(double low, double high, bool whole)
{
    if (low > 0 && low < 0.4 * high) low = 0;
    if (high < 0 && high > 0.4 * low) high = 0;
    if (low == high) {
        const double around = std::max(1.0, 1e-3 * std::abs(low)); // beside a huge value 1 is nothing
        low -= around;
        high += around;
    }
    const double step = std::max(step_for(low, high), whole ? 1.0 : 0.0);
    return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

std::string axis_title(const Column& column)
{
    const auto& info = column.info();
    return (info.label.empty() ? info.name : info.label) + (info.unit.empty() ? "" : " (" + info.unit + ")");
}

void draw_axis_below(Canvas& canvas, const Axis& axis, const paper::Box& plot, const std::string& title, double bottom,
                     const NumberFormat& format)
{
    const auto x_of = [&](double value) { return plot.x + (value - axis.low) / (axis.high - axis.low) * plot.width; };
    const int every = labels_width(axis, format) + 6 > plot.width / axis.ticks() ? 2 : 1;
    for (int tick = 0; tick <= axis.ticks(); tick += every)
        canvas.text({x_of(axis.at(tick)), plot.bottom() + 5}, format.fixed(axis.at(tick), axis.decimals()), tick_style,
                    {Across::centre, Down::top});
    canvas.line({plot.x, plot.bottom()}, {plot.right(), plot.bottom()}, {.colour = chart_ink, .width = 1});
    auto style = axis_style;
    style.wrap = Chart::column_width - 12;
    style.most_lines = 1;
    style.side = paper::Side::centre;
    const auto size = paper::measure(title, style);
    const double centre =
        std::clamp(plot.centre().x, 6 + size.width / 2, std::max(7.0, Chart::column_width - 6 - size.width / 2));
    canvas.text({centre, bottom}, title, style, {Across::centre, Down::bottom});
}

void draw_grid(Canvas& canvas, const Axis& axis, const paper::Box& plot, const NumberFormat& format)
{
    for (int tick = 0; tick <= axis.ticks(); ++tick) {
        const double y = plot.bottom() - plot.height * tick / axis.ticks();
        canvas.line({plot.x, y}, {plot.right(), y}, {.colour = chart_grid, .width = 0.7});
        canvas.text({plot.x - 6, y}, format.fixed(axis.at(tick), axis.decimals()), tick_style,
                    {Across::right, Down::middle});
    }
}

double labels_width(const Axis& axis, const NumberFormat& format)
{
    double width = 0;
    for (int tick = 0; tick <= axis.ticks(); ++tick)
        width = std::max(width, paper::measure(format.fixed(axis.at(tick), axis.decimals()), tick_style).width);
    return width;
}

void draw_title_aside(Canvas& canvas, const paper::Box& plot, const std::string& title)
{
    auto style = axis_style;
    style.wrap = plot.height + 24;
    style.most_lines = 1;
    style.side = paper::Side::centre;
    const Canvas::Saved saved(canvas);
    canvas.translate(10, plot.centre().y);
    canvas.rotate(-90);
    canvas.text({0, 0}, title, style, paper::centred);
}

std::vector<double> present_values(const Column& column)
{
    std::vector<double> values;
    for (std::size_t row = 0; row < column.values().size(); ++row)
        if (!column.is_missing(row)) values.push_back(column.values()[row]);
    return values;
}

NameColumn::NameColumn(std::vector<std::string> names) : names_(std::move(names)), style_(name_style)
{
    style_.side = paper::Side::right;
    style_.wrap = widest_name;
    style_.most_lines = 2;
    for (const auto& name : names_) width_ = std::max(width_, paper::measure(name, style_).width);
}

double NameColumn::height(std::size_t row) const
{
    return paper::measure(names_[row], style_).height + row_air;
}

void NameColumn::draw(Canvas& canvas, std::size_t row, double right, double top, double row_height) const
{
    canvas.text({right, top + row_height / 2}, names_[row], style_, {Across::right, Down::middle});
}

}
