#include "code_gestures.h"
#include "chooser.h"
#include "coding/code_tree.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/quotation_list.h"
#include "coding/smart_code.h"
#include "look.h"
#include "paper/palette.h"
#include "run.h"
#include "shown.h"
#include "workbench/change.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>
#include <wx/colordlg.h>
#include <wx/utils.h>

namespace gui
{

using coding::CodeId;
using workbench::Change;
using workbench::fail;
using workbench::Op;
using workbench::Result;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

std::string counted(std::int64_t number)
{
    return number == 0 ? std::string() : utf8(grouped(number));
}

std::string name_of(Session& session, CodeId id)
{
    const auto* code = session.code(id);
    return code ? code->name : std::string();
}

/// "Cero papel", or "3 codes".
std::string named_codes(Session& session, const std::vector<CodeId>& codes)
{
    if (codes.size() == 1) return say("\"{}\"", name_of(session, codes.front()));
    return say_n("{} code", "{} codes", std::ssize(codes), std::ssize(codes));
}

std::set<std::int64_t> numbers(const std::vector<CodeId>& codes)
{
    std::set<std::int64_t> all;
    for (const auto code : codes) all.insert(code.value);
    return all;
}

std::vector<CodeId> codes_in(const Chosen& chosen)
{
    std::vector<CodeId> codes;
    for (const auto id : chosen.ids) codes.push_back(CodeId{id});
    return codes;
}

}

std::vector<Choice> code_choices(Session& session, const std::vector<CodeId>& without)
{
    const auto below = coding::CodeTree(session.reading()).with_descendants(without);
    const std::set<CodeId> left_out(below.begin(), below.end());
    std::vector<Choice> choices;
    for (const auto& code : session.codes())
        if (!left_out.contains(code.id))
            choices.push_back({code.id.value, code.path, counted(code.quotations), code.color.value_or("#9A9A9A")});
    return choices;
}

void ask_merge(wxWindow* window, Session& session, const std::vector<CodeId>& codes)
{
    if (codes.empty()) return;
    Question question{.title = say("Merge {} into", named_codes(session, codes)), .choices = {}, .done = {}};
    // What lies below may take it over too; only they themselves may not.
    for (auto& choice : code_choices(session))
        if (!numbers(codes).contains(choice.id)) question.choices.push_back(std::move(choice));
    question.done = [window, &session, codes](const Chosen& chosen) {
        const CodeId into{chosen.ids.front()};
        const auto from = named_codes(session, codes);
        if (!run(window, [&] { return coding::merge_codes(session.project(), codes, into); })) return;
        session.look_at(std::optional(into));
        if (auto* bar = message_bar_of(window))
            bar->offer_undo(shown(say("{} went into \"{}\".", from, name_of(session, into))));
    };
    Chooser::ask(window, std::move(question));
}

void ask_parent(wxWindow* window, Session& session, const std::vector<CodeId>& codes)
{
    if (codes.empty()) return;
    Question question{
        .title = say("Put {} below", named_codes(session, codes)), .choices = {{0, tr("the top")}}, .done = {}};
    for (auto& choice : code_choices(session, codes)) question.choices.push_back(std::move(choice));
    question.done = [window, &session, codes](const Chosen& chosen) {
        const auto id = chosen.ids.front();
        const auto parent = id == 0 ? std::nullopt : std::optional(CodeId{id});
        run(window, [&] { return coding::place_codes(session.project(), codes, parent); });
    };
    Chooser::ask(window, std::move(question));
}

