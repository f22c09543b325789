#include "kind_name.h"
#include "shown.h"
#include "workbench/tr.h"

namespace gui
{
namespace
{

using workbench::tr;

constexpr const char* source(const char* message)
{
    return message;
} // for xgettext: --keyword=source

struct Kind {
    std::string_view word;
    const char* one;
    const char* many;
};

constexpr Kind kinds[] = {
    {"interview", source("interview"), source("Interviews")},
    {"focus_group", source("focus group"), source("Focus groups")},
    {"field_notes", source("field notes"), source("Field notes")},
    {"report", source("report"), source("Reports")},
    {"survey", source("survey"), source("Surveys")},
    {"literature", source("literature"), source("Literature")},
    {"other", source("other document"), source("Other documents")},
};

constexpr Kind memo_kinds[] = {
    {"analytic", source("analytic"), ""},
    {"theoretical", source("theoretical"), ""},
    {"methodological", source("methodological"), ""},
    {"diary", source("diary"), ""},
    {"annotation", source("annotation"), ""},
    {"other", source("other"), ""},
};

}

wxString kind_name(std::string_view kind)
{
    for (const auto& known : kinds)
        if (known.word == kind) return shown(tr(known.one));
    return shown(kind);
}

wxString kind_heading(std::string_view kind)
{
    for (const auto& known : kinds)
        if (known.word == kind) return shown(tr(known.many));
    return shown(kind);
}

wxString memo_kind_name(std::string_view kind)
{
    for (const auto& known : memo_kinds)
        if (known.word == kind) return shown(tr(known.one));
    return shown(kind);
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
