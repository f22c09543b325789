#include "document_view.h"
#include "act_menu.h"
#include "action.h"
#include "code_drop.h"
#include "coding/coding.h"
#include "coding/quotation_list.h"
#include "coding_menu.h"
#include "comment_box.h"
#include "correction_bar.h"
#include "gtk_widgets.h"
#include "gutter.h"
#include "kind_name.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "selection_bar.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
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
    auto* line = hairline(this);
    column->Add(line, wxSizerFlags().Expand());
    transcript_ = new Transcript(this, session_, document_);
    find_ = new FindBar(
        this, [this]() -> const std::string& { return transcript_->content(); },
        [this](const FindBar::Found& found) {
            transcript_->highlight(found.all);
            if (!found.all.empty()) transcript_->reveal(found.all[found.current]);
        });
    correcting_ = new CorrectionBar(this, [this] { correct(); });
    column->Add(correcting_, wxSizerFlags().Expand());
    column->Add(find_, wxSizerFlags().Expand());
    column->Add(transcript_, wxSizerFlags(1).Expand());
    SetSizer(column);
    palette_ = new CodePalette(this, session_);
    bar_ = new SelectionBar(this, session_,
                            {[this](coding::CodeId code) { code_with(code); }, [this] { code_in_vivo(); },
                             [this] { write_memo(); }, [this] { session_.find_all("\"" + selected_text() + "\""); }});

    make_acts();
    moved_ = transcript_->moved.listen([this, last = 0.0]() mutable {
        const auto scrolled = transcript_->text().scroll().value;
        if (scrolled != last) bar_->Hide();
        last = scrolled;
        const auto view = transcript_->text().in_view();
        const auto label =
            wxString(wxUniChar(0x00B6)) + wxString::Format(" %d", paragraph_at(transcript_->paragraphs(), view.begin));
        if (label != paragraph_->GetLabel()) paragraph_->SetLabel(label);
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) {
        fill_head();
        read_signs();
    });
    fill_head();
    read_signs();
}

DocumentView::~DocumentView()
{
    changed_.reset();
    moved_.reset();
    correction_.reset(); // saves what was typed
    chosen_.reset();
}

void DocumentView::make_acts()
{
    comment_ = new CommentBox(this, session_);
    chosen_ = std::make_unique<ChosenQuotation>(*this, session_, document_, *transcript_);
    correction_ =
        std::make_unique<TextCorrection>(*this, session_, document_, *transcript_, [this] { follow_correction(); });
    auto& text = transcript_->text();
    text.on_leave([this] { return correction_->save(); }); // what was typed into the part that goes
    text.define("lit", {.paper = look::over(look::ink(), look::paper(), 0.14), .layer = TextLook::Layer::above});
    hear_stripes();
    transcript_->gutter().on_sign([this](const std::vector<MarginSign>& signs) { choose_sign(signs); });
    text.Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        event.Skip();
        if (!chosen_->ends().over_handle(event.GetPosition())) chosen_->leave();
    });
    text.Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        CallAfter([this] { follow_selection(); });
    });
    // What was dropped is coded when the drag is over: a message may have to be shown.
    text.SetDropTarget(new CodeDrop(session_, [this](const std::vector<coding::CodeId>& codes) {
        CallAfter([this, codes] {
            for (const auto code : codes) code_with(code);
        });
    }));
    text.Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent& event) {
        text_menu(event.GetPosition() == wxDefaultPosition ? wxDefaultPosition : ScreenToClient(event.GetPosition()));
    });
    text.Bind(wxEVT_KEY_UP, [this](wxKeyEvent& event) {
        event.Skip();
        if (event.GetKeyCode() == WXK_SHIFT) follow_selection();
    });
    text.Bind(wxEVT_KEY_DOWN, &DocumentView::hear_keys, this);
}

void DocumentView::hear_stripes()
{
    auto& stripes = transcript_->stripes();
    // Of a copy: what stands beside the text is made anew when a gesture is written.
    stripes.on_chosen([this](const Stripe& stripe) {
        choose(Stripe(stripe));
        CallAfter([this] { transcript_->text().SetFocus(); }); // the click gives the focus to the stripes
    });
    stripes.on_hover([this](const Stripe* stripe) { light(stripe); });
    stripes.on_hint([this](const Stripe& stripe) { return hint_of(session_, document_, stripe); });
    stripes.on_menu([this](const Stripe& stripe) {
        if (choose(Stripe(stripe))) show_coding_menu(*this, session_, chosen_->code());
    });
}

// What is shown but not yet written has no number, and a new code no id: then one waits for it.
bool DocumentView::choose(const Stripe& stripe)
{
    const auto wanted = stripe;
    if (session_.writing()) session_.finish();
    return chosen_->choose_at(wanted.span, wanted.code ? wanted.code : code_at(wanted));
}

void DocumentView::hear_keys(wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    if (key == WXK_ESCAPE) {
        if (chosen_->ends().dragging()) {
            chosen_->ends().cancel();
            return;
        }
        bar_->Hide();
        find_->close();
        transcript_->highlight({});
        chosen_->leave();
        correction_->end();
    }
    if (key == WXK_DELETE && !event.HasAnyModifiers() && chosen_->quotation() && !correction_->active()) {
        chosen_->remove();
        return;
    }
    event.Skip();
}