void ask_split(wxWindow* window, Session& session, CodeId id)
{
    const auto* code = session.code(id);
    if (!code) return;
    const auto path = code->path;
    const auto above = path.size() > coding::escape_name(code->name).size()
                           ? path.substr(0, path.size() - coding::escape_name(code->name).size())
                           : std::string();
    Question question{.title = say("Split \"{}\"", code->name), .choices = {}, .done = {}};
    coding::QuotationReader read(session.reading());
    for (const auto& quotation : coding::quotations(session.reading(), {.codes = {id}})) {
        const auto row = read(quotation);
        question.choices.push_back({quotation.id.value, quotation.label() + "  " + utf8(one_line(row.text, 90)),
                                    row.study_case.value_or(row.document)});
    }
    question.many = true;
    question.name_label = tr("Name of the new code");
    question.name = say("{}, part", code->name);
    question.verb = [](std::int64_t count) {
        return say_n("Split off {} quotation", "Split off {} quotations", count, count);
    };
    question.done = [window, &session, id, above](const Chosen& chosen) {
        std::vector<coding::QuotationId> quotations;
        for (const auto each : chosen.ids) quotations.push_back(coding::QuotationId{each});
        const coding::NewCode part{.path = above + coding::escape_name(chosen.name),
                                   .origin = coding::Origin::emergent};
        const auto made = run(window, [&] { return coding::split_code(session.project(), id, part, quotations); });
        if (made) session.look_at(std::optional(*made));
    };
    Chooser::ask(window, std::move(question));
}

void ask_new_group(wxWindow* window, Session& session, const std::vector<CodeId>& codes,
                   std::function<void(coding::CodeGroupId)> made)
{
    Question question{.title = tr("New group of codes"), .choices = code_choices(session), .done = {}};
    question.many = true;
    question.checked = numbers(codes);
    question.name_label = tr("Name of the group");
    question.verb = [](std::int64_t count) {
        return say_n("Make a group of {} code", "Make a group of {} codes", count, count);
    };
    question.done = [window, &session, made = std::move(made)](const Chosen& chosen) {
        const auto group =
            run(window, [&] { return coding::add_group(session.project(), chosen.name, codes_in(chosen)); });
        if (group) made(*group);
    };
    Chooser::ask(window, std::move(question));
}

void ask_group(wxWindow* window, Session& session, coding::CodeGroupId id)
{
    for (const auto& group : coding::code_groups(session.reading())) {
        if (group.id != id) continue;
        Question question{.title = say("Group \"{}\"", group.name), .choices = code_choices(session), .done = {}};
        question.many = question.none_too = true;
        question.checked = numbers(group.codes);
        question.name_label = tr("Name of the group");
        question.name = group.name;
        question.verb = [](std::int64_t count) {
            return say_n("Keep {} code in it", "Keep {} codes in it", count, count);
        };
        question.done = [window, &session, id](const Chosen& chosen) {
            run(window, [&] {
                return coding::set_group(session.project(), id, {.name = chosen.name, .codes = codes_in(chosen)});
            });
        };
        Chooser::ask(window, std::move(question));
        return;
    }
}

void toggle_group(wxWindow* window, Session& session, const coding::CodeGroup& group, const std::vector<CodeId>& codes)
{
    auto members = group.codes;
    const auto is_member = [&](CodeId code) { return std::ranges::find(members, code) != members.end(); };
    if (std::ranges::all_of(codes, is_member))
        std::erase_if(members, [&](CodeId code) { return std::ranges::find(codes, code) != codes.end(); });
    else
        for (const auto code : codes)
            if (!is_member(code)) members.push_back(code);
    run(window, [&] { return coding::set_group(session.project(), group.id, {.codes = members}); });
}

std::vector<std::pair<std::string, wxString>> palette_colors()
{
    const char* const names[] = {tr("Orange"), tr("Sky blue"), tr("Green"),  tr("Yellow"), tr("Blue"),  tr("Vermilion"),
                                 tr("Pink"),   tr("Charcoal"), tr("Indigo"), tr("Plum"),   tr("Khaki"), tr("Silver")};
    static_assert(std::size(names) == paper::palette.size());
    std::vector<std::pair<std::string, wxString>> colors;
    for (std::size_t i = 0; i < paper::palette.size(); ++i)
        colors.emplace_back(paper::hex(paper::palette[i]), shown(names[i]));
    return colors;
}

