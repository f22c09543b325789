#include "document_view.h"
#include "coding/code_tree.h"
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
            write_new_code(*span, coding::names_in(path).back(), [path](auto& project, auto document, Span place) {
                return mark_with_new_code(project, document, place, path);
            });
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

// A copy: what stands beside the text is made anew on the way.
void DocumentView::unmark(Stripe stripe)
{
    if (!stripe.code) session_.finish(); // it has no code before it is written
    const auto code = stripe.code ? stripe.code : code_at(stripe);
    session_.write(
        {{.document = document_, .span = stripe.span, .code = code, .name = stripe.name, .away = true}},
        [document = document_, span = stripe.span, code, name = stripe.name](workbench::Project& project) {
            return take_away(project, document, span, code, name);
        },
        [](int) {});
}

coding::CodeId DocumentView::code_at(const Stripe& stripe) const
{
    for (const auto& one : transcript_->stripes().stripes())
        if (one.span == stripe.span && one.name == stripe.name) return one.code;
    return {};
}

void DocumentView::stripe_menu(Stripe stripe)
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
