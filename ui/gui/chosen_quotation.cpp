#include "chosen_quotation.h"
#include "coding/coding.h"
#include "coding/quotation_list.h"
#include "marking.h"
#include "run.h"
#include "shown.h"
#include "text_surface.h"
#include "transcript.h"
#include "workbench/tr.h"
#include <wx/weakref.h>

namespace gui
{

using workbench::ErrorCode;
using workbench::say;
using workbench::say_n;
using workbench::Span;
using workbench::tr;

namespace
{

void tell(wxWindow& window, const std::string& sentence)
{
    if (auto* bar = message_bar_of(&window)) bar->tell(shown(sentence));
}

void offer_undo(wxWindow& window, const std::string& sentence)
{
    if (auto* bar = message_bar_of(&window)) bar->offer_undo(shown(sentence));
}

}

ChosenQuotation::ChosenQuotation(wxWindow& window, Session& session, workbench::DocumentId document,
                                 Transcript& transcript)
    : window_(window), session_(session), document_(document), transcript_(transcript), ends_(transcript.text())
{
    ends_.on_dropped([this](Span span) { resize(span); });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) {
        if (quotation_) read();
    });
}

void ChosenQuotation::choose(coding::QuotationId quotation, std::optional<coding::CodeId> code)
{
    quotation_ = coding::quotation(session_.reading(), quotation);
    code_ = code;
    read();
}

bool ChosenQuotation::choose_at(Span span, std::optional<coding::CodeId> code)
{
    const auto found = coding::quotation_at(session_.reading(), document_, span);
    if (!found) return false;
    choose(*found, code);
    return true;
}

void ChosenQuotation::leave()
{
    if (!quotation_) return;
    quotation_.reset();
    code_.reset();
    ends_.show({});
}

// After a change it may stand elsewhere, or nowhere.
void ChosenQuotation::read()
{
    if (quotation_) quotation_ = coding::quotation(session_.reading(), quotation_->id);
    if (!quotation_ || quotation_->document != document_ || !quotation_->span ||
        quotation_->span->begin >= quotation_->span->end) {
        quotation_.reset();
        code_.reset();
    }
    const bool shows = quotation_ && ends_shown_;
    ends_.show(shows ? quotation_->span : std::nullopt);
}

void ChosenQuotation::show_ends(bool shown)
{
    ends_shown_ = shown;
    read();
}

bool ChosenQuotation::need()
{
    clear_message(&window_);
    if (quotation_) return true;
    show_error(&window_, {ErrorCode::not_found, tr("No quotation is chosen."),
                          tr("Click on its bar beside the text, or go to the next one with Alt and the down arrow.")});
    return false;
}

void ChosenQuotation::step(bool back)
{
    clear_message(&window_);
    coding::QuotationFilter filter;
    filter.document = document_;
    const auto here = coding::quotations(session_.reading(), filter);
    const auto from = quotation_ ? std::optional(quotation_->id) : std::nullopt;
    const auto caret = transcript_.text().selected().begin;
    if (const auto next = next_quotation(here, from, caret, back)) {
        choose(*next);
        if (!quotation_) return;
        transcript_.text().select({quotation_->span->begin, quotation_->span->begin});
        transcript_.reveal(*quotation_->span);
    } else if (here.empty()) {
        tell(window_, tr("This document has no quotations yet."));
    } else {
        tell(window_,
             back ? tr("There is no quotation before this one.") : tr("There is no quotation after this one."));
    }
}

void ChosenQuotation::move_end(End end, bool forward)
{
    if (!need()) return;
    const auto* document = session_.document(document_);
    const auto moved = moved_by_word(*quotation_->span, end, forward, transcript_.content(),
                                     document ? document->language : std::string());
    if (moved == *quotation_->span) {
        tell(window_, tr("There is no word further that way."));
        return;
    }
    resize(moved);
    transcript_.reveal(moved);
}

void ChosenQuotation::resize(Span span)
{
    if (!need()) return;
    const auto tidy = transcript_.tidy(span);
    const bool done = tidy.begin < tidy.end &&
                      run(&window_, [&] { return coding::resize_quotation(session_.project(), quotation_->id, tidy); });
    if (!done || *quotation_->span != tidy) read(); // what was dragged did not come to be
}

// It disappears at once and is written behind; when that fails it comes back, and the window says why.
void ChosenQuotation::remove_shown_first(const coding::Code& code)
{
    const auto done = say("\"{}\" was taken away from {}.", code.name, quotation_->label());
    session_.write(
        {{.document = document_, .span = *quotation_->span, .code = code.id, .name = code.name, .away = true}},
        [document = document_, span = *quotation_->span, code = code.id,
         name = code.name](workbench::Project& project) { return take_away(project, document, span, code, name); },
        [window = wxWeakRef<wxWindow>(&window_), done](int) {
            if (window) offer_undo(*window, done);
        });
}

void ChosenQuotation::remove_codings(const std::vector<coding::CodeId>& codes)
{
    const auto label = quotation_->label();
    const auto* code = codes.size() == 1 ? session_.code(codes.front()) : nullptr;
    code_.reset();
    if (code) {
        remove_shown_first(*code);
        return;
    }
    const auto removed = run(&window_, [&] { return coding::unmark(session_.project(), quotation_->id, codes); });
    if (removed)
        offer_undo(window_, say_n("{} coding was taken away from {}.", "{} codings were taken away from {}.", *removed,
                                  *removed, label));
}

void ChosenQuotation::remove()
{
    if (!need()) return;
    const auto& project = session_.project(); // with what was still to be written
    if (code_) {
        remove_codings({*code_});
        return;
    }
    const auto coder = coding::coder_named(project, project.coder());
    const auto mine = coder ? coding::codes_on(project, quotation_->id, coder) : std::vector<coding::CodeId>();
    if (!mine.empty())
        remove_codings(mine);
    else if (coding::codes_on(project, quotation_->id).empty())
        remove_quotation();
    else
        show_error(&window_, {ErrorCode::not_found, say("The codings of {} are another coder's.", quotation_->label()),
                              tr("Each coder takes away only their own codings.")});
}

void ChosenQuotation::remove_quotation()
{
    if (!need()) return;
    const auto label = quotation_->label();
    const auto gone = run(&window_, [&] { return coding::delete_quotation(session_.project(), quotation_->id); });
    if (gone) offer_undo(window_, say("The quotation {} was deleted.", label));
}

}
