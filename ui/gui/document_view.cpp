#include "document_view.h"
#include "coding/coding.h"
#include "gtk_widgets.h"
#include "gutter.h"
#include "kind_name.h"
#include "look.h"
#include "marking.h"
#include "run.h"
#include "selection_bar.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::ErrorCode;
using workbench::say;
using workbench::say_n;
using workbench::Span;
using workbench::tr;

DocumentView::DocumentView(wxWindow* parent, Session& session, workbench::DocumentId document)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      session_(session),
      document_(document)
{
    SetBackgroundColour(look::paper());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_head(), wxSizerFlags().Expand());
    auto* line = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(-1, 1));
    line->SetBackgroundColour(look::hairline());
    column->Add(line, wxSizerFlags().Expand());
    transcript_ = new Transcript(this, session_, document_);
    find_ = new FindBar(
        this, [this]() -> const std::string& { return transcript_->content(); },
        [this](const FindBar::Found& found) {
            transcript_->highlight(found.all);
            if (!found.all.empty()) transcript_->reveal(found.all[found.current]);
        });
    column->Add(find_, wxSizerFlags().Expand());
    column->Add(transcript_, wxSizerFlags(1).Expand());
    SetSizer(column);
    palette_ = new CodePalette(this, session_);
    bar_ = new SelectionBar(this, session_,
                            {[this](coding::CodeId code) { code_with(code); }, [this] { code_in_vivo(); },
                             [this] { write_memo(); }, [this] { session_.find_all("\"" + selected_text() + "\""); }});

    transcript_->stripes().on_menu([this](const Stripe& stripe) { stripe_menu(stripe); });
    auto& text = transcript_->text();
    text.Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        CallAfter([this] { follow_selection(); });
    });
    text.Bind(wxEVT_KEY_UP, [this](wxKeyEvent& event) {
        event.Skip();
        if (event.GetKeyCode() == WXK_SHIFT) follow_selection();
    });
    text.Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) {
            bar_->Hide();
            find_->close();
            transcript_->highlight({});
        }
        event.Skip();
    });
    moved_ = transcript_->moved.listen([this, last = 0.0]() mutable {
        const auto scrolled = transcript_->text().scroll().value;
        if (scrolled != last) bar_->Hide();
        last = scrolled;
        const auto view = transcript_->text().in_view();
        paragraph_->SetLabel(wxString(wxUniChar(0x00B6)) +
                             wxString::Format(" %d", paragraph_at(transcript_->paragraphs(), view.begin)));
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { fill_head(); });
    fill_head();
}

wxPanel* DocumentView::make_head()
{
    auto* head = new wxPanel(this);
    head->SetBackgroundColour(look::paper());
    name_ = new wxStaticText(head, wxID_ANY, wxString());
    name_->SetFont(look::interface(1.1, true));
    about_ = new wxStaticText(head, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetForegroundColour(look::faint());
    paragraph_ = new wxStaticText(head, wxID_ANY, wxString());
    paragraph_->SetForegroundColour(look::faint());
    paragraph_->SetMinSize(wxSize(56, -1));
    auto* search =
        new wxButton(head, wxID_ANY, shown(tr("Find")) + "  Ctrl+F", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(search, "quipu-flat");
    search->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { find(); });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->AddSpacer(20);
    line->Add(name_, wxSizerFlags().CenterVertical().Border(wxTOP | wxBOTTOM, 10));
    line->Add(about_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, 12));
    line->Add(paragraph_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, 8));
    line->Add(search, wxSizerFlags().CenterVertical().Border(wxRIGHT, 12));
    head->SetSizer(line);
    return head;
}

void DocumentView::fill_head()
{
    const auto* known = session_.document(document_);
    if (!known) return;
    name_->SetLabel(shown(known->name));
    wxString about = shown(known->comment.value_or(""));
    if (!about.empty()) about = one_line(utf8(about), 60) + wxString::FromUTF8(" \xC2\xB7 ");
    about += kind_name(known->kind) + wxString::FromUTF8(" \xC2\xB7 ") +
             shown(say_n("{} word", "{} words", known->words, utf8(grouped(known->words))));
    about_->SetLabel(about);
    name_->SetMinSize(wxSize(name_->GetTextExtent(name_->GetLabel()).x + 8, -1));
    name_->GetParent()->Layout();
}

void DocumentView::SetFocus()
{
    transcript_->text().SetFocus();
}

void DocumentView::go(const Place& place)
{
    transcript_->highlight(place.marks);
    if (!place.span) return;
    transcript_->reveal(*place.span);
    // A new tab has its size only after this event; then the text may have to move again.
    CallAfter([this, span = *place.span] { transcript_->reveal(span); });
}

void DocumentView::find()
{
    const auto chosen = selected_text();
    find_->open(chosen.size() <= 80 ? shown(chosen) : wxString());
}

