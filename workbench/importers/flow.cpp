#include "flow.h"
#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <utility>

namespace workbench
{

void Flow::take_marker()
{
    auto& sink = here();
    if (sink.marker.empty()) return;
    sink.open = std::move(sink.marker) + " " + sink.open;
    sink.marker.clear();
}

void Flow::marker(std::string marker)
{
    here().marker = std::move(marker);
    if (has_text()) take_marker();
}

void Flow::text(std::string_view text)
{
    if (text.empty() || too_large()) return;
    take_marker();
    auto& sink = here();
    if (std::exchange(sink.break_waits, false)) sink.open += '\n';
    if (!waiting_.empty()) sink.open += std::exchange(waiting_, {});
    size_ += text.size();
    for (const char c : text)
        if (c != '\0') sink.open += c;
}

// Bytes that are no UTF-8 cannot be met in a text.
std::string Flow::mark(int id)
{
    return "\xFF" + std::to_string(id) + "\xFE";
}

void Flow::place_behind(int id)
{
    if (has_text())
        here().open += mark(id);
    else
        place_before(id);
}

void Flow::end_paragraph()
{
    auto& sink = here();
    if (!sink.marker.empty()) sink.open = std::exchange(sink.marker, {});
    if (!too_large()) sink.closed.push_back(std::exchange(sink.open, {}));
    sink.break_waits = false;
    ++size_;
    end_boxes();
}

void Flow::end_boxes()
{
    auto& sink = here();
    std::move(sink.boxes.begin(), sink.boxes.end(), std::back_inserter(sink.closed));
    sink.boxes.clear();
}

void Flow::end_text()
{
    if (has_text()) end_paragraph();
    end_boxes();
    here().break_waits = false;
}

void Flow::flush_marker()
{
    if (marker_waits()) end_paragraph();
}

Lines Flow::pop()
{
    assert(sinks_.size() > 1);
    if (has_text() || marker_waits()) end_paragraph();
    end_boxes();
    auto lines = std::move(here().closed);
    sinks_.pop_back();
    return lines;
}

void Flow::after(Lines lines)
{
    auto& boxes = here().boxes;
    std::move(lines.begin(), lines.end(), std::back_inserter(boxes));
}

void Flow::row(const std::vector<Lines>& cells)
{
    end_text();
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += '\t';
        line += cell_line(cells[i]);
    }
    size_ += line.size() + 1;
    if (!too_large()) here().closed.push_back(std::move(line));
}

int Flow::begin_note()
{
    notes_.emplace_back();
    const auto n = static_cast<int>(notes_.size());
    text("[" + std::to_string(n) + "]");
    open_notes_.push_back(n);
    push();
    return n;
}

void Flow::end_note()
{
    const int n = open_notes_.back();
    open_notes_.pop_back();
    auto lines = pop();
    if (lines.empty()) lines.emplace_back();
    auto& first = lines.front();
    first.erase(0, first.find_first_not_of(" \t"));
    first = "[" + std::to_string(n) + "]" + (first.empty() ? "" : " ") + first;
    notes_[n - 1] = std::move(lines);
}

std::string Flow::finish()
{
    assert(sinks_.size() == 1);
    if (has_text() || marker_waits()) end_paragraph();
    end_boxes();
    auto lines = std::move(here().closed);
    for (auto& note : notes_) std::move(note.begin(), note.end(), std::back_inserter(lines));
    return joined(lines) + std::exchange(waiting_, {});
}

std::vector<std::size_t> take_places(std::string& text, std::size_t count)
{
    std::vector<std::size_t> places(count, 0);
    std::string rest;
    rest.reserve(text.size());
    std::size_t code_points = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\xFF') {
            code_points += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
            rest += text[at];
            continue;
        }
        const auto end = text.find('\xFE', at);
        places.at(static_cast<std::size_t>(std::stoi(text.substr(at + 1, end - at - 1)))) = code_points;
        at = end;
    }
    text = std::move(rest);
    return places;
}

std::string cell_line(const Lines& paragraphs)
{
    std::string line;
    for (const auto& paragraph : paragraphs) {
        if (paragraph.empty()) continue;
        if (!line.empty()) line += ' ';
        line += paragraph;
    }
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

std::string joined(const Lines& lines)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) text += '\n';
        text += lines[i];
    }
    return text;
}

std::string utf8(char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

namespace
{

std::string roman(int n)
{
    struct Step {
        int value;
        std::string_view sign;
    };
    static constexpr std::array steps{Step{1000, "m"}, Step{900, "cm"}, Step{500, "d"}, Step{400, "cd"}, Step{100, "c"},
                                      Step{90, "xc"},  Step{50, "l"},   Step{40, "xl"}, Step{10, "x"},   Step{9, "ix"},
                                      Step{5, "v"},    Step{4, "iv"},   Step{1, "i"}};
    std::string digits;
    for (const auto& [value, sign] : steps)
        for (; n >= value; n -= value) digits += sign;
    return digits;
}

/// Word and LibreOffice count a … z, aa, bb … zz, aaa.
std::string letters(int n)
{
    return std::string((n - 1) / 26 + 1, static_cast<char>('a' + (n - 1) % 26));
}

}

std::string number_as(char form, int n)
{
    std::string number;
    const bool is_roman = form == 'i' || form == 'I', is_letter = form == 'a' || form == 'A';
    if (is_roman && n > 0 && n < 4000) number = roman(n);
    if (is_letter && n > 0 && n <= 26 * 30) number = letters(n);
    if (number.empty()) return std::to_string(n);
    if (form < 'a')
        for (char& c : number) c = static_cast<char>(c - 'a' + 'A');
    return number;
}

}
