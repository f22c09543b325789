#include "delimited_text.h"
#include <algorithm>
#include <array>

namespace stats
{

bool DelimitedText::take_quoted()
{
    cell_.clear();
    const auto opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == '"' && (at_ + 1 == text_.size() || text_[at_ + 1] != '"')) {
            ++at_;
            cell_ += take_plain(); // what follows a closing quote, as in "a"b, belongs to the cell
            return true;
        }
        if (text_[at_] == '"') ++at_;
        if (text_[at_] == '\n') ++line_;
        cell_ += text_[at_];
    }
    unclosed_line_ = opened;
    return false;
}

namespace
{

struct Fit {
    double share = 0; ///< of the rows that have as many cells as the header
    std::size_t cells = 0;
};

Fit fit_of(std::string_view text, char separator)
{
    DelimitedText rows(text, separator);
    std::size_t header = 0, all = 0, alike = 0, cells = 0;
    bool blank = true;
    const auto look = [&](std::string_view cell) {
        ++cells;
        blank = blank && cell.empty();
    };
    while (cells = 0, blank = true, rows.next_row(look)) {
        if (header == 0) header = cells;
        alike += !blank && cells == header;
        all += !blank;
    }
    if (all == 0 || rows.unclosed_line()) return {};
    return {static_cast<double>(alike) / static_cast<double>(all), header};
}

}

char guess_separator(std::string_view text)
{
    // A long file is judged by its beginning; its reader meets every row and complains of those that do not fit.
    constexpr std::size_t enough = 1 << 18;
    if (text.size() > enough) text = text.substr(0, text.rfind('\n', enough) + 1);

    char best = 0;
    Fit best_fit{-1, 1};
    for (const char separator : {'\t', ';', '|', ','}) { // the comma last: it may also stand before decimals
        const auto fit = fit_of(text, separator);
        if (fit.cells < 2 || fit.share < best_fit.share) continue;
        if (fit.share == best_fit.share && fit.cells <= best_fit.cells) continue;
        best = separator;
        best_fit = fit;
    }
    return best;
}

}
