#pragma once
#include "workbench/object.h"
#include <string_view>
#include <wx/string.h>

namespace gui
{

/// A kind of document, "interview", as people read it: "interview"; in a heading, many of them: "Interviews".
wxString kind_name(std::string_view kind);
wxString kind_heading(std::string_view kind);
/// A kind of memo, "analytic".
wxString memo_kind_name(std::string_view kind);
/// A kind of object: "code", "code group".
wxString object_kind_name(workbench::ObjectKind kind);
/// A type of variable, "category".
wxString type_name(std::string_view type);

}
