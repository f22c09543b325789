#include "find_text.h"
#include "workbench/words.h"
#include <string>
#include <unordered_map>

namespace gui
{
namespace
{

/// A text without case and accents, and for each of its bytes the code point that it came from.
struct Folded {
    std::string text;
    std::vector<std::uint32_t> from;
};

std::size_t length_of(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

/// Folding one code point at a time keeps the positions; most are ASCII, the others are remembered.
class Folder
{
 public:
    std::string_view operator()(std::string_view point)
    {
        if (point.size() == 1) {
            const char c = point[0];
            if (c == '\n' || c == '\t' || c == '\r') return " ";
            small_ = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            return {&small_, 1};
        }
        if (point == "\u00A0") return " ";
        const auto [known, is_new] = known_.try_emplace(std::string(point));
        if (is_new) known->second = workbench::fold(point);
        return known->second;
    }

 private:
    char small_ = 0;
    std::unordered_map<std::string, std::string> known_;
};

Folded folded(std::string_view text)
{
    Folded result;
    result.text.reserve(text.size());
    result.from.reserve(text.size());
    Folder fold;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size(); ++number) {
        const auto point = text.substr(at, length_of(static_cast<unsigned char>(text[at])));
        at += point.size();
        const auto piece = fold(point);
        if (piece == " " && (result.text.empty() || result.text.back() == ' ')) continue;
        result.text += piece;
        result.from.insert(result.from.end(), piece.size(), number);
    }
    return result;
}

std::string trimmed(std::string text)
{
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}

FoldedText::FoldedText(std::string_view text)
{
    auto folding = folded(text);
    text_ = std::move(folding.text);
    from_ = std::move(folding.from);
}

std::vector<workbench::Span> FoldedText::occurrences(std::string_view wanted) const
{
    const auto needle = trimmed(folded(wanted).text);
    if (needle.empty()) return {};
    std::vector<workbench::Span> found;
    for (auto at = text_.find(needle); at != std::string::npos; at = text_.find(needle, at + needle.size()))
        found.push_back({from_[at], from_[at + needle.size() - 1] + 1});
    return found;
}

std::vector<workbench::Span> occurrences(std::string_view text, std::string_view wanted)
{
    return FoldedText(text).occurrences(wanted);
}

bool passes(std::string_view name, std::string_view filter)
{
    const auto hay = folded(name).text, words = folded(filter).text;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        if (hay.find(words.substr(at, end - at)) == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

}
