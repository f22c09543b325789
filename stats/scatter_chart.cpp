#include "stats/scatter_chart.h"
#include "numbers/distributions.h"
#include "paper/canvas.h"
#include <algorithm>
#include <cmath>

namespace stats
{

using paper::Canvas;
using paper::Point;

namespace
{

const paper::Colour grid_colour{225, 228, 232}, ink{60, 60, 60}, quiet{110, 110, 110};
const auto point_colour = paper::palette[4], line_colour = paper::palette[4];

/// A step of 1, 2 or 5 times a power of ten that makes four to eight of them.
double step_for(double low, double high)
{
    const double rough = (high - low) / 5;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0, 10.0})
        if (rough <= times * power) return times * power;
    return 10 * power;
}

struct Axis {
    double low, high, step;
    int decimals() const { return step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step))); }
};

/// From a round number to a round number; zero is shown when the data come near it.
Axis axis_for(double low, double high)
{
    if (low > 0 && low < 0.4 * high) low = 0;
    if (high < 0 && high > 0.4 * low) high = 0;
    if (low == high) {
        low -= 1;
        high += 1;
    }
    const double step = step_for(low, high);
    return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

}

struct ScatterChart::Frame {
    Axis x, y;
    paper::Box plot;
    Point at(double vx, double vy) const
    {
        return {plot.x + (vx - x.low) / (x.high - x.low) * plot.width,
                plot.bottom() - (vy - y.low) / (y.high - y.low) * plot.height};
    }
};

struct ScatterChart::Line {
    double a, b, mean_x, sxx, error, t;
    std::size_t n;
    double at(double x) const { return a + b * x; }
    /// Half the width of the 95 % band of the mean response (Draper and Smith 1998, section 1.4).
    double half_band(double x) const
    {
        return t * error * std::sqrt(1.0 / static_cast<double>(n) + (x - mean_x) * (x - mean_x) / sxx);
    }
};

ScatterChart::ScatterChart(const Column& x, const Column& y, const Column* labels, bool line,
                           const NumberFormat& format)
    : line_(line), format_(format)
{
    const auto title = [](const Column& column) {
        const auto& info = column.info();
        return (info.label.empty() ? info.name : info.label) + (info.unit.empty() ? "" : " (" + info.unit + ")");
    };
    x_title_ = title(x);
    y_title_ = title(y);
    for (std::size_t row = 0; row < x.size(); ++row)
        if (!x.is_missing(row) && !y.is_missing(row))
            points_.push_back(
                {x.values()[row], y.values()[row], labels ? std::string(labels->text(row)) : std::string()});
}

std::optional<ScatterChart::Line> ScatterChart::fit() const
{
    const auto n = points_.size();
    if (n < 3) return std::nullopt;
    double mean_x = 0, mean_y = 0, sxx = 0, sxy = 0, rest = 0;
    for (const auto& p : points_) {
        mean_x += p.x / static_cast<double>(n);
        mean_y += p.y / static_cast<double>(n);
    }
    for (const auto& p : points_) {
        sxx += (p.x - mean_x) * (p.x - mean_x);
        sxy += (p.x - mean_x) * (p.y - mean_y);
    }
    if (sxx <= 0) return std::nullopt;
    const double b = sxy / sxx, a = mean_y - b * mean_x;
    for (const auto& p : points_) rest += (p.y - a - b * p.x) * (p.y - a - b * p.x);
    const auto df = static_cast<double>(n - 2);
    return Line{a, b, mean_x, sxx, std::sqrt(rest / df), numbers::t_quantile(0.975, df), n};
}

void ScatterChart::draw_axes(Canvas& canvas, const Frame& frame) const
{
    const paper::TextStyle tick{.size = 9, .colour = quiet};
    const paper::TextStyle title{.size = 9.5, .colour = ink};
    using Across = paper::Anchor::Across;
    using Down = paper::Anchor::Down;
    const auto ticks = [](const Axis& axis) {
        return static_cast<int>(std::lround((axis.high - axis.low) / axis.step));
    };
    for (int i = 0; i <= ticks(frame.y); ++i) {
        const double value = frame.y.low + i * frame.y.step;
        const auto left = frame.at(frame.x.low, value), right = frame.at(frame.x.high, value);
        canvas.line(left, right, {.colour = grid_colour, .width = 0.7});
        canvas.text({left.x - 6, left.y}, format_.fixed(value, frame.y.decimals()), tick,
                    {Across::right, Down::middle});
    }
    for (int i = 0; i <= ticks(frame.x); ++i) {
        const double value = frame.x.low + i * frame.x.step;
        canvas.text({frame.at(value, frame.y.low).x, frame.plot.bottom() + 5}, format_.fixed(value, frame.x.decimals()),
                    tick, {Across::centre, Down::top});
    }
    canvas.line(frame.at(frame.x.low, frame.y.low), frame.at(frame.x.high, frame.y.low), {.colour = ink, .width = 1});
    canvas.text({frame.plot.centre().x, height_ - 4}, x_title_, title, {Across::centre, Down::bottom});
    Canvas::Saved saved(canvas);
    canvas.translate(10, frame.plot.centre().y);
    canvas.rotate(-90);
    canvas.text({0, 0}, y_title_, title, paper::centred);
}