void set_color(wxWindow* window, Session& session, const std::vector<CodeId>& codes, const std::string& color)
{
    run(window, [&] {
        return session.project().change(Op::set_code, [&](Change& change) -> Result<int> {
            int changed = 0;
            for (const auto code : codes) {
                const auto done = coding::set_code(session.project(), code, {.color = color});
                if (!done) return fail(done.error());
                changed += *done;
            }
            change.about(named_codes(session, codes));
            return changed;
        });
    });
}

void ask_color(wxWindow* window, Session& session, const std::vector<CodeId>& codes)
{
    if (codes.empty()) return;
    const auto* first = session.code(codes.front());
    wxColourData data;
    data.SetColour(look::of_code(first ? first->color : std::nullopt));
    wxColourDialog dialog(wxGetTopLevelParent(window), &data);
    if (dialog.ShowModal() != wxID_OK) return;
    set_color(window, session, codes, utf8(dialog.GetColourData().GetColour().GetAsString(wxC2S_HTML_SYNTAX)));
}

namespace
{

/// What goes with codes, for the sentence: "2 codes below, 14 codings, 1 link".
std::string what_goes_with(Session& session, const std::vector<CodeId>& codes)
{
    const auto all = coding::CodeTree(session.reading()).with_descendants(codes);
    const std::set<CodeId> going(all.begin(), all.end());
    std::int64_t codings = 0, memos = 0;
    std::set<std::int64_t> links;
    for (const auto code : all) {
        if (const auto* known = session.code(code)) codings += known->codings;
        for (const auto& link : coding::links(session.reading(), code.value)) links.insert(link.id.value);
        memos += std::ssize(coding::memos(session.reading(), code.value));
    }
    const auto below = std::ssize(all) - std::ssize(codes);
    std::vector<std::string> parts;
    if (below > 0) parts.push_back(say_n("{} code below", "{} codes below", below, below));
    if (codings > 0) parts.push_back(say_n("{} coding", "{} codings", codings, codings));
    const auto ties = std::ssize(links);
    if (ties > 0) parts.push_back(say_n("{} link", "{} links", ties, ties));
    if (memos > 0) parts.push_back(say_n("the tie to {} memo", "the ties to {} memos", memos, memos));
    std::string list;
    for (const auto& part : parts) list += (list.empty() ? "" : ", ") + part;
    return list;
}

}

void delete_codes(wxWindow* window, Session& session, const std::vector<CodeId>& codes)
{
    if (codes.empty()) return;
    const auto names = named_codes(session, codes), with = what_goes_with(session, codes);
    const auto gone = run(window, [&] {
        return session.project().change(Op::delete_code, [&](Change& change) -> Result<int> {
            int count = 0;
            for (const auto code : codes) {
                if (!coding::code(change, code)) continue; // went with its parent
                const auto done = coding::delete_code(session.project(), code, true);
                if (!done) return fail(done.error());
                count += *done;
            }
            change.about(names);
            return count;
        });
    });
    if (!gone) return;
    if (auto* bar = message_bar_of(window))
        bar->offer_undo(shown(with.empty() ? say("{} is gone.", names) : say("{} is gone, with {}.", names, with)));
}

void freeze_code(wxWindow* window, Session& session, coding::CodeId code, coding::Extent extent)
{
    const auto* known = session.code(code);
    const auto path = known ? known->path : std::string();
    const wxBusyCursor busy;
    const auto made = run(window, [&] { return coding::freeze(session.project(), code, extent); });
    if (!made) return;
    if (auto* bar = message_bar_of(window))
        bar->offer_undo(shown(say_n("{} is an ordinary code now, with {} coding of what it found.",
                                    "{} is an ordinary code now, with {} codings of what it found.", made->coded, path,
                                    made->coded)));
}

}
