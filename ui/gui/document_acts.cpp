#include "coding/code_tree.h"
#include "coding/coding.h"
#include "comment_box.h"
#include "document_view.h"
#include "gtk_widgets.h"
#include "marking.h"
#include "reading_steps.h"
#include "run.h"
#include "selection_bar.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include "workbench/turns.h"
#include <algorithm>

// What one does to the selection of a document, or to its chosen quotation.
namespace gui
{

using workbench::ErrorCode;
using workbench::Span;
using workbench::tr;

wxPoint DocumentView::below(Span span)
{
    auto& text = transcript_->text();
    const auto last = std::max(span.begin, span.end - 1);
    return ScreenToClient(text.ClientToScreen({text.point_of(span.begin).x, text.bottom_of(last)})) + wxPoint(0, 6);
}

void DocumentView::open_palette(Span beside, CodePalette::Choose choose, CodePalette::Make make)
{
    bar_->Hide();
    comment_->close();
    palette_->open(below(beside), std::move(choose), std::move(make));
}

void DocumentView::choose_code()
{
    const auto span = selection();
    if (!span) return;
    open_palette(
        *span, [this](coding::CodeId code) { code_with(code); },
        [this, span](const std::string& path) {
            write_new_code(*span, coding::names_in(path).back(), [path](auto& project, auto document, Span place) {
                return mark_with_new_code(project, document, place, path);
            });
        });
}

void DocumentView::change_code(coding::CodeId from)
{
    const auto quotation = chosen_->quotation();
    if (!quotation) return;
    const auto change = [this, id = quotation->id, from](coding::CodeId into) {
        if (!run(this, [&] { return gui::change_code(session_.project(), id, from, into); })) return;
        session_.used(into);
        session_.look_at(into);
        chosen_->choose(id, into);
    };
    open_palette(*quotation->span, change, [this, change](const std::string& path) {
        const auto made = run(this, [&] {
            return coding::add_code(session_.project(), {.path = path, .origin = coding::Origin::emergent});
        });
        if (made) change(*made);
    });
}

void DocumentView::code_with(coding::CodeId code)
{
    const auto span = selection();
    if (!span) return;
    bar_->Hide();
    const auto* known = session_.code(code);
    if (!known) return;
    session_.write(
        {{document_, *span, code, known->name, known->color}},
        [document = document_, span = *span, code](workbench::Project& project) {
            return coding::mark(project, document, span, {code});
        },
        [](const coding::Marked&) {});
    session_.used(code);
}

/// Until the code is made it is shown by its name.
void DocumentView::write_new_code(Span span, const std::string& name, const Making& make)
{
    session_.write(
        {{document_, span, {}, name}},
        [document = document_, span, make](workbench::Project& project) { return make(project, document, span); },
        [&session = session_](coding::CodeId code) { session.used(code); });
}

void DocumentView::code_in_vivo()
{
    const auto span = selection();
    if (!span) return;
    bar_->Hide();
    write_new_code(*span, name_from(workbench::slice(session_.reading(), document_, *span)), mark_in_vivo);
}

void DocumentView::code_again()
{
    session_.finish(); // the last code may be on its way into the project
    const auto last = session_.recent_codes(1);
    if (!last.empty())
        code_with(last.front());
    else
        choose_code(); // nothing was used yet: then one chooses
}

void DocumentView::quote()
{
    const auto span = selection();
    if (!span) return;
    session_.write(
        {},
        [document = document_, span = *span](workbench::Project& project) {
            return coding::mark(project, document, span, {});
        },
        [](const coding::Marked&) {});
}

void DocumentView::unmark()
{
    clear_message(this);
    save_typing();
    if (chosen_->quotation()) {
        chosen_->remove();
        return;
    }
    const auto span = transcript_->selected();
    const Span wanted{span.begin, std::max(span.end, span.begin + 1)};
    for (const auto& stripe : transcript_->stripes().stripes()) {
        const bool same = span.begin < span.end ? stripe.span == span : workbench::overlap(stripe.span, wanted);
        const auto looked = session_.looked_code();
        if (!same || (looked && *looked != stripe.code)) continue;
        if (!choose(stripe)) break;
        chosen_->remove();
        chosen_->leave();
        return;
    }
    show_error(this, {ErrorCode::not_found, tr("There is no coding here."),
                      tr("Put the caret into a coded passage, or use the right button on its bar beside the text.")});
}

// A code that was just made has none before it is written.
coding::CodeId DocumentView::code_at(const Stripe& stripe) const
{
    for (const auto& one : transcript_->stripes().stripes())
        if (one.span == stripe.span && one.name == stripe.name) return one.code;
    return {};
}

void DocumentView::write_memo()
{
    save_typing();
    const auto span = transcript_->selected();
    bar_->Hide();
    if (span.begin >= span.end) {
        session_.write_memo(chosen_->quotation() ? chosen_->quotation()->id.value : document_.value);
        return;
    }
    if (const auto marked = run(this, [&] { return coding::mark(session_.project(), document_, span, {}); }))
        session_.write_memo(marked->quotation.value);
}

void DocumentView::comment()
{
    save_typing();
    const auto selected = transcript_->selected();
    if (selected.begin < selected.end) {
        const auto marked = run(this, [&] { return coding::mark(session_.project(), document_, selected, {}); });
        if (!marked) return;
        chosen_->choose(marked->quotation);
        transcript_->text().select({selected.begin, selected.begin});
    } else if (const auto* stripe = stripe_at(selected.begin); stripe && !chosen_->quotation()) {
        choose(*stripe);
    }
    if (!chosen_->quotation() && !selection()) return; // which says what is missing
    bar_->Hide();
    transcript_->reveal(*chosen_->quotation()->span);
    comment_->open(chosen_->quotation()->id, below(*chosen_->quotation()->span));
}

void DocumentView::next_uncoded_turn()
{
    clear_message(this);
    std::vector<Span> turns, codings;
    for (const auto& turn : transcript_->turns()) {
        const bool asks = turn.speaker && workbench::is_interviewer(*turn.speaker);
        if (const auto said = transcript_->tidy(turn.span); !asks && said.begin < said.end) turns.push_back(said);
    }
    if (transcript_->turns().empty()) turns = transcript_->paragraphs();
    for (const auto& stripe : transcript_->stripes().stripes()) codings.push_back(stripe.span);
    const auto from = chosen_->quotation() ? chosen_->quotation()->span->begin : transcript_->text().selected().begin;
    const auto next = next_uncoded(turns, codings, from);
    if (!next) {
        if (auto* bar = message_bar_of(this)) bar->tell(shown(tr("Nothing is left without a code in this document.")));
        return;
    }
    chosen_->leave();
    transcript_->reveal(*next);
    transcript_->text().select(*next);
    follow_selection();
}

}
