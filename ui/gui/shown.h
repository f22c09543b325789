#pragma once
#include <string>
#include <string_view>
#include <wx/string.h>

namespace gui
{

/// UTF-8 of the rooms as the toolkit wants it: `shown(tr("Import"))`, `shown(say("{} words", n))`.
inline wxString shown(std::string_view utf8)
{
    return wxString::FromUTF8(utf8.data(), utf8.size());
}

/// And back.
inline std::string utf8(const wxString& text)
{
    return text.utf8_string();
}

/// One line of at most `most` characters: white space folded, an ellipsis where something is left out.
wxString one_line(std::string_view utf8, std::size_t most);

/// 12345 as people of the interface's language write it: 12,345.
wxString grouped(std::int64_t number);

/// Text within markup: <, > and & made harmless.
wxString escaped(const wxString& text);

}
