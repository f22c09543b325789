#include "serial_date.h"
#include <chrono>
#include <cmath>
#include <fmt/format.h>

namespace stats
{

namespace
{

/// Where what begins at `i` (quoted text, an escaped sign, a bracket) ends; `i` itself when nothing is to be skipped.
std::size_t skipped(std::string_view format, std::size_t i)
{
    const auto until = [&](char end) {
        const auto at = format.find(end, i + 1);
        return at == std::string_view::npos ? format.size() : at;
    };
    switch (format[i]) {
    case '"': return until('"');
    case '\\':
    case '_':
    case '*': return i + 1;
    case '[': {
        // [h] and [mm] are elapsed time; [Red] and [$-409] are not
        const auto inside = i + 1 < format.size() ? format[i + 1] : ' ';
        return inside == 'h' || inside == 'H' || inside == 's' || inside == 'S' ? i : until(']');
    }
    default: return i;
    }
}

DateParts parts_of(bool date, bool time)
{
    if (date) return time ? DateParts::both : DateParts::date;
    return time ? DateParts::time : DateParts::none;
}

std::string time_text(long seconds)
{
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}

DateParts date_parts(std::string_view format)
{
    bool date = false, time = false, month_or_minute = false;
    format = format.substr(0, format.find(';')); // the part for positive numbers
    if (format == "General" || format == "general") return DateParts::none;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const auto end = skipped(format, i);
        if (end != i) {
            i = end;
            continue;
        }
        const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(format[i])));
        date = date || c == 'y' || c == 'd';
        time = time || c == 'h' || c == 's';
        month_or_minute = month_or_minute || c == 'm';
    }
    return parts_of(date || (month_or_minute && !time), time);
}

DateParts date_parts_of_builtin(int id)
{
    if (id == 22) return DateParts::both;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58))
        return DateParts::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 33) || (id >= 45 && id <= 47)) return DateParts::time;
    return DateParts::none;
}

std::string serial_text(double serial, DateParts parts, bool from_1904)
{
    constexpr double last_day = 2'958'465; // 9999-12-31
    if (!(serial >= 0) || serial > last_day) return {};
    auto day = static_cast<long>(std::floor(serial));
    auto seconds = std::lround((serial - std::floor(serial)) * 86'400);
    if (seconds == 86'400) {
        ++day;
        seconds = 0;
    }
    if (parts == DateParts::time) return time_text(day * 86'400 + seconds);

    namespace ch = std::chrono;
    const ch::sys_days origin =
        from_1904 ? ch::sys_days{ch::year{1904} / 1 / 1} : ch::sys_days{ch::year{1899} / 12 / 30};
    const bool before_the_false_leap_day = !from_1904 && day < 60;
    const ch::year_month_day date{origin + ch::days{day + (before_the_false_leap_day ? 1 : 0)}};
    const auto text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return seconds == 0 ? text : text + "T" + time_text(seconds);
}

}
