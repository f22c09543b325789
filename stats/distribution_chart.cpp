#include "chart_axis.h"
#include "numbers/descriptives.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace stats
{

using paper::Canvas;
using paper::Point;
using workbench::say;
using workbench::tr;

namespace
{

constexpr std::size_t few = 12; ///< values that are better shown one by one
constexpr double box_middle = 20, box_height = 16, dot = 6;

/// Bins of one width; a value on a border belongs to the bin above it, the largest of all to the last one.
struct Bins {
    double low = 0, width = 1;
    std::vector<double> counts;
};

/// One bin for each whole number where these are few, else as many as Sturges (1926) says, of a round width.
Bins bins_of(const std::vector<double>& values)
{
    const auto [least, most] = std::ranges::minmax(values);
    const bool whole = std::ranges::all_of(values, [](double value) { return value == std::floor(value); });
    Bins bins;
    if (whole && most - least <= 20) {
        bins.low = least - 0.5;
        bins.counts.resize(static_cast<std::size_t>(most - least) + 1);
    } else {
        const double wanted = 1 + std::log2(static_cast<double>(values.size()));
        const double rough = (most > least ? most - least : 1) / wanted;
        const double power = std::pow(10.0, std::floor(std::log10(rough)));
        for (const double times : {10.0, 5.0, 2.5, 2.0, 1.0})
            if (rough <= times * power * 1.0001) bins.width = times * power;
        bins.low = std::floor(least / bins.width) * bins.width;
        bins.counts.resize(static_cast<std::size_t>(std::max(1.0, std::ceil((most - bins.low) / bins.width))));
    }
    for (const auto value : values) {
        const auto at = static_cast<std::size_t>(std::max(0.0, std::floor((value - bins.low) / bins.width)));
        ++bins.counts[std::min(at, bins.counts.size() - 1)];
    }
    return bins;
}

class DistributionChart : public Chart
{
 public:
    DistributionChart(const Column& column, std::vector<double> values, const numbers::Descriptives& described,
                      const NumberFormat& format)
        : title_(axis_title(column)), values_(std::move(values)), described_(described), format_(format)
    {
        std::ranges::sort(values_);
        if (values_.size() >= few) bins_ = bins_of(values_);
        const double last = bins_.low + bins_.width * static_cast<double>(bins_.counts.size());
        axis_ = bins_.counts.empty() ? axis_for(described_.min, described_.max)
                                     : axis_for(std::min(described_.min, bins_.low), std::max(described_.max, last));
        if (!bins_.counts.empty()) up_ = axis_for(0, *std::ranges::max_element(bins_.counts), true);
        begin_ = bins_.counts.empty() ? 14 : 24 + labels_width(up_, format_);
    }

    double height() const override { return bins_.counts.empty() ? 104 : 204; }

    void draw(Canvas& canvas) const override
    {
        const paper::Box plot{begin_, 40, width() - begin_ - 14, height() - 40 - 40};
        if (bins_.counts.empty())
            draw_dots(canvas, plot);
        else
            draw_bins(canvas, plot);
        draw_box(canvas, plot);
        draw_axis_below(canvas, axis_, plot, title_ + " (n = " + format_.fixed(double(values_.size()), 0) + ")",
                        height() - 4, format_);
    }

    std::string said() const override
    {
        const auto value = [&](double number) { return format_.fixed(number, 2); };
        return say("Distribution of {}: from {} to {}, median {}, mean {}, n = {}.", title_, value(described_.min),
                   value(described_.max), value(described_.median), value(described_.mean), values_.size());
    }

 private:
    double x_of(const paper::Box& plot, double value) const
    {
        return plot.x + (value - axis_.low) / (axis_.high - axis_.low) * plot.width;
    }

    void draw_bins(Canvas& canvas, const paper::Box& plot) const
    {
        draw_grid(canvas, up_, plot, format_);
        for (std::size_t at = 0; at < bins_.counts.size(); ++at) {
            const double left = x_of(plot, bins_.low + bins_.width * static_cast<double>(at));
            const double right = x_of(plot, bins_.low + bins_.width * static_cast<double>(at + 1));
            const double high = plot.height * bins_.counts[at] / up_.high;
            if (high <= 0) continue;
            canvas.rectangle(
                {left, plot.bottom() - high, right - left, high},
                {.fill = paper::tint(chart_fill, 0.75), .stroke = paper::Stroke{.colour = paper::white, .width = 0.8}});
        }
        draw_title_aside(canvas, plot, tr("Frequency"));
    }

    /// Equal values stand one upon the other.
    void draw_dots(Canvas& canvas, const paper::Box& plot) const
    {
        double last_x = -INFINITY, y = 0;
        for (const auto value : values_) {
            const double x = x_of(plot, value);
            y = x - last_x < 1 ? y - dot - 1 : plot.bottom() - dot - 1;
            last_x = x;
            canvas.ellipse({x - dot / 2, std::max(plot.y, y), dot, dot}, {.fill = chart_fill});
        }
    }

    void draw_box(Canvas& canvas, const paper::Box& plot) const
    {
        const paper::Stroke line{.colour = chart_ink, .width = 1};
        const auto [lower, upper] = described_.tukey_hinges;
        const double reach = 1.5 * (upper - lower);
        const double left = *std::ranges::lower_bound(values_, lower - reach);
        const double right = *(std::ranges::upper_bound(values_, upper + reach) - 1);
        const auto at = [&](double value, double down = 0) { return Point{x_of(plot, value), box_middle + down}; };
        canvas.line(at(left), at(lower), line);
        canvas.line(at(upper), at(right), line);
        for (const double end : {left, right}) canvas.line(at(end, -4), at(end, 4), line);
        canvas.rectangle({at(lower).x, box_middle - box_height / 2, at(upper).x - at(lower).x, box_height},
                         {.fill = paper::tint(chart_fill, 0.25), .stroke = line});
        canvas.line(at(described_.median, -box_height / 2), at(described_.median, box_height / 2),
                    {.colour = chart_ink, .width = 2});
        const std::set<double> all(values_.begin(), values_.end());
        for (const auto value : all)
            if (value < left || value > right)
                canvas.ellipse({at(value).x - 2.5, box_middle - 2.5, 5, 5}, {.stroke = line});
        const auto mean = at(described_.mean);
        const std::array rhomb{Point{mean.x, mean.y - 4}, Point{mean.x + 4, mean.y}, Point{mean.x, mean.y + 4},
                               Point{mean.x - 4, mean.y}};
        canvas.polygon(rhomb, {.fill = paper::white, .stroke = line});
    }

    std::string title_;
    std::vector<double> values_; ///< in order
    numbers::Descriptives described_;
    Bins bins_; ///< none when the values are few
    Axis axis_{}, up_{};
    double begin_ = 0;
    NumberFormat format_;
};

}

ChartPointer distribution_chart(const Column& column, const NumberFormat& format)
{
    auto values = present_values(column);
    const auto described = numbers::descriptives(values);
    if (!described) return nullptr;
    return std::make_shared<DistributionChart>(column, std::move(values), *described, format);
}

}