void DocumentView::follow_correction()
{
    const bool active = correction_->active();
    chosen_->show_ends(!active);
    bar_->Hide();
    if (active)
        correcting_->open(correction_->touched());
    else
        correcting_->close();
}

void DocumentView::light(const Stripe* stripe)
{
    transcript_->text().clear("lit");
    if (stripe) transcript_->text().put("lit", stripe->span);
}

const Stripe* DocumentView::stripe_at(std::int64_t position)
{
    const Stripe* innermost = nullptr; // stripes are by begin, the longer first
    for (const auto& stripe : transcript_->stripes().stripes())
        if (stripe.span.begin <= position && position < stripe.span.end) innermost = &stripe;
    return innermost;
}

// Of the selection, else of the quotation one points at or has chosen, else of the text.
void DocumentView::text_menu(wxPoint at)
{
    auto& text = transcript_->text();
    const auto selected = text.selected();
    const bool some = selected.begin < selected.end;
    if (at == wxDefaultPosition) { // by key
        if (!some && chosen_->quotation())
            show_coding_menu(*this, session_, chosen_->code(), below(*chosen_->quotation()->span));
        else
            show_text_menu(*this, session_, below({selected.begin, selected.begin + 1}));
        return;
    }
    const auto place = text.position_at(text.ScreenToClient(ClientToScreen(at)));
    const auto* stripe = some ? nullptr : stripe_at(place);
    if (stripe && choose(*stripe))
        show_coding_menu(*this, session_, chosen_->code(), at);
    else
        show_text_menu(*this, session_, at);
}

void DocumentView::read_signs()
{
    const auto annotated = coding::annotated_quotations(session_.reading(), document_);
    transcript_->gutter().show_signs(margin_signs(annotated, coding::memos(session_.reading()), document_));
}

void DocumentView::open_sign(const MarginSign& sign)
{
    chosen_->choose(sign.quotation);
    if (sign.comment.empty())
        session_.open_object(sign.memos.front().id.value);
    else
        comment();
}

// One sign may stand for several things; then one chooses.
void DocumentView::choose_sign(const std::vector<MarginSign>& signs)
{
    const auto& first = signs.front();
    if (signs.size() == 1 && first.memos.size() + (first.comment.empty() ? 0 : 1) == 1) {
        open_sign(first);
        return;
    }
    ActMenu menu;
    for (const auto& sign : signs) {
        if (!sign.comment.empty()) menu.add(shown(say("Comment on {}", sign.label)), [this, sign] { open_sign(sign); });
        for (const auto& memo : sign.memos)
            menu.add(shown(say("{}  Memo: {}", sign.label, memo.title)),
                     [this, id = memo.id.value] { session_.open_object(id); });
    }
    menu.show(*this);
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
    auto* size = new wxButton(head, wxID_ANY, "Aa", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(size, "quipu-flat");
    set_accessible_name(size, shown(tr("Size of the text")));
    size->SetToolTip(shown(tr("Size of the text")));
    size->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose_size(); });
    auto* search =
        new wxButton(head, wxID_ANY, shown(tr("Find")) + "  Ctrl+F", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(search, "quipu-flat");
    search->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { find(); });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->AddSpacer(20);
    line->Add(name_, wxSizerFlags().CenterVertical().Border(wxTOP | wxBOTTOM, 10));
    line->Add(about_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, 12));
    line->Add(paragraph_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, 8));
    line->Add(size, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    line->Add(search, wxSizerFlags().CenterVertical().Border(wxRIGHT, 12));
    head->SetSizer(line);
    return head;
}

// All documents are read in one size, so this is for the window to do.
void DocumentView::choose_size()
{
    ActMenu menu;
    for (const auto action : {Action::larger_text, Action::smaller_text})
        menu.add(shown(name_of(info_of(action))) + "\t" + info_of(action).keys, [this, action] {
            wxCommandEvent event(wxEVT_MENU, static_cast<int>(action));
            ProcessWindowEvent(event);
        });
    menu.show(*this);
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
    if (place.marks.empty() && place.span->begin < place.span->end) chosen_->choose_at(*place.span);
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
    save_typing();
    const auto span = transcript_->selected();
    if (span.begin < span.end) return span;
    if (chosen_->quotation()) return chosen_->quotation()->span;
    show_error(this, {ErrorCode::bad_value, tr("Nothing is selected in the text."),
                      tr("Select a passage with the mouse, or with Shift and the arrows, and try again.")});
    return std::nullopt;
}

void DocumentView::follow_selection()
{
    const auto span = transcript_->selected();
    if (span.begin >= span.end || palette_->IsShown() || correction_->active()) {
        bar_->Hide();
        return;
    }
    auto& text = transcript_->text();
    const auto at = ScreenToClient(text.ClientToScreen(text.point_of(span.begin)));
    const auto end = ScreenToClient(text.ClientToScreen({0, text.bottom_of(span.end - 1)}));
    bar_->open(at, end.y);
}

void DocumentView::correct()
{
    if (correction_->active()) {
        correction_->end();
    } else {
        if (chosen_->quotation()) {
            const auto begin = chosen_->quotation()->span->begin;
            transcript_->text().select({begin, begin});
        }
        correction_->begin();
    }
    transcript_->text().SetFocus();
}

void DocumentView::save_typing()
{
    correction_->save();
}

}
