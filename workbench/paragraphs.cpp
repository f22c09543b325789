#include "utf8.h"
#include "workbench/text.h"
#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace workbench
{
namespace
{

struct Line {
    std::string_view text;
    Span span;
    bool blank() const
    {
        return std::all_of(text.begin(), text.end(), [](unsigned char c) {
            return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\v';
        });
    }
};

std::vector<Line> lines_in(std::string_view text)
{
    std::vector<Line> lines;
    std::int64_t position = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find('\n', from), text.size());
        const auto line = text.substr(from, to - from);
        const auto length = count_code_points(line);
        lines.push_back({line, {position, position + length}});
        position += length + 1;
        from = to + 1;
    }
    return lines;
}

char32_t first_of(std::string_view line)
{
    int32_t at = 0;
    UChar32 c = 0;
    const auto size = static_cast<int32_t>(line.size());
    do {
        if (at >= size) return 0;
        U8_NEXT(line.data(), at, size, c);
    } while (c >= 0 && u_isUWhiteSpace(c));
    return static_cast<char32_t>(c);
}

bool ends_a_sentence(std::string_view line)
{
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
    for (const std::string_view mark : {".", "?", "!", ":", ";", "…", "»", "”", "\"", ")"})
        if (line.ends_with(mark)) return true;
    return false;
}

/// A label ("DMPP5: "), a list mark or a footnote: what begins so is never the rest of the line before.
bool begins_something(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && colon < 30 && line.find(' ') > colon) return true;
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("[") || line.starts_with("• ");
}

bool goes_on(const Line& line, const Line& next, bool blank_between)
{
    if (begins_something(next.text)) return false;
    const bool small = u_islower(static_cast<UChar32>(first_of(next.text)));
    if (blank_between) return small && !ends_a_sentence(line.text); // a page ended in the middle of a sentence
    return small || !ends_a_sentence(line.text);
}

}

std::vector<Span> paragraphs_in(std::string_view text, bool join_broken_lines)
{
    std::vector<Span> paragraphs;
    const Line* last = nullptr;
    bool blank_between = false;
    const auto lines = lines_in(text);
    for (const auto& line : lines) {
        if (line.blank()) {
            blank_between = true;
            continue;
        }
        if (join_broken_lines && last && goes_on(*last, line, blank_between))
            paragraphs.back().end = line.span.end;
        else
            paragraphs.push_back(line.span);
        last = &line;
        blank_between = false;
    }
    return paragraphs;
}

std::vector<Span> paragraphs_of(const Reading& reading, DocumentId document)
{
    const auto joins = reading.row<bool>("SELECT paragraphs = 'auto' FROM document WHERE id = ?", document);
    return paragraphs_in(text_of(reading, document), joins.value_or(false));
}

}
