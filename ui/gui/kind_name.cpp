#include "kind_name.h"
#include "shown.h"
#include "workbench/spoken.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::spoken;
using workbench::tr;
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
    using workbench::ObjectKind;
    switch (kind) {
    case ObjectKind::document: return shown(tr("document"));
    case ObjectKind::quotation: return shown(tr("quotation"));
    case ObjectKind::code: return shown(tr("code"));
    case ObjectKind::code_group: return shown(tr("group of codes"));
    case ObjectKind::memo: return shown(tr("memo"));
    case ObjectKind::study_case: return shown(tr("case"));
    case ObjectKind::variable: return shown(tr("variable"));
    case ObjectKind::relation: return shown(tr("relation"));
    case ObjectKind::link: return shown(tr("link"));
    case ObjectKind::network: return shown(tr("network"));
    case ObjectKind::table: return shown(tr("table"));
    case ObjectKind::analysis: return shown(tr("analysis"));
    case ObjectKind::evidence: return shown(tr("evidence"));
    case ObjectKind::claim: return shown(tr("claim"));
    case ObjectKind::finding: return shown(tr("finding"));
    case ObjectKind::coding: return shown(tr("coding"));
    }
    return {};
}

}
