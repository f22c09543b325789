// What a user does in the search panel: keys, completion, coding what was found, keeping a search.
#include "code_palette.h"
#include "coding/saved_search.h"
#include "coding/search_fields.h"
#include "coding/smart_code.h"
#include "coding/suggest.h"
#include "completion_list.h"
#include "proposals.h"
#include "review_list.h"
#include "run.h"
#include "search_panel.h"
#include "search_start.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/splitter.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

/// The window that the palette is laid over: what holds all panels.
wxWindow* area_of(wxWindow* window)
{
    auto* area = window->GetParent();
    while (dynamic_cast<wxSplitterWindow*>(area) && area->GetParent()) area = area->GetParent();
    return area;
}

}

CodePalette& SearchPanel::palette()
{
    if (!palette_) palette_ = new CodePalette(area_of(this), session_);
    return *palette_;
}

void SearchPanel::press(wxKeyEvent& event)
{
    const bool open = completion_->IsShown();
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        if (open)
            completion_->move(1);
        else if (page_ == Page::start)
            start_->list().SetFocus();
        else
            list_->SetFocus();
        return;
    case WXK_UP:
        if (open) completion_->move(-1);
        return;
    case WXK_TAB:
        if (const auto one = completion_->chosen() ? completion_->chosen() : completion_->first(); open && one)
            return put_in(*one);
        query_->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (const auto one = completion_->chosen(); open && one) return put_in(*one);
        completion_->close();
        ask();
        if (page_ == Page::hits && model_->documents() > 0) list_->SetFocus();
        return;
    case WXK_ESCAPE:
        if (!open) return acts_.leave();
        completion_->close();
        return ask();
    default: event.Skip();
    }
}

void SearchPanel::press_in_list(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_SPACE: return go(false);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: return go(true);
    case WXK_ESCAPE: return acts_.leave();
    default: event.Skip();
    }
}

void SearchPanel::complete()
{
    const auto caret = query_->GetInsertionPoint();
    const auto found = completions(session_, utf8(query_->GetValue()), static_cast<std::size_t>(std::max(0L, caret)));
    if (found.list.empty()) return completion_->close();
    const auto typed = query_->GetValue().Left(found.begin);
    const auto field = query_->GetRect();
    completion_->show(found.list, {field.x + query_->GetTextExtent(typed).x, field.GetBottom() + 2});
}

void SearchPanel::put_in(const Completion& completion)
{
    const auto caret = static_cast<std::size_t>(std::max(0L, query_->GetInsertionPoint()));
    const auto found = completions(session_, utf8(query_->GetValue()), caret);
    const auto text = query_->GetValue();
    const auto put = shown(completion.text) + (completion.text.ends_with(':') ? "" : " ");
    completion_->close();
    query_->ChangeValue(text.Left(found.begin) + put + text.Mid(found.end));
    query_->SetFocus();
    query_->SetInsertionPoint(static_cast<long>(found.begin + put.length()));
    // After `code:` come the codes.
    typed();
}

/// With the focus in the text; else only shown, one goes on in the list.
void SearchPanel::go(bool with_focus)
{
    wxDataViewItemArray rows;
    list_->GetSelections(rows);
    if (rows.size() != 1) return;
    const auto at = model_->passage_of(rows[0]);
    if (!at || *at >= found_.list.size()) return;
    const auto& passage = found_.list[*at];
    if (passage.archive) {
        if (with_focus) say_that_it_is_elsewhere(*passage.archive);
        return;
    }
    const auto focus = passage.marks.empty() ? passage.span : passage.marks.front();
    session_.go_to({passage.document, focus, passage.marks});
    if (with_focus)
        acts_.read();
    else
        list_->SetFocus();
}

/// One row is where one looks; several, or a document, are a choice.
std::vector<coding::Passage> SearchPanel::chosen() const
{
    wxDataViewItemArray rows;
    list_->GetSelections(rows);
    std::vector<std::size_t> numbers;
    for (const auto& row : rows) {
        if (const auto at = model_->passage_of(row); at && rows.size() > 1) numbers.push_back(*at);
        for (const auto at : model_->passages_below(row)) numbers.push_back(at);
    }
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    std::vector<coding::Passage> places;
    for (const auto at : numbers)
        if (at < found_.list.size() && !found_.list[at].archive)
            places.push_back({found_.list[at].document, found_.list[at].span});
    return places;
}

