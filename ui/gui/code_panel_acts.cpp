// What the panel of codes does: its keys, its menus, and the actions of the window's menu.
#include "chooser.h"
#include "code_gestures.h"
#include "code_panel.h"
#include "coding/code_tree.h"
#include "coding/smart_code.h"
#include "context_menu.h"
#include "evidence_form.h"
#include "in_place.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/textctrl.h>

namespace gui
{

using coding::CodeId;
using workbench::tr;

bool CodePanel::none_chosen()
{
    if (!chosen_codes().empty()) return false;
    show_error(this, {workbench::ErrorCode::not_found, tr("No code is chosen."), tr("Click on one in the list.")});
    return true;
}

bool CodePanel::find_here()
{
    filter_->SetFocus();
    filter_->SelectAll();
    return true;
}

bool CodePanel::press(const wxKeyEvent& event)
{
    const bool moves = event.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT), plain = event.GetModifiers() == 0;
    switch (event.GetKeyCode()) {
    case WXK_DELETE:
        if (plain) delete_code();
        return plain;
    case WXK_UP:
        if (moves) step(Step::up);
        return moves;
    case WXK_DOWN:
        if (moves) step(Step::down);
        return moves;
    case WXK_RIGHT:
        if (moves) step(Step::in);
        return moves;
    case WXK_LEFT:
        if (moves) step(Step::out);
        return moves;
    default: return false;
    }
}

void CodePanel::add_code()
{
    const auto parent = session_.looked_code();
    const auto* below = parent ? session_.code(*parent) : nullptr;
    std::string base = below ? below->path + "/" : "", name = tr("New code");
    std::string path = base + name;
    for (int i = 2; coding::find_code(session_.reading(), path); ++i) path = base + name + " " + std::to_string(i);
    const auto made = run(this, [&] { return coding::add_code(session_.project(), {.path = path}); });
    if (!made) return;
    if (parent) closed_.erase(*parent);
    session_.look_at(*made);
    follow_session();
    rename_code();
}

void CodePanel::rename_code()
{
    if (none_chosen()) return;
    edit_in_place(*tree_, model_->item_of(session_.looked_code().value_or(chosen_codes().front())));
}

void CodePanel::delete_code()
{
    if (!none_chosen()) delete_codes(this, session_, chosen_codes());
}

void CodePanel::merge_code()
{
    if (!none_chosen()) ask_merge(this, session_, chosen_codes());
}

void CodePanel::split_code()
{
    if (!none_chosen()) ask_split(this, session_, chosen_codes().front());
}

void CodePanel::move_code()
{
    if (!none_chosen()) ask_parent(this, session_, chosen_codes());
}

void CodePanel::describe_code()
{
    if (!none_chosen()) session_.open_object(chosen_codes().front().value);
}

void CodePanel::make_group()
{
    wxDataViewItemArray items;
    tree_->GetSelections(items);
    ask_new_group(this, session_, items.size() > 1 ? chosen_codes() : std::vector<CodeId>(),
                  [this](coding::CodeGroupId group) { show_group(group); });
}

void CodePanel::show_group(std::optional<coding::CodeGroupId> group)
{
    group_ = group;
    refill();
}

// Siblings in their order; the code looked at is one of them.
void CodePanel::step(Step step)
{
    const auto codes = chosen_codes();
    const auto* code = codes.size() == 1 ? session_.code(codes.front()) : nullptr;
    if (!code) return;
    const auto siblings = coding::CodeTree(session_.reading()).children_of(code->parent);
    const auto at = std::ranges::find(siblings, code->id) - siblings.begin();
    const auto place = [&](std::optional<CodeId> parent, std::optional<CodeId> before) {
        run(this, [&] { return coding::place_codes(session_.project(), {codes.front()}, parent, before); });
    };
    const auto sibling = [&](std::ptrdiff_t i) {
        return i < std::ssize(siblings) ? std::optional(siblings[static_cast<std::size_t>(i)]) : std::nullopt;
    };
    switch (step) {
    case Step::up:
        if (at > 0) place(code->parent, sibling(at - 1));
        break;
    case Step::down:
        if (at + 1 < std::ssize(siblings)) place(code->parent, sibling(at + 2));
        break;
    case Step::in:
        if (at > 0) place(sibling(at - 1), {});
        break;
    case Step::out:
        if (const auto* parent = code->parent ? session_.code(*code->parent) : nullptr) {
            const auto beside = coding::CodeTree(session_.reading()).children_of(parent->parent);
            const auto next = std::ranges::find(beside, parent->id) + 1;
            place(parent->parent, next == beside.end() ? std::nullopt : std::optional(*next));
        }
        break;
    }
}

void CodePanel::set_origin(CodeId code, coding::Origin origin)
{
    run(this, [&] { return coding::set_code(session_.project(), code, {.origin = origin}); });
}

/// A smart code becomes an ordinary one, with codings on what it finds at the moment.
void CodePanel::fill_freeze(ContextMenu& menu, CodeId code)
{
    menu.begin(shown(tr("Code what it finds now")));
    for (const auto& [extent, name] : {std::pair(coding::Extent::paragraph, tr("The paragraph")),
                                       std::pair(coding::Extent::match, tr("The words found")),
                                       std::pair(coding::Extent::sentence, tr("The sentence")),
                                       std::pair(coding::Extent::turn, tr("The whole turn"))})
        menu.add(shown(name), [this, code, extent = extent] { freeze_code(this, session_, code, extent); });
    menu.end();
}

