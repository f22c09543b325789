#include "importers/labels.h"
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

/// A label ("DMPP5: "), a list mark, a footnote or a table row: what begins so is never the rest of the line before.
bool begins_something(std::string_view line)
{
    if (line.find('\t') != std::string_view::npos) return true;
    if (const auto label = label_in(line); label && kind_of(*label) != LabelKind::never) return true;
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("[") || line.starts_with("• ");
}

constexpr std::int64_t widest_column = 160; ///< a longer line was broken by nobody
constexpr std::int64_t narrowest_column = 20;

/// How wide the column is that broke the lines: nine in ten are shorter.
std::int64_t column_of(const std::vector<Line>& lines)
{
    std::vector<std::int64_t> widths;
    for (const auto& line : lines)
        if (!line.blank()) widths.push_back(line.span.end - line.span.begin);
    if (widths.empty()) return 0;
    const auto place = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::nth_element(widths.begin(), place, widths.end());
    return *place;
}

/// True when the next word would not have fitted well: a line that ends early was ended by its writer.
bool is_full(const Line& line, const Line& next, std::int64_t column)
{
    const auto word = next.text.substr(0, next.text.find(' '));
    const auto with_word = line.span.end - line.span.begin + 1 + count_code_points(word);
    return with_word * 20 >= column * 17;
}

bool goes_on(const Line& line, const Line& next, bool blank_between, std::int64_t column)
{
    if (!is_full(line, next, column) || begins_something(next.text)) return false;
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
    const auto column = join_broken_lines ? column_of(lines) : 0;
    const bool joins = column >= narrowest_column && column <= widest_column;
    for (const auto& line : lines) {
        if (line.blank()) {
            blank_between = true;
            continue;
        }
        if (joins && last && goes_on(*last, line, blank_between, column))
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
