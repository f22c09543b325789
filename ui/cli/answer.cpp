#include "answer.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>
#include <cwchar>
#include <fmt/format.h>

namespace cli
{

using workbench::tr;

namespace
{

/// Columns that the text takes on a terminal.
std::size_t width_of(std::string_view text)
{
    std::size_t width = 0;
    std::mbstate_t state{};
    while (!text.empty()) {
        wchar_t letter = 0;
        const auto bytes = std::mbrtowc(&letter, text.data(), text.size(), &state);
        if (bytes == 0 || bytes > text.size()) return width + text.size();
        width += std::max(0, ::wcwidth(letter));
        text.remove_prefix(bytes);
    }
    return width;
}

bool looks_like_number(const std::string& text)
{
    return text == "-" || (!text.empty() && text.find_first_not_of("0123456789.-+e") == std::string::npos);
}

std::string one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

/// At most `letters` code points of it, with a sign where more was.
std::string shortened(const std::string& text, std::size_t letters)
{
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && ++count > letters)
            return text.substr(0, at) + "\u2026";
    return text;
}

std::string pairs(const Json& object)
{
    std::string line;
    for (const auto& [key, value] : object.items()) line += (line.empty() ? "" : ", ") + key + " = " + cell(value);
    return line;
}

template <class Text>
std::string items(const Json& array, const Text& text_of)
{
    if (array.empty()) return "-";
    std::string line;
    for (const auto& value : array) line += (line.empty() ? "" : ", ") + text_of(value);
    return line;
}

/// The value as its column shows it.
std::string text_in(const Column& column, const Json& value)
{
    if (!column.words) return cell(value);
    if (value.is_array()) return items(value, [&](const Json& one) { return text_in(column, one); });
    return value.is_string() ? one_line(workbench::spoken(*column.words, value.get<std::string>())) : cell(value);
}

const Json& value_at(const Json& object, std::string_view key)
{
    static const Json nothing;
    const auto found = object.find(std::string(key));
    return found == object.end() ? nothing : *found;
}

}

std::string cell(const Json& value)
{
    if (value.is_null()) return "-";
    if (value.is_string()) return one_line(value.get<std::string>());
    if (value.is_boolean()) return value.get<bool>() ? tr("yes") : tr("no");
    if (value.is_number_float()) return fmt::format("{:.6g}", value.get<double>());
    if (value.is_array()) return items(value, cell);
    if (value.is_object()) return pairs(value);
    return value.dump();
}

std::string aligned(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    std::vector<bool> numbers;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; rows[r].size() > 1 && c < rows[r].size(); ++c) {
            if (c == widths.size()) widths.push_back(0), numbers.push_back(rows.size() > 1);
            widths[c] = std::max(widths[c], width_of(rows[r][c]));
            if (r > 0 && !looks_like_number(rows[r][c])) numbers[c] = false;
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto gap = c < widths.size() && widths[c] > width_of(row[c]) ? widths[c] - width_of(row[c]) : 0;
            const bool right = c < numbers.size() && numbers[c];
            line += (c ? "  " : "") + (right ? std::string(gap, ' ') + row[c] : row[c] + std::string(gap, ' '));
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string aligned_at(const std::vector<std::vector<std::string>>& rows, std::size_t right)
{
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, width_of(row[right]));
    auto padded = rows;
    for (auto& row : padded) row[right].insert(0, widest - width_of(row[right]), ' ');
    return aligned(padded);
}

Answer listing(Json json, std::vector<Column> columns, std::string empty)
{
    const auto plain = [columns = std::move(columns), empty = std::move(empty)](const Json& rows) -> std::string {
        if (rows.empty()) return empty + "\n";
        std::vector<std::vector<std::string>> table(1);
        for (const auto& column : columns) table[0].emplace_back(column.title);
        for (const auto& row : rows) {
            auto& cells = table.emplace_back();
            for (const auto& column : columns) {
                const bool last = &column == &columns.back(); // it may be as long as it wants
                const auto text = text_in(column, value_at(row, column.key));
                cells.push_back(last ? text : shortened(text, 60));
            }
        }
        return aligned(table);
    };
    return {std::move(json), plain};
}

Answer record(Json json, std::vector<Column> lines)
{
    const auto plain = [lines = std::move(lines)](const Json& object) {
        std::vector<std::vector<std::string>> table;
        for (const auto& line : lines) table.push_back({line.title, text_in(line, value_at(object, line.key))});
        return aligned(table);
    };
    return {std::move(json), plain};
}

Answer said(Json json, std::string sentence)
{
    return {std::move(json), [sentence = std::move(sentence)](const Json&) { return sentence + "\n"; }, 0, true};
}

}
