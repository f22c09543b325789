#include "table_setting.h"
#include "utf8.h"
#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>
#include <optional>

namespace paper
{

namespace
{

constexpr double least_characters = 4, most_characters = 36;
constexpr double gap_characters = 2;     ///< between columns
constexpr double normal_characters = 90; ///< between the margins, at the normal size

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// What stands after the decimal sign: characters, and whether there is a sign. Empty when there is no digit.
struct Tail {
    bool sign;
    std::size_t length;
};

std::optional<Tail> tail_of(const std::string& cell, char sign)
{
    if (std::ranges::none_of(cell, is_digit)) return std::nullopt;
    const auto at = cell.rfind(sign);
    if (at != cell.npos && at + 1 < cell.size() && is_digit(cell[at + 1]))
        return Tail{true, utf8_length(std::string_view(cell).substr(at + 1))};
    const auto last =
        static_cast<std::size_t>(std::find_if(cell.rbegin(), cell.rend(), is_digit).base() - cell.begin());
    return Tail{false, utf8_length(std::string_view(cell).substr(last))};
}

void line_up(std::vector<std::vector<Inlines>>& rows, std::size_t column, char sign)
{
    std::size_t longest = 0;
    bool any_sign = false;
    for (const auto& row : rows)
        if (const auto tail = tail_of(plain(row[column]), sign)) {
            longest = std::max(longest, tail->length);
            any_sign = any_sign || tail->sign;
        }
    for (auto& row : rows) {
        const auto tail = tail_of(plain(row[column]), sign);
        if (!tail) continue;
        std::string padding = any_sign && !tail->sign ? "\u2008" : "";
        for (auto i = tail->length; i < longest; ++i) padding += "\u2007";
        if (!padding.empty()) row[column].parts.push_back(Text{padding});
    }
}

double characters(const std::string& text)
{
    return static_cast<double>(utf8_length(text));
}

double longest_word(const std::string& text)
{
    double longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of(" \n\t", begin), text.size());
        longest = std::max(longest, characters(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

/// How wide a column would be in four tempers, the gap to its neighbour included. Each contains the one before: the
/// words of its cells whole; those of its head too; short texts on one line; long ones in lines of a good length.
enum Temper { cells_whole, heads_whole, short_lines, generous, tempers };
using Widths = std::array<double, tempers>;

Widths widths_of(const Table& table, const std::vector<std::vector<Inlines>>& rows, std::size_t column)
{
    constexpr double short_text = 14;
    const auto head = plain(table.columns[column].head);
    double word = least_characters, line = 0, text = characters(head) / 2; // a head may break in two
    for (const auto& row : rows) {
        const auto cell = plain(row[column]);
        const auto length = characters(cell);
        word = std::max(word, longest_word(cell));
        if (length <= short_text) line = std::max(line, length);
        text = std::max(text, length);
    }
    if (const double given = table.columns[column].characters; given > 0) text = given;
    Widths widths{word, longest_word(head), line, text};
    for (std::size_t i = 0; i < tempers; ++i)
        widths[i] = std::max(std::min(widths[i], most_characters), i == 0 ? 0 : widths[i - 1]);
    for (auto& width : widths) width += gap_characters;
    return widths;
}

double room(Density density)
{
    return normal_characters / cell_size(density, 1);
}

Density density_for(double least)
{
    for (const auto density : {Density::normal, Density::small})
        if (least <= room(density)) return density;
    return Density::tiny;
}

/// The most generous temper that fits, and what is left over towards the next one.
std::vector<double> shares_of(const std::vector<Widths>& columns, const Widths& sums, double room)
{
    std::size_t temper = tempers;
    while (temper > 0 && sums[temper - 1] > room) --temper;
    const auto low = temper == 0 ? 0 : temper - 1, high = std::min<std::size_t>(temper, tempers - 1);
    const double gain = sums[high] > sums[low] ? (room - sums[low]) / (sums[high] - sums[low]) : 0;
    std::vector<double> shares;
    for (const auto& widths : columns) shares.push_back(widths[low] + gain * (widths[high] - widths[low]));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (auto& share : shares) share /= sum;
    return shares;
}

}

TableSetting setting_of(const Table& table, char decimal_sign)
{
    TableSetting setting{{}, table.rows};
    for (auto& row : setting.rows) {
        assert(row.size() <= table.columns.size());
        row.resize(table.columns.size());
    }
    std::vector<Widths> columns;
    Widths sums{};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].align == Align::decimal) line_up(setting.rows, i, decimal_sign);
        columns.push_back(widths_of(table, setting.rows, i));
        for (std::size_t k = 0; k < tempers; ++k) sums[k] += columns.back()[k];
    }
    setting.density = density_for(sums[heads_whole]);
    setting.shares = shares_of(columns, sums, room(setting.density));
    return setting;
}

}
