#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

using Lines = std::vector<std::string>;

/// Paragraphs as a reader meets them. What stands apart (a cell, a note, a text box) is collected between push() and
/// pop() and handed back to where it belongs.
class Flow
{
 public:
    explicit Flow(std::size_t limit) : limit_(limit) { push(); }

    /// Adds to the open paragraph. A NUL character is dropped.
    void text(std::string_view text);
    void line_break() { text("\n"); }
    /// A break of page or column: a line break, but only between two texts of one paragraph.
    void page_break() { here().break_waits = !here().open.empty(); }
    /// Remembers a place by a number: before the next text, or right behind the last (in its paragraph). See places_in.
    void place_before(int id) { waiting_ += mark(id); }
    void place_behind(int id);
    /// The number of a list item or note: stands before the text of the open paragraph, with a blank between.
    void marker(std::string marker);
    /// The number of an item without text becomes a paragraph of its own.
    void flush_marker();
    bool marker_waits() const { return !here().marker.empty(); }

    /// Closes the open paragraph, an empty one too.
    void end_paragraph();
    /// Closes the open paragraph unless it is empty.
    void end_text();
    bool has_text() const { return !here().open.empty(); }
    std::string_view open_text() const { return here().open; }
    /// Takes back the last character of the open paragraph.
    void drop_last() { here().open.pop_back(); }

    void push() { sinks_.emplace_back(); }
    /// The paragraphs since the push; one that is still open counts when it has text.
    Lines pop();
    /// Paragraphs of a text box, to stand after the open paragraph.
    void after(Lines lines);
    /// One line from the cells of a row.
    void row(const std::vector<Lines>& cells);

    /// `[n]` in place; the note's text is what is collected between this and end_note().
    int begin_note();
    void end_note();

    bool too_large() const { return size_ > limit_; }
    std::size_t limit() const { return limit_; }
    /// All paragraphs, then the notes, joined by LF.
    std::string finish();

 private:
    struct Sink {
        Lines closed, boxes;
        std::string open, marker;
        bool break_waits = false;
    };
    Sink& here() { return sinks_.back(); }
    const Sink& here() const { return sinks_.back(); }
    static std::string mark(int id);
    void take_marker();
    void end_boxes();

    std::vector<Sink> sinks_;
    std::vector<int> open_notes_;
    std::vector<Lines> notes_;
    std::string waiting_; ///< marks of places
    std::size_t size_ = 0, limit_;
};

/// Takes the marks of places out of a finished text; the code point of each number, 0 for one that is not there.
std::vector<std::size_t> take_places(std::string& text, std::size_t count);

/// One line from the paragraphs of a table cell: blanks stand for breaks and tabs.
std::string cell_line(const Lines& paragraphs);

/// Joined by LF, none after the last.
std::string joined(const Lines& lines);

/// The UTF-8 of one code point; U+FFFD for what is none.
std::string utf8(char32_t c);

/// The `n`th number (from 1) as `1`, `a`, `A`, `i` or `I`; as a decimal number where the form has no such.
std::string number_as(char form, int n);

}
