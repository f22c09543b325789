#include "word_rule.h"
#include "workbench/words.h"
#include <algorithm>
#include <cstdlib>

namespace search
{
namespace
{

std::vector<std::string> pieces_of(const WordPattern& pattern)
{
    std::vector<std::string> pieces(1);
    for (const char c : pattern.text) {
        if (c == '*')
            pieces.emplace_back();
        else
            pieces.back() += c;
    }
    const bool exact = pattern.rule == WordPattern::Rule::exact;
    for (auto& piece : pieces) piece = exact ? workbench::lower(piece) : workbench::fold(piece);
    return pieces;
}

}

WordRule::WordRule(const WordPattern& pattern) : pattern_(pattern)
{
    const bool exact = pattern.rule == WordPattern::Rule::exact;
    if (pattern.shape == WordPattern::Shape::wildcard)
        pieces_ = pieces_of(pattern);
    else
        pieces_ = {exact ? workbench::lower(pattern.text) : workbench::fold(pattern.text)};
    points_of(pieces_.front(), points_);
}

const Form& WordRule::own(const std::string& language) const
{
    const auto found = own_.find(language);
    if (found != own_.end()) return found->second;
    return own_.emplace(language, form_of(pattern_.text, Stemmer(language))).first->second;
}

bool WordRule::holds(const Form& form, const std::string& language) const
{
    const auto& key = pattern_.rule == WordPattern::Rule::exact ? form.lower : form.fold;
    switch (pattern_.shape) {
    case WordPattern::Shape::wildcard: return fits_wildcard(key);
    case WordPattern::Shape::fuzzy: return fits_fuzzily(key);
    case WordPattern::Shape::whole: break;
    }
    if (key == pieces_.front()) return true;
    return pattern_.rule == WordPattern::Rule::plain && form.stem == own(language).stem;
}

bool WordRule::fits_fuzzily(std::string_view key) const
{
    // a code point takes one byte or more: a word of too few bytes has too few code points
    if (key.size() + static_cast<std::size_t>(pattern_.edits) < points_.size()) return false;
    if (key.size() > 4 * (points_.size() + static_cast<std::size_t>(pattern_.edits))) return false;
    thread_local std::u32string points;
    points_of(key, points);
    return within_edits(points_, points, pattern_.edits);
}

/// The first piece at the beginning, the last at the end, the others in between from left to right.
bool WordRule::fits_wildcard(std::string_view key) const
{
    const auto &first = pieces_.front(), &last = pieces_.back();
    if (key.size() < first.size() + last.size() || !key.starts_with(first) || !key.ends_with(last)) return false;
    const auto end = key.size() - last.size();
    auto at = first.size();
    for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) {
        const auto found = key.substr(0, end).find(pieces_[i], at);
        if (found == std::string_view::npos) return false;
        at = found + pieces_[i].size();
    }
    return true;
}

bool within_edits(std::u32string_view a, std::u32string_view b, int most)
{
    const auto difference = static_cast<std::ptrdiff_t>(a.size()) - static_cast<std::ptrdiff_t>(b.size());
    if (std::abs(difference) > most) return false;
    thread_local std::vector<int> row; // a fuzzy word is compared with every word of an index
    row.resize(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0], least = row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) return false;
    }
    return row.back() <= most;
}

void points_of(std::string_view utf8, std::u32string& points)
{
    points.clear();
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at++]);
        char32_t point = lead < 0x80 ? lead : lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07;
        for (; at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80; ++at)
            point = point << 6 | (static_cast<unsigned char>(utf8[at]) & 0x3F);
        points.push_back(point);
    }
}

}
