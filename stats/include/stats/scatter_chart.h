#pragma once
#include "stats/number_format.h"
#include "stats/table_data.h"
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paper
{
class Canvas;
}

namespace stats
{

/// Two variables as points, with the line of least squares and its 95 % band (for a Pearson correlation) or without
/// (Spearman), the outer points named. Draw it as often as you like; positions in points.
class ScatterChart
{
 public:
    /// `labels`: a text column that names the rows; null for none. Rows with a missing value are left out.
    ScatterChart(const Column& x, const Column& y, const Column* labels, bool line, const NumberFormat& format);

    double width() const { return width_; }
    double height() const { return height_; }
    void draw(paper::Canvas& canvas) const;

 private:
    struct Value {
        double x, y;
        std::string label;
    };
    struct Frame;
    struct Line;
    void draw_axes(paper::Canvas& canvas, const Frame& frame) const;
    void draw_line(paper::Canvas& canvas, const Frame& frame) const;
    void draw_labels(paper::Canvas& canvas, const Frame& frame) const;
    std::optional<Line> fit() const;

    std::vector<Value> points_;
    std::string x_title_, y_title_;
    bool line_;
    NumberFormat format_;
    double width_ = 420, height_ = 280;
};

enum class ChartFormat { svg, png, pdf };
std::string chart_bytes(const ScatterChart& chart, ChartFormat format);

}