void DocumentView::set_points(int points)
{
    transcript_->set_points(points);
}

std::string DocumentView::selected_text()
{
    const auto span = transcript_->selected();
    return span.begin < span.end ? workbench::slice(session_.reading(), document_, span) : std::string();
}

std::optional<Span> DocumentView::selection()
{
    clear_message(this);
    const auto span = transcript_->selected();
    if (span.begin < span.end) return span;
    show_error(this, {ErrorCode::bad_value, tr("Nothing is selected in the text."),
                      tr("Select a passage with the mouse, or with Shift and the arrows, and try again.")});
    return std::nullopt;
}

void DocumentView::follow_selection()
{
    const auto span = transcript_->selected();
    if (span.begin >= span.end || palette_->IsShown()) {
        bar_->Hide();
        return;
    }
    auto& text = transcript_->text();
    const auto at = ScreenToClient(text.ClientToScreen(text.point_of(span.begin)));
    const auto end = ScreenToClient(text.ClientToScreen({0, text.bottom_of(span.end - 1)}));
    bar_->open(at, end.y);
}

void DocumentView::choose_code()
{
    const auto span = selection();
    if (!span) return;
    bar_->Hide();
    auto& text = transcript_->text();
    const auto at = ScreenToClient(text.ClientToScreen({text.point_of(span->begin).x, text.bottom_of(span->end - 1)}));
    palette_->open(
        at + wxPoint(0, 6), [this](coding::CodeId code) { code_with(code); },
        [this, span](const std::string& path) {
            if (const auto code =
                    run(this, [&] { return mark_with_new_code(session_.project(), document_, *span, path); }))
                session_.used(*code);
        });
}

void DocumentView::code_with(coding::CodeId code)
{
    const auto span = selection();
    if (!span) return;
    bar_->Hide();
    if (run(this, [&] { return coding::mark(session_.project(), document_, *span, {code}); })) session_.used(code);
}

void DocumentView::code_in_vivo()
{
    const auto span = selection();
    if (!span) return;
    bar_->Hide();
    if (const auto code = run(this, [&] { return mark_in_vivo(session_.project(), document_, *span); }))
        session_.used(*code);
}

void DocumentView::code_again()
{
    const auto last = session_.recent_codes(1);
    if (!last.empty())
        code_with(last.front());
    else
        choose_code(); // nothing was used yet: then one chooses
}

void DocumentView::quote()
{
    if (const auto span = selection())
        run(this, [&] { return coding::mark(session_.project(), document_, *span, {}); });
}

void DocumentView::unmark()
{
    clear_message(this);
    const auto span = transcript_->selected();
    const Span wanted{span.begin, std::max(span.end, span.begin + 1)};
    for (const auto& stripe : transcript_->stripes().stripes()) {
        const bool same = span.begin < span.end ? stripe.span == span : workbench::overlap(stripe.span, wanted);
        const auto looked = session_.looked_code();
        if (!same || (looked && *looked != stripe.code)) continue;
        unmark(stripe);
        return;
    }
    show_error(this, {ErrorCode::not_found, tr("There is no coding here."),
                      tr("Put the caret into a coded passage, or use the right button on its bar beside the text.")});
}

void DocumentView::unmark(const Stripe& stripe)
{
    const auto quotation = coding::quotation_at(session_.reading(), document_, stripe.span);
    if (!quotation) return;
    const auto removed = run(this, [&] { return coding::unmark(session_.project(), *quotation, {stripe.code}); });
    if (removed && *removed == 0)
        show_error(this, {ErrorCode::not_found, say("\"{}\" was put here by another coder.", stripe.name),
                          tr("Each coder takes away only their own codings.")});
}

void DocumentView::stripe_menu(const Stripe& stripe)
{
    wxMenu menu;
    const auto remove = menu.Append(wxID_ANY, shown(say("Take \"{}\" away from here", stripe.name)))->GetId();
    const auto look = menu.Append(wxID_ANY, shown(say("Show all quotations of \"{}\"", stripe.name)))->GetId();
    const auto select = menu.Append(wxID_ANY, shown(tr("Select this passage")))->GetId();
    const auto chosen = GetPopupMenuSelectionFromUser(menu);
    if (chosen == remove)
        unmark(stripe);
    else if (chosen == look)
        session_.look_at(stripe.code);
    else if (chosen == select)
        transcript_->text().select(stripe.span);
}

void DocumentView::write_memo()
{
    const auto span = transcript_->selected();
    bar_->Hide();
    if (span.begin >= span.end) {
        session_.write_memo(document_.value);
        return;
    }
    if (const auto marked = run(this, [&] { return coding::mark(session_.project(), document_, span, {}); }))
        session_.write_memo(marked->quotation.value);
}

}
