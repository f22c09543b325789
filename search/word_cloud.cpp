#include "paper/canvas.h"
#include "search/word_figures.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace search
{
namespace
{

constexpr double largest = 54, smallest = 9, gap = 2, margin = 12;
constexpr double wider = 1.6; // a cloud lies on its side, like a page of text

/// Those of the palette that read well on white.
constexpr std::array inks{paper::palette[4], paper::palette[8], paper::palette[9], paper::palette[7]};

paper::TextStyle style_of(double size, std::size_t rank)
{
    paper::TextStyle style;
    style.size = size;
    style.bold = size > largest / 2;
    style.colour = inks[rank % inks.size()];
    return style;
}

}

WordCloud::WordCloud(const std::vector<WordCount>& words)
{
    std::int64_t most = 1;
    for (const auto& word : words) most = std::max(most, word.count);
    for (const auto& word : words) {
        const auto share = static_cast<double>(word.count) / static_cast<double>(most);
        const auto size = std::max(smallest, std::round(largest * std::sqrt(share)));
        const auto room = paper::measure(word.word, style_of(size, words_.size()));
        place({word.word, size, 0, 0, room.width, room.height});
    }
    double left = 0, top = 0, right = 0, bottom = 0;
    for (const auto& word : words_) {
        left = std::min(left, word.x), top = std::min(top, word.y);
        right = std::max(right, word.x + word.width), bottom = std::max(bottom, word.y + word.height);
    }
    for (auto& word : words_) word.x += margin - left, word.y += margin - top;
    width_ = right - left + 2 * margin;
    height_ = bottom - top + 2 * margin;
}

/// Walks a spiral from the middle until the word meets no other.
void WordCloud::place(Placed word)
{
    const auto meets = [&](const Placed& other) {
        return word.x < other.x + other.width + gap && other.x < word.x + word.width + gap &&
               word.y < other.y + other.height + gap && other.y < word.y + word.height + gap;
    };
    double angle = 0;
    do {
        const auto radius = 1.2 * angle;
        word.x = radius * wider * std::cos(angle) - word.width / 2;
        word.y = radius * std::sin(angle) - word.height / 2;
        angle += std::min(0.5, 4 / (radius + 4)); // steps of about four points
    } while (std::any_of(words_.begin(), words_.end(), meets));
    words_.push_back(std::move(word));
}

void WordCloud::draw(paper::Canvas& canvas) const
{
    for (std::size_t i = 0; i < words_.size(); ++i)
        canvas.text({words_[i].x, words_[i].y}, words_[i].word, style_of(words_[i].size, i));
}

}
