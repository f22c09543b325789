#include "delimited_text.h"
#include "table_formats.h"
#include "workbench/encoding.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

constexpr std::size_t most_columns = 16'384; // as wide as a sheet of Excel

struct Gathered {
    RawTable table;
    std::size_t short_rows = 0, first_short_line = 0;
};

tl::unexpected<workbench::Error> too_long(const std::string& name, std::size_t line, std::size_t cells,
                                          std::size_t head)
{
    return fail(ErrorCode::bad_file,
                say("Line {} of \"{}\" has {} cells, but the first line names {} columns.", line, name, cells, head),
                say("Name every column in the first line, quote cells that hold the separator, or give --separator."));
}

tl::unexpected<workbench::Error> unclosed(const std::string& name, std::size_t line)
{
    return fail(ErrorCode::bad_file, say("A quote that opens in line {} of \"{}\" is never closed.", line, name),
                say("Close it, or double quotes that are part of the text."));
}

Result<Gathered> read_header(DelimitedText& rows, const std::string& name)
{
    Gathered gathered;
    rows.next_row([&](std::string_view cell) { gathered.table.names.emplace_back(cell); });
    const auto& names = gathered.table.names;
    if (rows.unclosed_line()) return unclosed(name, *rows.unclosed_line());
    if (std::ranges::all_of(names, [](const std::string& head) { return head.empty(); }))
        return fail(ErrorCode::bad_file, say("The first line of \"{}\" is empty; it should name the columns.", name),
                    say("Begin the file with a line of column names."));
    if (names.size() > most_columns)
        return fail(ErrorCode::too_large,
                    say("\"{}\" has {} columns; at most {} are read.", name, names.size(), most_columns),
                    say("Split the table."));
    gathered.table.columns.resize(names.size());
    return gathered;
}

/// A line without anything is a missing cell where there is one column, and no row where there are several.
Result<Gathered> gather(std::string_view text, char separator, const std::string& name)
{
    DelimitedText rows(text, separator);
    auto gathered = read_header(rows, name);
    if (!gathered) return gathered;
    auto& columns = gathered->table.columns;
    std::size_t cell = 0;
    bool any = false;
    const auto take = [&](std::string_view written) {
        if (cell < columns.size()) columns[cell].append(written);
        any = any || !written.empty();
        cell += cell < columns.size() || !written.empty(); // empty cells beyond the last column are a habit of Excel
    };
    while (cell = 0, any = false, rows.next_row(take)) {
        if (cell > columns.size()) return too_long(name, rows.line(), cell, columns.size());
        if (cell == 1 && !any && columns.size() > 1) {
            columns[0].drop_last();
            continue;
        }
        if (cell < columns.size() && gathered->short_rows++ == 0) gathered->first_short_line = rows.line();
        for (; cell < columns.size(); ++cell) columns[cell].append({});
    }
    if (rows.unclosed_line()) return unclosed(name, *rows.unclosed_line());
    return gathered;
}

void without_last_empty_lines(std::string& text)
{
    while (text.ends_with("\n\n")) text.pop_back();
}

/// Gives the memory back now: an assignment of {} would keep it.
void release(std::string& text)
{
    std::string().swap(text);
}

std::vector<std::string> warnings_of(const Gathered& gathered)
{
    if (gathered.short_rows == 0) return {};
    return {
        workbench::say_n("{} row has fewer cells than the first line (line {}); what is not there is missing.",
                         "{} rows have fewer cells than the first line (the first is line {}); what is not there is "
                         "missing.",
                         static_cast<long long>(gathered.short_rows), gathered.short_rows, gathered.first_short_line)};
}

}

Result<TableRead> read_delimited(std::string bytes, const std::string& name, const ReadOptions& options)
{
    auto decoded = workbench::decode_text(bytes, options.encoding);
    if (!decoded) return fail(decoded.error());
    release(bytes);
    without_last_empty_lines(decoded->text);

    const char separator = options.separator.value_or(guess_separator(decoded->text));
    auto gathered = gather(decoded->text, separator, name);
    if (!gathered) return fail(gathered.error());
    release(decoded->text);

    auto typing = options;
    if (separator) typing.separator = separator;
    auto warnings = warnings_of(*gathered);
    auto read = typed_table(std::move(gathered->table), typing);
    if (!read) return read;
    read->encoding = decoded->encoding;
    if (separator) read->separator = separator;
    read->warnings.insert(read->warnings.begin(), warnings.begin(), warnings.end());
    read->warnings.insert(read->warnings.begin(), decoded->warnings.begin(), decoded->warnings.end());
    return read;
}

}
