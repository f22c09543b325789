#include "transcript.h"
#include "gtk_widgets.h"
#include "gutter.h"
#include "look.h"
#include "part_bar.h"
#include "preferences.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include "workbench/turns.h"
#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <wx/scrolbar.h>

namespace gui
{
namespace
{

using workbench::Span;
using workbench::tr;

constexpr int measure = 72; ///< characters in a line, where there is room

bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The lines without a letter between two paragraphs: they are drawn low, so that the gap is not a hole.
std::vector<Span> gaps_between(const std::vector<Span>& paragraphs, std::int64_t length)
{
    std::vector<Span> gaps;
    std::int64_t last = 0;
    for (const auto& paragraph : paragraphs) {
        if (paragraph.begin > last + 1) gaps.push_back({last == 0 ? 0 : last + 1, paragraph.begin});
        last = paragraph.end;
    }
    if (length > last + 1) gaps.push_back({last + 1, length});
    return gaps;
}

}

Transcript::Transcript(wxWindow* parent, Session& session, workbench::DocumentId document)
    : wxPanel(parent), session_(session), document_(document), points_(preferences().reading_points)
{
    SetBackgroundColour(look::paper());
    const auto* known = session_.document(document);
    text_ = new TextSurface(this, shown(known ? known->name : std::string(tr("Document"))));
    tints_ = std::make_unique<Dressing>(*text_);
    looked_tints_ = std::make_unique<Dressing>(*text_);
    asked_ = std::make_unique<Dressing>(*text_);
    found_ = std::make_unique<Dressing>(*text_);
    gutter_ = new Gutter(this, *text_);
    stripes_ = new StripePanel(this, session_, *text_);
    bar_ = new wxScrollBar(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSB_VERTICAL);
    add_style_class(bar_, "quipu-scroll");
    set_accessible_name(bar_, shown(tr("Scroll the document")));
    part_bar_ = new PartBar(this, *text_);
    text_->on_moved([this] { follow(); });
    text_->on_length([this] { follow_length(); });
    text_->on_part([this] { dress_part(); });
    text_->set_type(look::reading(points_), 1.5);

    const auto scrolled = [this](wxScrollEvent& event) { text_->scroll_to(event.GetPosition()); };
    for (const auto& type : {wxEVT_SCROLL_THUMBTRACK, wxEVT_SCROLL_CHANGED, wxEVT_SCROLL_PAGEUP, wxEVT_SCROLL_PAGEDOWN,
                             wxEVT_SCROLL_LINEUP, wxEVT_SCROLL_LINEDOWN})
        bar_->Bind(type, scrolled);
    Bind(wxEVT_SIZE, [this](wxSizeEvent&) { arrange(); });

    define_looks();
    read_text();
    read_codings();
    changed_ = session_.changed.listen([this](const workbench::ChangeSet& changes) {
        stale_ = stale_ || held_;
        if (held_) return;
        const auto& touched = changes.documents;
        if (std::find(touched.begin(), touched.end(), document_.value) != touched.end()) read_text();
        read_codings();
    });
    shown_first_ = session_.shown_first.listen([this] {
        stale_ = stale_ || held_;
        if (!held_) read_codings();
    });
    looked_ = session_.looked.listen([this] { tint_looked(); });
}

// The text is a child and goes after this.
Transcript::~Transcript()
{
    text_->on_moved({});
    text_->on_length({});
    text_->on_part({});
    text_->before_drawing({});
}

void Transcript::define_looks()
{
    text_->define("label", {.bold = true, .plain = true, .scale = 0.76});
    text_->define("gap", {.scale = 0.45, .tight = true});
    asked_->define("asked", {.ink = look::faint()});
    found_->define("found",
                   {.ink = wxColour(0, 0, 0), .paper = wxColour(0xFF, 0xE0, 0x66), .layer = TextLook::Layer::above});
}

void Transcript::read_text()
{
    auto text = workbench::text_of(session_.reading(), document_);
    paragraphs_ = workbench::paragraphs_of(session_.reading(), document_);
    turns_ = workbench::turns_of(session_.reading(), document_);
    if (text != content_ || text.empty()) {
        const bool first = content_.empty();
        content_ = std::move(text);
        for (auto* layer : {&tints_, &looked_tints_, &asked_, &found_}) (*layer)->undress();
        dressed_ = {};
        if (first)
            text_->show(content_);
        else
            text_->turn_into(content_);
    }
    dress_turns();
    gutter_->show(paragraphs_);
    follow_part();
    const int width = gutter_->wanted_width();
    gutter_->show_times(
        time_notes(turns_, [this](Span span) { return workbench::slice(session_.reading(), document_, span); }));
    if (gutter_->wanted_width() != width) arrange();
    follow();
}

void Transcript::hold_text(bool held)
{
    held_ = held;
    if (held_ || !std::exchange(stale_, false)) return;
    read_text();
    read_codings();
}

void Transcript::dress_turns()
{
    for (const auto* look : {"label", "gap"}) text_->clear(look);
    for (const auto& turn : turns_)
        if (turn.label_end > turn.span.begin) text_->put("label", {turn.span.begin, turn.label_end});
    for (const auto& gap : gaps_between(paragraphs_, workbench::characters_of(session_.reading(), document_)))
        text_->put("gap", gap);
}

// Another part of a long text is on the screen, bare.
void Transcript::dress_part()
{
    for (auto* layer : {&tints_, &looked_tints_, &asked_, &found_}) (*layer)->undress();
    dressed_ = {};
    dress_turns();
    follow_part();
}

void Transcript::read_codings()
{
    if (!session_.document(document_)) return; // deleted: the tab is about to close
    auto stripes = stripes_of(session_.codings(), document_, session_.provisional());
    shades_ = shades_of(stripes);
    const int width = stripes_->wanted_width();
    stripes_->show(std::move(stripes));
    if (stripes_->wanted_width() != width) arrange();
    tint();
    tint_looked();
}

// Colours do not move a letter, so only what one sees wears them: thousands of codings cost nothing, and no search
// has too many places.
void Transcript::dress()
{
    tint();
    tint_looked();
    tint_asked();
    tint_found();
}

std::string Transcript::tint_of(const Stripe& stripe, int depth)
{
    auto name = fmt::format("tint {} {}", stripe.color.value_or(""), depth);
    if (!tints_->defined(name)) {
        const auto colour = look::over(look::of_code(stripe.color), look::paper(), 0.10 + 0.06 * depth);
        tints_->define(name, {.paper = colour, .layer = TextLook::Layer::below});
    }
    return name;
}

// A light tint of the innermost code, a little stronger where more lie on one another: colours are never mixed.
void Transcript::tint()
{
    std::vector<Dressed> wanted;
    const auto& stripes = stripes_->stripes();
    auto shade = std::partition_point(shades_.begin(), shades_.end(),
                                      [this](const Shade& one) { return one.span.end <= dressed_.begin; });
    for (; shade != shades_.end() && shade->span.begin < dressed_.end; ++shade)
        wanted.push_back({shade->span, tint_of(stripes[shade->stripe], std::min(shade->depth, 3))});
    tints_->wear(std::move(wanted));
}

// Interviewers' turns are of a lighter ink.
void Transcript::tint_asked()
{
    std::vector<Dressed> wanted;
    auto turn = std::partition_point(turns_.begin(), turns_.end(),
                                     [this](const workbench::Turn& one) { return one.span.end <= dressed_.begin; });
    for (; turn != turns_.end() && turn->span.begin < dressed_.end; ++turn)
        if (turn->speaker && workbench::is_interviewer(*turn->speaker)) wanted.push_back({turn->span, "asked"});
    asked_->wear(std::move(wanted));
}

void Transcript::tint_found()
{
    std::vector<Dressed> wanted;
    auto mark = std::partition_point(marks_.begin(), marks_.end(),
                                     [this](const Span& one) { return one.end <= dressed_.begin; });
    for (; mark != marks_.end() && mark->begin < dressed_.end; ++mark) wanted.push_back({*mark, "found"});
    found_->wear(std::move(wanted));
}

// The code looked at stands out, with a line below it, so that colour is not the only sign.
void Transcript::tint_looked()
{
    std::vector<Span> spans;
    std::optional<std::string> color;
    for (const auto& stripe : stripes_->stripes()) {
        if (session_.looked_code() != stripe.code || !workbench::overlap(stripe.span, dressed_)) continue;
        spans.push_back(stripe.span);
        color = stripe.color;
    }
    const auto name = "looked " + color.value_or("");
    const auto colour = look::of_code(color);
    looked_tints_->define(
        name, {.paper = look::over(colour, look::paper(), 0.45), .underline = look::readable(colour, look::paper())});
    std::vector<Dressed> wanted;
    for (const auto& span : joined(std::move(spans))) wanted.push_back({span, name});
    looked_tints_->wear(std::move(wanted));
}

void Transcript::highlight(std::vector<Span> marks)
{
    marks_ = joined(std::move(marks));
    tint_found();
}

workbench::Span Transcript::selected() const
{
    return tidy(text_->selected());
}

workbench::Span Transcript::tidy(Span span) const
{
    for (const auto& turn : turns_)
        if (span.begin >= turn.span.begin && span.begin < turn.label_end)
            span.begin = std::min(turn.label_end, span.end);
    const auto chosen = workbench::slice(session_.reading(), document_, span);
    for (std::size_t i = 0; i < chosen.size() && is_blank(chosen[i]); ++i) ++span.begin;
    for (std::size_t i = chosen.size(); i > 0 && is_blank(chosen[i - 1]) && span.end > span.begin; --i) --span.end;
    return span;
}

void Transcript::reveal(Span span)
{
    text_->reveal(span);
}

void Transcript::set_points(int points)
{
    points_ = points;
    text_->set_type(look::reading(points_), 1.5);
    arrange();
}

// The text takes its measure, its margins stand beside it, and all three stand in the middle.
void Transcript::arrange()
{
    const auto size = GetClientSize();
    if (size.x < 50) return;
    const int bar = bar_->GetBestSize().x, gutter_width = gutter_->wanted_width();
    const int room = size.x - bar;
    const int wanted = static_cast<int>(measure * 0.5 * text_->GetFont().GetPixelSize().y);
    const int margin = std::min(stripes_->wanted_width(), std::max(96, room * 3 / 10));
    const int width = std::clamp(room - gutter_width - margin, 120, wanted);
    const int left = std::max(0, (room - gutter_width - width - margin) / 2);
    constexpr int top = 12;
    const int below = part_bar_->IsShown() ? part_bar_->GetBestSize().y : 0, height = size.y - top - below;
    gutter_->SetSize(left, top, gutter_width, height);
    text_->SetSize(left + gutter_width, top, width, height);
    stripes_->SetSize(left + gutter_width + width, top, std::max(40, room - left - gutter_width - width), height);
    part_bar_->SetSize(0, size.y - below, room, below);
    bar_->SetSize(size.x - bar, 0, bar, size.y);
    follow();
}

void Transcript::follow()
{
    const auto view = text_->in_view();
    if (view.begin < dressed_.begin || view.end > dressed_.end) {
        const auto around = view.end - view.begin + 1000;
        dressed_ = {std::max<std::int64_t>(0, view.begin - around), view.end + around};
        text_->before_drawing([this] { dress(); });
    }
    gutter_->Refresh();
    stripes_->Refresh();
    follow_length();
    moved();
}

void Transcript::follow_length()
{
    const auto scroll = text_->scroll();
    bar_->SetScrollbar(static_cast<int>(scroll.value), static_cast<int>(scroll.page), static_cast<int>(scroll.upper),
                       static_cast<int>(scroll.page));
    bar_->Show(scroll.upper > scroll.page + 1);
}

void Transcript::follow_part()
{
    const auto here = text_->here();
    const auto last = std::max(here.begin, here.end - 1);
    const bool shown = part_bar_->IsShown();
    part_bar_->follow(paragraph_at(paragraphs_, here.begin), paragraph_at(paragraphs_, last));
    if (part_bar_->IsShown() != shown) arrange();
}

}
