#include "quotation_preview.h"
#include "coding/quotation_export.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::Span;
using workbench::tr;

namespace
{

/// What is shown around a quotation: the paragraph before, those it stands in, the one after.
Span context_of(const workbench::Reading& reading, workbench::DocumentId document, Span span)
{
    const auto paragraphs = workbench::paragraphs_of(reading, document);
    if (paragraphs.empty()) return span;
    const auto last = std::ssize(paragraphs) - 1;
    const auto paragraph_at = [&](std::int64_t position) {
        const auto after = std::ranges::upper_bound(paragraphs, position, {}, &Span::begin) - paragraphs.begin();
        return std::clamp<std::ptrdiff_t>(after - 1, 0, last);
    };
    const auto from = std::max<std::ptrdiff_t>(0, paragraph_at(span.begin) - 1);
    const auto to = std::min(last, paragraph_at(std::max(span.begin, span.end - 1)) + 1);
    return {std::min(span.begin, paragraphs[static_cast<std::size_t>(from)].begin),
            std::max(span.end, paragraphs[static_cast<std::size_t>(to)].end)};
}

}

QuotationPreview& QuotationPreview::show(wxWindow* near, Session& session, const coding::Quotation& quotation)
{
    return *new QuotationPreview(near, session, quotation);
}

QuotationPreview::QuotationPreview(wxWindow* near, Session& session, const coding::Quotation& quotation)
    : Overlay(near, wxSize(640, 420), shown(say("Quotation {}", quotation.label()))), session_(session)
{
    text_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_RICH2 | wxTE_READONLY | wxBORDER_NONE);
    text_->SetFont(look::reading(12));
    set_accessible_name(text_, shown(say("Quotation {} in its context", quotation.label())));
    add_style_class(text_, "quipu-paper");
    fill(quotation);
    text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_SPACE || key == WXK_RETURN || key == WXK_NUMPAD_ENTER)
            close();
        else
            event.Skip();
    });
    open(text_);
}

void QuotationPreview::fill(const coding::Quotation& quotation)
{
    coding::QuotationReader read(session_.reading());
    const auto row = read(quotation);
    auto* head = new wxStaticText(this, wxID_ANY, shown(row.document + "  " + coding::citation_of(row)),
                                  wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    head->SetFont(look::interface(1, true));
    std::string codes;
    for (const auto& code : row.codes) codes += (codes.empty() ? "" : ", ") + code;
    wxString below = shown(codes.empty() ? tr("no code") : codes);
    if (quotation.comment) below += "\n" + shown(*quotation.comment);
    auto* foot = new wxStaticText(this, wxID_ANY, below, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    foot->SetForegroundColour(look::faint());
    auto* keys = new wxStaticText(this, wxID_ANY, shown(tr("Space or Escape closes")));
    keys->SetForegroundColour(look::faint());
    keys->SetFont(look::interface(0.88));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(hairline(this), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 1));
    column->Add(text_, wxSizerFlags(1).Expand().Border(wxALL, 12));
    column->Add(foot, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 12));
    column->Add(keys, wxSizerFlags().Border(wxALL, 12));
    SetSizer(column);
    if (!quotation.span) {
        text_->ChangeValue(shown(tr("This quotation has no place in the text.")));
        return;
    }
    const auto around = context_of(session_.reading(), quotation.document, *quotation.span);
    text_->ChangeValue(shown(workbench::slice(session_.reading(), quotation.document, around)));
    const auto begin = quotation.span->begin - around.begin, end = quotation.span->end - around.begin;
    wxTextAttr mark(look::ink(), look::over(look::accent(), look::paper(), 0.25));
    text_->SetStyle(0, text_->GetLastPosition(), wxTextAttr(look::faint()));
    text_->SetStyle(begin, end, mark);
    text_->ShowPosition(begin);
}

}
