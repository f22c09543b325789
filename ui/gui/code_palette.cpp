#include "code_palette.h"
#include "find_text.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/dataview.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::tr;

CodePalette::CodePalette(wxWindow* parent, Session& session)
    : TypeAhead(parent, wxSize(380, 330), 0, shown(tr("Enter codes, Escape leaves"))), session_(session)
{
    set_accessible_name(this, shown(tr("Code the selection")));
    entry().SetHint(shown(tr("a code, or the name of a new one")));
    set_accessible_name(&entry(), shown(tr("Code")));
    set_accessible_name(&list(), shown(tr("Codes that fit")));
}

void CodePalette::open(wxPoint at, Choose choose, Make make)
{
    choose_ = std::move(choose);
    make_ = std::move(make);
    open_at(at);
}

void CodePalette::close()
{
    if (!IsShown()) return;
    Hide();
    choose_ = nullptr;
    make_ = nullptr;
    GetParent()->SetFocus();
}

void CodePalette::add(const coding::Code& code)
{
    if (std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.code == code.id; })) return;
    rows_.push_back({code.id, code.path});
    add_row(shown(code.path), swatch(look::of_code(code.color)));
}

void CodePalette::fill()
{
    rows_.clear();
    clear_rows();
    const auto wanted = typed();
    const auto fits = [&](const coding::Code& code) { return code.codable && passes(code.path, wanted); };
    for (const auto id : session_.recent_codes(5))
        if (const auto* code = session_.code(id); code && fits(*code)) add(*code);
    for (const auto& code : session_.codes())
        if (fits(code) && passes(code.name, wanted)) add(code);
    for (const auto& code : session_.codes())
        if (fits(code)) add(code);

    const bool known = std::any_of(session_.codes().begin(), session_.codes().end(),
                                   [&](const auto& code) { return code.path == wanted || code.name == wanted; });
    if (wanted.empty() || known) return;
    rows_.push_back({{}, wanted});
    add_row(shown(say("New code \"{}\"", wanted)), swatch(look::panel()));
}

std::vector<std::string> CodePalette::offered() const
{
    std::vector<std::string> paths;
    for (const auto& row : rows_) paths.push_back(row.path);
    return paths;
}

void CodePalette::confirm()
{
    const auto at = chosen_row();
    if (!at || *at >= rows_.size()) return;
    const auto row = rows_[*at];
    const auto choose = choose_;
    const auto make = make_;
    close();
    if (row.code)
        choose(*row.code);
    else
        make(row.path);
}

}
