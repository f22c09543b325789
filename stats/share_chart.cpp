#include "chart_axis.h"
#include "stats/categories.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <numeric>

namespace stats
{

using paper::Canvas;
using workbench::say;
using Across = paper::Anchor::Across;
using Down = paper::Anchor::Down;

namespace
{

constexpr std::size_t most_columns = 12, most_rows = 40;
constexpr double bar_height = 15, gap = 6, side = 6, swatch = 9, line_height = 14, below = 34;
/// Palette places, light beside dark, so that neighbours differ in black and white too.
constexpr std::array<std::size_t, most_columns> colours{4, 0, 2, 6, 8, 1, 5, 3, 7, 10, 9, 11};

paper::Colour colour_of(std::size_t column)
{
    return paper::palette[colours[column]];
}

class ShareChart : public Chart
{
 public:
    ShareChart(Counts counts, const NumberFormat& format)
        : counts_(std::move(counts)), names_(counts_.rows), format_(format)
    {
        for (const auto& row : counts_.cells) {
            totals_.push_back(std::accumulate(row.begin(), row.end(), 0.0));
            total_width_ = std::max(total_width_, paper::measure(total(totals_.size() - 1), tick_style).width);
        }
        place_legend();
    }

    double height() const override
    {
        double height = legend_height() + below;
        for (std::size_t row = 0; row < counts_.rows.size(); ++row) height += row_height(row);
        return height;
    }

    void draw(Canvas& canvas) const override
    {
        draw_legend(canvas);
        const double left = side + names_.width() + gap;
        const double room = width() - left - gap - total_width_ - side;
        double y = legend_height();
        const double from = y;
        for (std::size_t row = 0; row < counts_.rows.size(); ++row) {
            const double high = row_height(row);
            names_.draw(canvas, row, left - gap, y, high);
            draw_bar(canvas, row, {left, y + (high - bar_height) / 2, room, bar_height});
            canvas.text({left + room + gap, y + high / 2}, total(row), tick_style, {Across::left, Down::middle});
            y += high;
        }
        canvas.line({left, from}, {left, y}, {.colour = chart_ink, .width = 1});
        for (const int percent : {0, 50, 100})
            canvas.text({left + room * percent / 100, y + 3}, std::to_string(percent) + " %", tick_style,
                        {Across::centre, Down::top});
        if (counts_.rows_title.empty()) return;
        auto style = axis_style;
        style.wrap = width() - 2 * side;
        style.most_lines = 1;
        canvas.text({width() / 2, height() - 4}, counts_.rows_title, style, {Across::centre, Down::bottom});
    }

    std::string said() const override
    {
        if (counts_.rows_title.empty()) return say("Bars of {} rows, parted by {} columns.", totals_.size(), columns());
        return say("Bars of {}, parted by {}.", counts_.rows_title, counts_.columns_title);
    }

 private:
    struct Entry {
        double x, y;
    };
    std::size_t columns() const { return counts_.columns.size(); }
    double row_height(std::size_t row) const { return std::max(bar_height + 6, names_.height(row)); }
    std::string total(std::size_t row) const { return "n = " + format_.fixed(totals_[row], 0); }
    double legend_height() const { return legend_.back().y + line_height + 4; }
    paper::TextStyle legend_style() const
    {
        auto style = name_style;
        style.wrap = width() - 2 * side - swatch - 4;
        style.most_lines = 1;
        return style;
    }

    void place_legend()
    {
        double x = side, y = 4;
        if (!counts_.columns_title.empty()) y += line_height;
        for (const auto& name : counts_.columns) {
            const double wide = swatch + 4 + paper::measure(name, legend_style()).width + 10;
            if (x > side && x + wide > width() - side) {
                x = side;
                y += line_height;
            }
            legend_.push_back({x, y});
            x += wide;
        }
    }

    void draw_legend(Canvas& canvas) const
    {
        auto title = axis_style;
        title.wrap = width() - 2 * side;
        title.most_lines = 1;
        if (!counts_.columns_title.empty()) canvas.text({side, 3}, counts_.columns_title, title);
        for (std::size_t column = 0; column < columns(); ++column) {
            const auto [x, y] = legend_[column];
            canvas.rectangle({x, y + 2, swatch, swatch}, {.fill = colour_of(column)});
            canvas.text({x + swatch + 4, y + 2 + swatch / 2}, counts_.columns[column], legend_style(),
                        {Across::left, Down::middle});
        }
    }

    void draw_bar(Canvas& canvas, std::size_t row, paper::Box bar) const
    {
        double x = bar.x;
        for (std::size_t column = 0; column < columns(); ++column) {
            const double count = counts_.cells[row][column], wide = bar.width * count / totals_[row];
            if (wide <= 0) continue;
            const auto colour = colour_of(column);
            canvas.rectangle({x, bar.y, wide, bar.height},
                             {.fill = colour, .stroke = paper::Stroke{.colour = paper::white, .width = 0.8}});
            const paper::TextStyle style{.size = 9, .colour = paper::readable_ink(colour)};
            const auto words = format_.fixed(count, 0);
            if (paper::measure(words, style).width + 4 <= wide)
                canvas.text({x + wide / 2, bar.y + bar.height / 2}, words, style, paper::centred);
            x += wide;
        }
    }

    Counts counts_;
    NameColumn names_;
    std::vector<double> totals_;
    std::vector<Entry> legend_;
    double total_width_ = 0;
    NumberFormat format_;
};

std::vector<std::string> shown_names(const Column& column, std::vector<std::string> labels)
{
    for (auto& label : labels) label = column.info().label_of(label);
    return labels;
}

}

Counts counts_of(const Column& rows, const Column& columns)
{
    const auto down = categories_of(rows), across = categories_of(columns);
    Counts counts{axis_title(rows), axis_title(columns), shown_names(rows, down.labels),
                  shown_names(columns, across.labels),
                  std::vector(down.labels.size(), std::vector<double>(across.labels.size()))};
    for (std::size_t i = 0; i < down.codes.size(); ++i)
        if (down.codes[i] != Categories::none && across.codes[i] != Categories::none)
            counts.cells[down.codes[i]][across.codes[i]] += 1;
    return counts;
}

ChartPointer share_chart(const Counts& counts, const NumberFormat& format)
{
    Counts kept{counts.rows_title, counts.columns_title, {}, counts.columns, {}};
    for (std::size_t row = 0; row < counts.rows.size(); ++row) {
        if (std::accumulate(counts.cells[row].begin(), counts.cells[row].end(), 0.0) <= 0) continue;
        kept.rows.push_back(counts.rows[row]);
        kept.cells.push_back(counts.cells[row]);
    }
    if (kept.rows.empty() || kept.rows.size() > most_rows || kept.columns.size() > most_columns) return nullptr;
    return std::make_shared<ShareChart>(std::move(kept), format);
}

}
