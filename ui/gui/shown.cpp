#include "shown.h"

namespace gui
{

wxString one_line(std::string_view utf8, std::size_t most)
{
    wxString line;
    bool blank = false;
    for (const wxUniChar c : shown(utf8)) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            blank = !line.empty();
            continue;
        }
        if (line.length() + 1 >= most) return line + wxUniChar(0x2026);
        if (blank) line += ' ';
        blank = false;
        line += c;
    }
    return line;
}

wxString grouped(std::int64_t number)
{
    wxString digits = wxString::Format("%lld", static_cast<long long>(number < 0 ? -number : number));
    for (int at = static_cast<int>(digits.length()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return number < 0 ? "-" + digits : digits;
}

wxString escaped(const wxString& text)
{
    wxString safe;
    for (const wxUniChar c : text) {
        if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '&')
            safe += "&amp;";
        else
            safe += c;
    }
    return safe;
}

}
