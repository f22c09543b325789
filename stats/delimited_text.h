#pragma once
#include "workbench/result.h"
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace stats
{

/// Reads text with one separator (RFC 4180: a quoted cell may hold separators, newlines and doubled quotes). Newlines
/// are LF. One column has the separator 0.
class DelimitedText
{
 public:
    DelimitedText(std::string_view text, char separator) : text_(text), separator_(separator) {}

    /// Reads the next row and calls f(cell) for each of its cells; the cell is valid during the call only. False at the
    /// end of the text, or at a quote that is never closed (see unclosed_line()).
    template <class F>
    bool next_row(F f)
    {
        if (at_ >= text_.size() || unclosed_line_) return false;
        begin_line_ = line_;
        while (true) {
            const bool quoted = at_ < text_.size() && text_[at_] == '"';
            if (quoted && !take_quoted()) return false;
            f(quoted ? std::string_view(cell_) : take_plain());
            if (at_ >= text_.size()) return true;
            if (text_[at_++] == '\n') return ++line_, true;
        }
    }

    std::size_t line() const { return begin_line_; } ///< where the last row began, from 1
    std::optional<std::size_t> unclosed_line() const { return unclosed_line_; }

 private:
    std::string_view take_plain()
    {
        const auto begin = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
        return text_.substr(begin, at_ - begin);
    }
    bool take_quoted();

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0, line_ = 1, begin_line_ = 1;
    std::optional<std::size_t> unclosed_line_;
    std::string cell_;
};

/// Of tab ; | and , the separator under which the largest share of rows has as many cells as the header, then the one
/// with more cells; 0 when the header holds none of them: the text is one column.
char guess_separator(std::string_view text);

}
