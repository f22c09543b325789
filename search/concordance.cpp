#include "search/concordance.h"
#include "workbench/words.h"
#include <algorithm>

namespace search
{
using namespace workbench;
namespace
{

/// Byte positions of the code points of a passage that are asked for in any order.
class Places
{
 public:
    explicit Places(const PassageText& passage) : text_(passage.text), begin_(passage.begin)
    {
        for (std::size_t at = 0; at < text_.size(); ++at)
            if ((static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80) bytes_.push_back(at);
        bytes_.push_back(text_.size());
    }
    /// The text between two positions of the document.
    std::string_view between(std::int64_t begin, std::int64_t end) const
    {
        const auto from = byte(begin), to = byte(end);
        return text_.substr(from, to - from);
    }

 private:
    std::size_t byte(std::int64_t position) const
    {
        const auto last = static_cast<std::int64_t>(bytes_.size()) - 1;
        return bytes_[static_cast<std::size_t>(std::clamp<std::int64_t>(position - begin_, 0, last))];
    }
    std::string_view text_;
    std::int64_t begin_;
    std::vector<std::size_t> bytes_;
};

/// A word as the alphabet orders it: the letter enye comes after all of n.
std::string alphabetic(std::string_view word)
{
    std::string key;
    for (const char c : fold(word)) {
        if (key.ends_with('\xC3') && c == '\xB1')
            key.back() = 'n', key += '\xFF';
        else
            key += c;
    }
    return key;
}

std::vector<std::string> keys_of(std::string_view text, const std::string& language, bool backwards)
{
    std::vector<std::string> keys;
    for (const auto& word : words_of(text, language)) keys.push_back(alphabetic(slice(text, word)));
    if (backwards) std::reverse(keys.begin(), keys.end());
    return keys;
}

struct Sorted {
    ConcordanceLine line;
    std::vector<std::string> keys;
    std::size_t text = 0;
};

void add_lines(std::vector<Sorted>& lines, const ProjectHits::Row& row, std::size_t number, std::int64_t width,
               LineOrder order)
{
    const auto& passage = row.hit.where;
    const Places places(passage);
    for (const auto& [begin, end] : row.hit.matches) {
        const auto before = places.between(passage.words_begin, begin), after = places.between(end, passage.end);
        Sorted sorted{{number, begin, end, {}, std::string(places.between(begin, end)), {}}, {}, row.hit.text};
        sorted.line.left = places.between(std::max(passage.words_begin, begin - width), begin);
        sorted.line.right = places.between(end, std::min(passage.end, end + width));
        const auto& language = row.document.language;
        if (order == LineOrder::left) sorted.keys = keys_of(before, language, true);
        if (order == LineOrder::right) sorted.keys = keys_of(after, language, false);
        lines.push_back(std::move(sorted));
    }
}

}

std::vector<ConcordanceLine> concordance(const ProjectHits& hits, std::int64_t width, LineOrder order)
{
    std::vector<Sorted> lines;
    for (std::size_t i = 0; i < hits.rows.size(); ++i) add_lines(lines, hits.rows[i], i, width, order);
    std::sort(lines.begin(), lines.end(), [](const Sorted& a, const Sorted& b) {
        return std::tie(a.keys, a.text, a.line.begin, a.line.end) < std::tie(b.keys, b.text, b.line.begin, b.line.end);
    });
    std::vector<ConcordanceLine> out;
    for (auto& sorted : lines) out.push_back(std::move(sorted.line));
    return out;
}

}