void ScatterChart::draw_line(Canvas& canvas, const Frame& frame) const
{
    const auto line = fit();
    if (!line_ || !line) return;
    constexpr int steps = 40;
    std::vector<Point> band;
    Canvas::Saved saved(canvas);
    canvas.clip(frame.plot);
    const auto x_at = [&](int i) { return frame.x.low + (frame.x.high - frame.x.low) * i / steps; };
    for (int i = 0; i <= steps; ++i) band.push_back(frame.at(x_at(i), line->at(x_at(i)) + line->half_band(x_at(i))));
    for (int i = steps; i >= 0; --i) band.push_back(frame.at(x_at(i), line->at(x_at(i)) - line->half_band(x_at(i))));
    canvas.polygon(band, {.fill = paper::tint(line_colour, 0.12)});
    canvas.line(frame.at(frame.x.low, line->at(frame.x.low)), frame.at(frame.x.high, line->at(frame.x.high)),
                {.colour = line_colour, .width = 1.5});
}

/// The points furthest from the middle get their names, when these hide nothing.
void ScatterChart::draw_labels(Canvas& canvas, const Frame& frame) const
{
    std::vector<std::pair<double, std::size_t>> far;
    const auto centre = frame.plot.centre();
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const auto at = frame.at(points_[i].x, points_[i].y);
        far.emplace_back(-std::hypot((at.x - centre.x) / frame.plot.width, (at.y - centre.y) / frame.plot.height), i);
    }
    std::sort(far.begin(), far.end());
    std::vector<paper::Box> taken;
    for (const auto& point : points_) {
        const auto at = frame.at(point.x, point.y);
        taken.push_back({at.x - 4, at.y - 4, 8, 8});
    }
    const paper::TextStyle style{.size = 8.5, .colour = ink};
    const auto clear = [&](const paper::Box& box) {
        if (box.x < frame.plot.x || box.right() > width_ - 2 || box.y < 0 || box.bottom() > frame.plot.bottom())
            return false;
        return std::none_of(taken.begin(), taken.end(), [&](const paper::Box& other) {
            return box.x < other.right() && other.x < box.right() && box.y < other.bottom() && other.y < box.bottom();
        });
    };
    int named = 0;
    for (const auto& [distance, i] : far) {
        if (named == 6 || points_[i].label.empty()) break;
        const auto at = frame.at(points_[i].x, points_[i].y);
        auto label = points_[i].label.substr(0, points_[i].label.find(','));
        const auto size = paper::measure(label, style);
        for (const auto& box : {paper::Box{at.x + 6, at.y - size.height / 2, size.width, size.height},
                                paper::Box{at.x - 6 - size.width, at.y - size.height / 2, size.width, size.height},
                                paper::Box{at.x - size.width / 2, at.y - 6 - size.height, size.width, size.height}}) {
            if (!clear(box)) continue;
            canvas.text({box.x, box.y}, label, style);
            taken.push_back(box);
            ++named;
            break;
        }
    }
}

void ScatterChart::draw(Canvas& canvas) const
{
    if (points_.empty()) return;
    const auto by_x = [](const auto& a, const auto& b) { return a.x < b.x; };
    const auto by_y = [](const auto& a, const auto& b) { return a.y < b.y; };
    const auto [left, right] = std::minmax_element(points_.begin(), points_.end(), by_x);
    const auto [low, high] = std::minmax_element(points_.begin(), points_.end(), by_y);
    const Frame frame{axis_for(left->x, right->x), axis_for(low->y, high->y), {52, 12, width_ - 68, height_ - 56}};
    draw_axes(canvas, frame);
    draw_line(canvas, frame);
    for (const auto& point : points_) {
        const auto at = frame.at(point.x, point.y);
        canvas.ellipse({at.x - 3.2, at.y - 3.2, 6.4, 6.4},
                       {.fill = point_colour, .stroke = paper::Stroke{.colour = paper::white, .width = 0.8}});
    }
    draw_labels(canvas, frame);
}

std::string chart_bytes(const ScatterChart& chart, ChartFormat format)
{
    const paper::Size size{chart.width(), chart.height()};
    auto canvas = format == ChartFormat::svg   ? Canvas::svg(size)
                  : format == ChartFormat::pdf ? Canvas::pdf(size)
                                               : Canvas::png(size, 300);
    chart.draw(canvas);
    return canvas.finish().value_or(std::string());
}

}
