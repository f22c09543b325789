#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using CsvRow = std::vector<std::string>;

/// The rows of a text table (RFC 4180), with or without BOM, any line ends. The separator is the one of comma,
/// semicolon and tab that the first line has most of outside quotes. Empty lines are left out.
std::vector<CsvRow> read_csv(std::string_view text);

/// One row, quoted where it must be, with CRLF at its end.
std::string csv_row(const CsvRow& row);

}
