#include "paper/canvas.h"
#include "stats/chart.h"

namespace stats
{

std::string chart_bytes(const Chart& chart, ChartFormat format)
{
    using paper::Canvas;
    const paper::Size size{chart.width(), chart.height()};
    auto canvas = format == ChartFormat::svg   ? Canvas::svg(size, chart.said())
                  : format == ChartFormat::pdf ? Canvas::pdf(size, chart.said())
                                               : Canvas::png(size, 300);
    chart.draw(canvas);
    return canvas.finish().value_or(std::string());
}

}
