#include "chart_axis.h"
#include "numbers/distributions.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>

namespace stats
{

using paper::Canvas;
using paper::Point;

namespace
{

class ScatterChart : public Chart
{
 public:
    ScatterChart(const Column& x, const Column& y, const Column* labels, bool line, const NumberFormat& format);
    double height() const override { return 212; }
    void draw(Canvas& canvas) const override;
    std::string said() const override;
    bool empty() const { return points_.empty(); }

 private:
    struct Value {
        double x, y;
        std::string label;
    };
    struct Frame;
    struct Line;
    void draw_axes(Canvas& canvas, const Frame& frame) const;
    void draw_line(Canvas& canvas, const Frame& frame) const;
    std::vector<paper::Box> on_line(const Frame& frame) const;
    void draw_labels(Canvas& canvas, const Frame& frame) const;
    std::optional<Line> fit() const;

    std::vector<Value> points_;
    std::string x_name_, y_name_, x_title_, y_title_;
    bool line_;
    NumberFormat format_;
};

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
    : x_name_(x.name()),
      y_name_(y.name()),
      x_title_(axis_title(x)),
      y_title_(axis_title(y)),
      line_(line),
      format_(format)
{
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

std::string ScatterChart::said() const
{
    return workbench::say("Scatter chart of {} and {}.", x_name_, y_name_);
}

void ScatterChart::draw_axes(Canvas& canvas, const Frame& frame) const
{
    draw_grid(canvas, frame.y, frame.plot, format_);
    draw_axis_below(canvas, frame.x, frame.plot, x_title_, height() - 4, format_);
    draw_title_aside(canvas, frame.plot, y_title_);
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
    canvas.polygon(band, {.fill = paper::tint(chart_fill, 0.12)});
    canvas.line(frame.at(frame.x.low, line->at(frame.x.low)), frame.at(frame.x.high, line->at(frame.x.high)),
                {.colour = chart_fill, .width = 1.5});
}

/// Small boxes along the line, so that no name is written across it.
std::vector<paper::Box> ScatterChart::on_line(const Frame& frame) const
{
    std::vector<paper::Box> boxes;
    const auto line = line_ ? fit() : std::nullopt;
    constexpr int steps = 100; // less than three points from one to the next
    for (int i = 0; line && i <= steps; ++i) {
        const double x = frame.x.low + (frame.x.high - frame.x.low) * i / steps;
        const auto at = frame.at(x, line->at(x));
        boxes.push_back({at.x - 1.5, at.y - 1.5, 3, 3});
    }
    return boxes;
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
    auto taken = on_line(frame);
    for (const auto& point : points_) {
        const auto at = frame.at(point.x, point.y);
        taken.push_back({at.x - 4, at.y - 4, 8, 8});
    }
    const auto clear = [&](const paper::Box& box) {
        if (box.x < frame.plot.x || box.right() > width() - 2 || box.y < 0 || box.bottom() > frame.plot.bottom())
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
        const auto size = paper::measure(label, name_style);
        for (const auto& box : {paper::Box{at.x + 6, at.y - size.height / 2, size.width, size.height},
                                paper::Box{at.x - 6 - size.width, at.y - size.height / 2, size.width, size.height},
                                paper::Box{at.x - size.width / 2, at.y - 6 - size.height, size.width, size.height}}) {
            if (!clear(box)) continue;
            canvas.text({box.x, box.y}, label, name_style);
            taken.push_back(box);
            ++named;
            break;
        }
    }
}

void ScatterChart::draw(Canvas& canvas) const
{
    const auto by_x = [](const auto& a, const auto& b) { return a.x < b.x; };
    const auto by_y = [](const auto& a, const auto& b) { return a.y < b.y; };
    const auto [left, right] = std::minmax_element(points_.begin(), points_.end(), by_x);
    const auto [low, high] = std::minmax_element(points_.begin(), points_.end(), by_y);
    const auto across = axis_for(left->x, right->x), up = axis_for(low->y, high->y);
    const double begin = 24 + labels_width(up, format_);
    const Frame frame{across, up, {begin, 10, width() - begin - 14, height() - 50}};
    draw_axes(canvas, frame);
    draw_line(canvas, frame);
    for (const auto& point : points_) {
        const auto at = frame.at(point.x, point.y);
        canvas.ellipse({at.x - 3.2, at.y - 3.2, 6.4, 6.4},
                       {.fill = chart_fill, .stroke = paper::Stroke{.colour = paper::white, .width = 0.8}});
    }
    draw_labels(canvas, frame);
}

}

ChartPointer scatter_chart(const Column& x, const Column& y, const Column* labels, bool line,
                           const NumberFormat& format)
{
    auto chart = std::make_shared<ScatterChart>(x, y, labels, line, format);
    if (chart->empty()) return nullptr;
    return chart;
}

}
