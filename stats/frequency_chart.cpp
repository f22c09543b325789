#include "chart_axis.h"
#include "stats/categories.h"
#include "workbench/tr.h"
#include <algorithm>
#include <numeric>

namespace stats
{

using paper::Canvas;
using workbench::say;
using workbench::say_n;
using Across = paper::Anchor::Across;
using Down = paper::Anchor::Down;

namespace
{

constexpr std::size_t most_bars = 15;
constexpr double bar_height = 13, top = 6, below = 26, gap = 6;

class FrequencyChart : public Chart
{
 public:
    FrequencyChart(std::string title, std::vector<std::string> names, std::vector<double> counts, double missing,
                   const NumberFormat& format)
        : title_(std::move(title)),
          names_(names),
          bars_(std::move(names)),
          counts_(std::move(counts)),
          missing_(missing),
          format_(format)
    {
        for (const auto count : counts_) valid_ += count;
        for (std::size_t row = 0; row < counts_.size(); ++row)
            label_width_ = std::max(label_width_, paper::measure(label(row), name_style).width);
    }

    double height() const override
    {
        double height = top + below;
        for (std::size_t row = 0; row < counts_.size(); ++row) height += row_height(row);
        return height;
    }

    void draw(Canvas& canvas) const override
    {
        const double left = 6 + bars_.width() + gap, room = width() - left - label_width_ - gap - 6;
        const double most = *std::ranges::max_element(counts_);
        double y = top;
        for (std::size_t row = 0; row < counts_.size(); ++row) {
            const double high = row_height(row), length = most > 0 ? room * counts_[row] / most : 0;
            bars_.draw(canvas, row, left - gap, y, high);
            canvas.rectangle({left, y + (high - bar_height) / 2, length, bar_height}, {.fill = chart_fill});
            canvas.text({left + length + gap, y + high / 2}, label(row), name_style, {Across::left, Down::middle});
            y += high;
        }
        canvas.line({left, top}, {left, y}, {.colour = chart_ink, .width = 1});
        auto style = axis_style;
        style.wrap = width() - 12;
        style.most_lines = 1;
        style.side = paper::Side::centre;
        canvas.text({width() / 2, height() - 5}, title_ + " (" + counted() + ")", style,
                    {Across::centre, Down::bottom});
    }

    std::string said() const override
    {
        std::string words = say("Bar chart of {}:", title_);
        for (std::size_t row = 0; row < counts_.size(); ++row)
            words += (row ? ", " : " ") + names_[row] + " " + format_.fixed(counts_[row], 0);
        return words + ".";
    }

 private:
    double row_height(std::size_t row) const { return std::max(bar_height + 6, bars_.height(row)); }
    std::string label(std::size_t row) const
    {
        return format_.fixed(counts_[row], 0) + " (" + format_.fixed(100 * counts_[row] / valid_, 0) + " %)";
    }
    std::string counted() const
    {
        const auto n = "n = " + format_.fixed(valid_, 0);
        const auto missing = static_cast<long long>(missing_);
        return missing == 0 ? n : n + "; " + say_n("{} missing", "{} missing", missing, missing);
    }

    std::string title_;
    std::vector<std::string> names_;
    NameColumn bars_;
    std::vector<double> counts_;
    double missing_, valid_ = 0, label_width_ = 0;
    NumberFormat format_;
};

}

ChartPointer frequency_chart(const Column& column, const NumberFormat& format)
{
    const auto categories = categories_of(column);
    const auto counted = categories.counts();
    if (counted.empty()) return nullptr;
    if (column.is_numeric() && counted.size() > most_bars) return distribution_chart(column, format);
    std::vector<std::size_t> order(counted.size());
    std::iota(order.begin(), order.end(), 0);
    if (!column.is_numeric() && column.info().level == Level::nominal)
        std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t at) { return counted[at]; });
    std::vector<std::string> names;
    std::vector<double> counts;
    double others = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto count = static_cast<double>(counted[order[place]]);
        if (place >= most_bars) {
            others += count;
            continue;
        }
        names.push_back(column.info().label_of(categories.labels[order[place]]));
        counts.push_back(count);
    }
    if (order.size() > most_bars) {
        const auto rest = static_cast<long long>(order.size() - most_bars);
        names.push_back(say_n("{} other", "{} others", rest, rest));
        counts.push_back(others);
    }
    return std::make_shared<FrequencyChart>(axis_title(column), std::move(names), std::move(counts),
                                            static_cast<double>(categories.missing_count()), format);
}

}
