#pragma once
#include <string>
#include <string_view>

namespace stats
{

/// What a number format shows of a serial number.
enum class DateParts { none, date, time, both };

/// Of a custom number format of a workbook, such as dd/mm/yyyy or [h]:mm; text in quotes and colours do not count.
DateParts date_parts(std::string_view format);

/// Of the formats that a workbook knows by number.
DateParts date_parts_of_builtin(int id);

/// A day of a workbook as 2024-04-03, with a time as 2024-04-03T10:30:00, a time alone as 10:30:00. Days count from
/// 1899-12-30, or 1904-01-01 in old workbooks of the Mac; the day 1900-02-29 that Excel believes in is 1900-02-28 here.
/// Empty beyond the year 9999 and below 0.
std::string serial_text(double serial, DateParts parts, bool from_1904);

}
