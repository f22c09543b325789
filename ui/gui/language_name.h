#pragma once
#include <span>
#include <string>
#include <string_view>
#include <wx/string.h>

namespace gui
{

/// The languages that the window offers for a document, as codes: "es", "en", "qu" …
std::span<const std::string_view> document_languages();
/// "es" as people read it: "Spanish"; the code itself for one that the window does not know.
wxString language_name(std::string_view code);

}