void CodePanel::fill_menu(ContextMenu& menu, const std::vector<CodeId>& codes)
{
    const auto code = codes.front();
    menu.add(
        shown(tr("Code the selection with it")), [this, code] { chosen(code); }, "Enter");
    menu.add(
        shown(tr("Describe it: definition, rules, example")), [this] { describe_code(); }, "Ctrl+D");
    menu.add(shown(tr("Write a memo on it")), [this, code] { session_.write_memo(code.value); });
    menu.add(
        shown(tr("Link to numbers...")), [this, code] { ask_evidence(this, session_, code.value); }, "Ctrl+E");
    menu.line();
    menu.add(shown(tr("New code below it")), [this] { add_code(); });
    menu.add(
        shown(tr("Rename")), [this] { rename_code(); }, "F2");
    menu.begin(shown(tr("Colour")));
    for (const auto& [color, name] : palette_colors())
        menu.add(name, [this, codes, color = color] { set_color(this, session_, codes, color); })
            .SetBitmap(swatch(look::of_code(color)));
    menu.line();
    menu.add(shown(tr("Another colour...")), [this, codes] { ask_color(this, session_, codes); });
    menu.end();
    menu.begin(shown(tr("Origin")));
    const auto* known = session_.code(code);
    menu.add_check(shown(tr("A priori: brought to the text")), known && known->origin == coding::Origin::a_priori,
                   [this, code] { set_origin(code, coding::Origin::a_priori); });
    menu.add_check(shown(tr("Emergent: found in the text")), known && known->origin == coding::Origin::emergent,
                   [this, code] { set_origin(code, coding::Origin::emergent); });
    menu.end();
    menu.begin(shown(tr("Groups")));
    for (const auto& group : coding::code_groups(session_.reading())) {
        const bool in = std::ranges::all_of(
            codes, [&](CodeId each) { return std::ranges::find(group.codes, each) != group.codes.end(); });
        menu.add_check(shown(group.name), in, [this, group, codes] { toggle_group(this, session_, group, codes); });
    }
    menu.add(shown(tr("New group...")), [this] { make_group(); });
    menu.end();
    menu.line();
    menu.begin(shown(tr("Move")));
    menu.add(
        shown(tr("Up")), [this] { step(Step::up); }, "Ctrl+Shift+Up");
    menu.add(
        shown(tr("Down")), [this] { step(Step::down); }, "Ctrl+Shift+Down");
    menu.add(
        shown(tr("Into the code above")), [this] { step(Step::in); }, "Ctrl+Shift+Right");
    menu.add(
        shown(tr("Out of its parent")), [this] { step(Step::out); }, "Ctrl+Shift+Left");
    menu.add(shown(tr("Below another code...")), [this] { move_code(); });
    menu.add(shown(tr("Order its siblings by name")), [this, known_parent = known ? known->parent : std::nullopt] {
        run(this, [&] { return coding::order_by_name(session_.project(), known_parent); });
    });
    menu.end();
    if (codes.size() == 1 && coding::smart_code(session_.reading(), code)) fill_freeze(menu, code);
    menu.add(shown(tr("Merge into...")), [this] { merge_code(); });
    menu.add(shown(tr("Split...")), [this] { split_code(); })
        .Enable(codes.size() == 1 && known && known->quotations > 0);
    menu.line();
    menu.add(
        shown(tr("Delete")), [this] { delete_code(); }, "Del");
}

void CodePanel::menu()
{
    const auto codes = chosen_codes();
    ContextMenu menu;
    if (codes.empty()) {
        menu.add(shown(tr("New code")), [this] { add_code(); });
        menu.add(shown(tr("New group...")), [this] { make_group(); });
    } else {
        fill_menu(menu, codes);
    }
    menu.ask(*this);
}

void CodePanel::groups_menu()
{
    const auto groups = coding::code_groups(session_.reading());
    ContextMenu menu;
    menu.add_check(shown(tr("All codes")), !group_, [this] { show_group({}); });
    constexpr std::size_t at_a_glance = 7;
    if (groups.size() <= at_a_glance)
        for (const auto& group : groups)
            menu.add_check(shown(group.name), group_ == group.id, [this, id = group.id] { show_group(id); });
    else
        menu.add(shown(tr("Choose a group...")), [this, groups] {
            Question question{.title = tr("Show the codes of a group"), .choices = {}, .done = {}};
            for (const auto& group : groups)
                question.choices.push_back({group.id.value, group.name, std::to_string(group.codes.size())});
            question.done = [this](const Chosen& chosen) { show_group(coding::CodeGroupId{chosen.ids.front()}); };
            Chooser::ask(this, std::move(question));
        });
    menu.line();
    menu.add(shown(tr("New group...")), [this] { make_group(); });
    if (group_) {
        menu.add(shown(tr("Codes and name of this group...")), [this] { ask_group(this, session_, *group_); });
        menu.add(shown(tr("Delete this group; its codes stay")), [this] {
            const auto id = *group_;
            if (run(this, [&] { return coding::delete_group(session_.project(), id); }))
                if (auto* bar = message_bar_of(this)) bar->offer_undo(shown(tr("The group is gone; its codes stay.")));
        });
    }
    menu.ask(*groups_);
}

}
