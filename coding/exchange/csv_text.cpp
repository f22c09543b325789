#include "csv_text.h"
#include <algorithm>

namespace coding
{

namespace
{

char separator_of(std::string_view text)
{
    constexpr std::string_view known = ",;\t";
    std::size_t counts[3] = {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (const auto at = known.find(c); at != std::string_view::npos) ++counts[at];
    }
    return known[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

class CsvReader
{
 public:
    explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    std::vector<CsvRow> read()
    {
        while (at_ < text_.size()) {
            if (quoted_)
                take_quoted();
            else
                take_plain();
        }
        if (begun_ || !cell_.empty()) end_row();
        return std::move(rows_);
    }

 private:
    void take_quoted()
    {
        const char c = text_[at_++];
        if (c != '"') {
            cell_ += c;
        } else if (at_ < text_.size() && text_[at_] == '"') {
            cell_ += '"';
            ++at_;
        } else {
            quoted_ = false;
        }
    }

    void take_plain()
    {
        const char c = text_[at_++];
        if (c == '"' && cell_.empty()) {
            quoted_ = begun_ = true;
        } else if (c == separator_) {
            begun_ = true;
            end_cell();
        } else if (c == '\n' || c == '\r') {
            end_row();
        } else {
            cell_ += c;
        }
    }

    void end_cell()
    {
        row_.push_back(std::move(cell_));
        cell_.clear();
    }

    void end_row()
    {
        const bool something = begun_ || !cell_.empty();
        if (something) {
            end_cell();
            rows_.push_back(std::move(row_));
        }
        row_.clear();
        begun_ = false;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    bool quoted_ = false, begun_ = false; ///< begun: the row has something, be it an empty cell
    std::string cell_;
    CsvRow row_;
    std::vector<CsvRow> rows_;
};

}

std::vector<CsvRow> read_csv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return CsvReader(text).read();
}

std::string csv_row(const CsvRow& row)
{
    std::string line;
    for (const auto& cell : row) {
        if (&cell != &row.front()) line += ',';
        const bool plain =
            cell.find_first_of(",;\t\"\r\n") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' ');
        if (plain) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
        line += '"';
    }
    return line + "\r\n";
}

}
