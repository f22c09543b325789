#include "paper/canvas.h"
#include "search/word_figures.h"
#include "workbench/tr.h"
#include <algorithm>

namespace search
{
namespace
{

constexpr double margin = 12, row_height = 18, strip_height = 12, strip_width = 360, gap = 8, caption_height = 20;
constexpr double longest_name = 160;

paper::TextStyle words_style()
{
    paper::TextStyle style;
    style.size = 9;
    return style;
}

}

DispersionPlot::DispersionPlot(const Dispersion& dispersion)
{
    auto style = words_style();
    for (const auto& row : dispersion.rows) {
        rows_.push_back({row.document.name, std::to_string(row.places.size()), row.places});
        names_ = std::max(names_, std::min(longest_name, paper::measure(row.document.name, style).width));
        counts_ = std::max(counts_, paper::measure(rows_.back().count, style).width);
    }
    caption_ = workbench::say_n("{} match in {} documents", "{} matches in {} documents", dispersion.matches,
                                dispersion.matches, dispersion.rows.size());
    if (dispersion.spread) caption_ += fmt::format(" \u00B7 DP = {:.3f}", dispersion.spread->dp);
    width_ = margin + names_ + gap + strip_width + gap + counts_ + margin;
    height_ = margin + static_cast<double>(rows_.size()) * row_height + caption_height + margin;
}

void DispersionPlot::draw(paper::Canvas& canvas) const
{
    auto style = words_style();
    const auto left = margin + names_ + gap;
    double top = margin;
    for (const auto& row : rows_) {
        const paper::Box strip{left, top + (row_height - strip_height) / 2, strip_width, strip_height};
        const auto middle = strip.centre().y;
        auto name = style;
        name.wrap = longest_name, name.most_lines = 1;
        canvas.text({left - gap, middle}, row.name, name, {paper::Anchor::Across::right, paper::Anchor::Down::middle});
        canvas.rectangle(strip,
                         {paper::tint(paper::palette[4], 0.08), paper::Stroke{paper::tint(paper::black, 0.3), 0.5}});
        for (const auto place : row.places) {
            const auto x = strip.x + place * strip.width;
            canvas.line({x, strip.y}, {x, strip.bottom()}, {paper::palette[4], 0.8});
        }
        canvas.text({strip.right() + gap + counts_, middle}, row.count, style,
                    {paper::Anchor::Across::right, paper::Anchor::Down::middle});
        top += row_height;
    }
    canvas.text({left, top + 6}, caption_, style);
}

}
