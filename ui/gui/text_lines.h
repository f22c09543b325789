#pragma once
#include "workbench/text.h"
#include <unordered_map>
#include <vector>

using GtkTextView = struct _GtkTextView;
using GtkTextIter = struct _GtkTextIter;

namespace gui
{

/// Where the lines of a text stand. The toolkit lays a paragraph out whenever it is asked for a place in it, and keeps
/// only the last one; here each is laid out once, until something gives its characters another place. Offsets are code
/// points, places pixels of the whole text: they stay while one scrolls.
class TextLines
{
 public:
    explicit TextLines(GtkTextView* view) : view_(view) {}

    struct Line {
        int top = 0, bottom = 0;
        bool operator==(const Line&) const = default;
    };
    /// The line that a character stands on.
    Line line_of(int offset) const;
    /// From the first character of the line at `top` to the last of the line at `bottom`.
    workbench::Span between(int top, int bottom) const;
    /// Whether the toolkit knows how high the paragraph is; of one that was never seen it may not.
    bool is_laid_out(int offset) const;
    /// Characters have another place now.
    void forget() { paragraphs_.clear(); }

 private:
    /// From the begin and the top of its paragraph.
    struct Row {
        int offset;
        Line line;
    };
    using Rows = std::vector<Row>;
    const Rows& rows_of(const GtkTextIter& begin) const;
    int top_of(const GtkTextIter& begin) const;

    GtkTextView* view_;
    mutable std::unordered_map<int, Rows> paragraphs_; ///< by number
    mutable int width_ = 0;                            ///< for which they hold
};

}
