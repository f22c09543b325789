#include "kind_name.h"
#include "shown.h"
#include "workbench/spoken.h"

namespace gui
{

using workbench::spoken;
using workbench::Words;

wxString kind_name(std::string_view kind)
{
    return shown(spoken(Words::document_kind, kind));
}

wxString kind_heading(std::string_view kind)
{
    return shown(spoken(Words::document_kinds, kind));
}

wxString memo_kind_name(std::string_view kind)
{
    return shown(spoken(Words::memo_kind, kind));
}

wxString type_name(std::string_view type)
{
    return shown(spoken(Words::type, type));
}

wxString object_kind_name(workbench::ObjectKind kind)
{
    return shown(workbench::noun_of(kind));
}

}