void SearchPanel::review()
{
    if (answered_.empty() || !problem_.empty() || found_.total == 0) return;
    only_ = chosen();
    const auto at = area_of(this)->ScreenToClient(code_->ClientToScreen({0, 0}));
    palette().open(
        at,
        [this](coding::CodeId code) {
            const auto* known = session_.code(code);
            target_ = {code, known ? known->path : std::string(), false};
            fill_review();
        },
        [this](const std::string& path) {
            target_ = {std::nullopt, path, false};
            fill_review();
        });
}

void SearchPanel::fill_review()
{
    if (target_.suggested) return;
    const wxBusyCursor busy;
    const auto extent = static_cast<coding::Extent>(std::max(0, extent_->GetSelection()));
    const auto hits = run(this, [&] {
        return session_.index().search(answered_, {0, -1}, coding::search_fields(session_.reading()));
    });
    if (!hits) return;
    extent_->Show();
    review_->show(shown(say("Code with {}: {}", target_.path, answered_)),
                  proposals_of(session_.reading(), *hits, extent, only_, target_.code), wxString());
    show(Page::review);
    review_->list().SetFocus();
}

void SearchPanel::suggest(coding::CodeId code)
{
    const auto* known = session_.code(code);
    if (!known) return;
    const wxBusyCursor busy;
    const auto found = run(this, [&] { return coding::suggest(session_.reading(), code); });
    if (!found) return;
    target_ = {code, known->path, true};
    extent_->Hide();
    review_->show(found->empty() ? shown(say("Nothing to suggest for {}: too little carries it yet", known->name))
                                 : shown(say("Suggestions for {}", known->name)),
                  proposals_of(*found), shown(tr("Because of")));
    show(Page::review);
    review_->list().SetFocus();
}

void SearchPanel::code_reviewed(const std::vector<coding::Passage>& places)
{
    auto& project = session_.project();
    const auto target = target_;
    const auto query = answered_;
    const auto put = [&](coding::CodeId code) -> workbench::Result<std::int64_t> {
        if (target.suggested) {
            const auto made = coding::mark_passages(project, places, {code});
            if (!made) return workbench::fail(made.error());
            return made->created;
        }
        const auto made = coding::autocode(project, places, query, code);
        if (!made) return workbench::fail(made.error());
        return made->coded;
    };
    coding::CodeId used;
    const auto coded = run(this, [&] {
        return project.change(workbench::Op::autocode, [&](workbench::Change&) -> workbench::Result<std::int64_t> {
            const auto code = target.code ? workbench::Result<coding::CodeId>(*target.code)
                                          : coding::add_code(project, {target.path, coding::Origin::emergent});
            if (!code) return workbench::fail(code.error());
            used = *code;
            return put(*code);
        });
    });
    if (!coded) return;
    session_.used(used);
    if (auto* bar = message_bar_of(this))
        bar->tell(shown(say_n("{} new coding with {}.", "{} new codings with {}.", *coded, *coded, target.path)));
    show(asked_.empty() ? Page::start : Page::hits);
}

void SearchPanel::ask_name()
{
    naming_->Show();
    name_->ChangeValue(shown(answered_));
    name_->SelectAll();
    name_->SetFocus();
    Layout();
}

void SearchPanel::save(bool as_code)
{
    const auto name = utf8(name_->GetValue().Strip(wxString::both));
    const auto query = answered_;
    auto& project = session_.project();
    const bool done = as_code ? run(this, [&] { return coding::add_smart_code(project, {name}, query); }).has_value()
                              : run(this, [&] { return coding::save_search(project, name, query); }).has_value();
    if (!done) return;
    naming_->Hide();
    Layout();
    query_->SetFocus();
    if (auto* bar = message_bar_of(this))
        bar->tell(shown(as_code ? say("The smart code {} stands for what this search finds.", name)
                                : say("The search {} is saved; it is listed when the field is empty.", name)));
}

}
