#include "table_setting.h"
#include "utf8.h"
#include <algorithm>
#include <cassert>
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

/// How narrow a column may be, and how wide it would like to be; in characters, the gap to its neighbour included.
struct Width {
    double least, wish;
};

/// A head may break into two lines; a cell would rather not, until it is a sentence.
Width width_of(const Table& table, const std::vector<std::vector<Inlines>>& rows, std::size_t column)
{
    const auto head = plain(table.columns[column].head);
    double least = std::max(least_characters, longest_word(head)), wanted = characters(head) / 2;
    for (const auto& row : rows) {
        least = std::max(least, longest_word(plain(row[column])));
        wanted = std::max(wanted, characters(plain(row[column])));
    }
    const double given = table.columns[column].characters;
    least = std::min(least, most_characters);
    return {least + gap_characters,
            gap_characters + std::max(least, given > 0 ? given : std::min(wanted, most_characters))};
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

std::vector<double> shares_of(const std::vector<Width>& widths, double least, double wish, double room)
{
    std::vector<double> shares;
    for (const auto& width : widths) {
        if (wish <= room || wish <= least || least >= room)
            shares.push_back(width.wish / wish);
        else
            shares.push_back((width.least + (room - least) * (width.wish - width.least) / (wish - least)) / room);
    }
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
    std::vector<Width> widths;
    double least = 0, wish = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].align == Align::decimal) line_up(setting.rows, i, decimal_sign);
        widths.push_back(width_of(table, setting.rows, i));
        least += widths.back().least;
        wish += widths.back().wish;
    }
    setting.density = density_for(least);
    setting.shares = shares_of(widths, least, wish, room(setting.density));
    return setting;
}

}
