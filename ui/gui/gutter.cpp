#include "gutter.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cctype>
#include <cmath>
#include <fmt/format.h>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr int numbers_width = 52, times_width = 52, sign_left = 5, sign_width = 12, sign_height = 11;

std::string clock_of(double seconds)
{
    const auto all = static_cast<long>(std::floor(std::max(0.0, seconds)));
    if (all < 3600) return fmt::format("{}:{:02}", all / 60, all % 60);
    return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

bool shows_a_time(const std::string& label)
{
    for (std::size_t i = 1; i + 1 < label.size(); ++i)
        if (label[i] == ':' && std::isdigit(static_cast<unsigned char>(label[i - 1])) &&
            std::isdigit(static_cast<unsigned char>(label[i + 1])))
            return true;
    return false;
}

/// Something said aside: a bubble.
void draw_comment(wxGraphicsContext& context, double x, double y)
{
    auto path = context.CreatePath();
    path.AddRoundedRectangle(x, y, sign_width, sign_height - 3, 2);
    context.FillPath(path);
    auto tail = context.CreatePath();
    tail.MoveToPoint(x + 3, y + sign_height - 4);
    tail.AddLineToPoint(x + 3, y + sign_height);
    tail.AddLineToPoint(x + 7, y + sign_height - 4);
    tail.CloseSubpath();
    context.FillPath(tail);
}

/// Something written down: a sheet with lines and a folded corner.
void draw_memo(wxGraphicsContext& context, double x, double y)
{
    auto sheet = context.CreatePath();
    sheet.MoveToPoint(x + 1.5, y - 0.5);
    sheet.AddLineToPoint(x + 7.5, y - 0.5);
    sheet.AddLineToPoint(x + 10.5, y + 2.5);
    sheet.AddLineToPoint(x + 10.5, y + sign_height + 0.5);
    sheet.AddLineToPoint(x + 1.5, y + sign_height + 0.5);
    sheet.CloseSubpath();
    context.StrokePath(sheet);
    for (const double line : {4.5, 6.5, 8.5}) context.StrokeLine(x + 3.5, y + line, x + 8.5, y + line);
}

}

std::vector<TimeNote> time_notes(const std::vector<workbench::Turn>& turns,
                                 const std::function<std::string(workbench::Span)>& text)
{
    std::vector<TimeNote> notes;
    for (const auto& turn : turns) {
        if (!turn.seconds) continue;
        if (turn.label_end > turn.span.begin && shows_a_time(text({turn.span.begin, turn.label_end}))) continue;
        notes.push_back({turn.span.begin, clock_of(*turn.seconds)});
    }
    return notes;
}

Gutter::Gutter(wxWindow* parent, TextSurface& text) : wxPanel(parent), text_(text)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    set_accessible_name(this, shown(tr("Numbers of the paragraphs")));
    Bind(wxEVT_PAINT, &Gutter::paint, this);
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { text_.scroll_by(event.GetWheelRotation() > 0 ? -72 : 72); });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) { hint(event.GetPosition()); });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        if (const auto found = at(event.GetPosition()); !found.empty() && open_) open_(found);
    });
}

void Gutter::show(std::vector<workbench::Span> paragraphs)
{
    paragraphs_ = std::move(paragraphs);
    Refresh();
}

void Gutter::show_times(std::vector<TimeNote> times)
{
    times_ = std::move(times);
    Refresh();
}

void Gutter::show_signs(std::vector<MarginSign> signs)
{
    signs_ = std::move(signs);
    Refresh();
}

int Gutter::wanted_width() const
{
    return numbers_width + (times_.empty() ? 0 : times_width);
}

void Gutter::paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(look::paper());
    dc.Clear();
    dc.SetFont(look::interface(0.82));
    dc.SetTextForeground(look::faint());
    draw_numbers(dc);
    draw_times(dc);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    draw_signs(*context);
}

void Gutter::draw_numbers(wxDC& dc) const
{
    const auto view = text_.in_view();
    const auto first = std::lower_bound(paragraphs_.begin(), paragraphs_.end(), view.begin,
                                        [](const workbench::Span& span, std::int64_t at) { return span.end < at; });
    for (auto span = first; span != paragraphs_.end() && span->begin <= view.end; ++span) {
        const auto number = wxString::Format("%td", span - paragraphs_.begin() + 1);
        const auto size = dc.GetTextExtent(number);
        const int top = text_.top_of(span->begin), bottom = text_.bottom_of(span->begin);
        dc.DrawText(number, GetClientSize().x - size.x - 10, (top + bottom - size.y) / 2);
    }
}

void Gutter::draw_times(wxDC& dc) const
{
    const auto view = text_.in_view();
    for (const auto& note : times_) {
        if (note.at < view.begin || note.at > view.end) continue;
        const auto time = shown(note.time);
        const auto size = dc.GetTextExtent(time);
        const int top = text_.top_of(note.at), bottom = text_.bottom_of(note.at);
        dc.DrawText(time, sign_left + sign_width + 4, (top + bottom - size.y) / 2);
    }
}

void Gutter::draw_signs(wxGraphicsContext& context)
{
    drawn_.clear();
    const auto view = text_.in_view();
    for (std::size_t i = 0; i < signs_.size(); ++i) {
        if (signs_[i].at < view.begin || signs_[i].at > view.end) continue;
        const int top = text_.top_of(signs_[i].at), bottom = text_.bottom_of(signs_[i].at);
        const wxRect place(sign_left, (top + bottom - sign_height) / 2, sign_width, sign_height);
        if (!drawn_.empty() && drawn_.back().place.y == place.y)
            drawn_.back().last = i + 1;
        else
            drawn_.push_back({place, i, i + 1});
    }
    const auto colour = look::over(look::accent(), look::paper(), 0.75);
    for (const auto& one : drawn_) {
        const auto begin = signs_.begin() + static_cast<std::ptrdiff_t>(one.first),
                   end = signs_.begin() + static_cast<std::ptrdiff_t>(one.last);
        const bool memo = std::any_of(begin, end, [](const auto& sign) { return !sign.memos.empty(); });
        context.SetPen(memo ? wxPen(colour, 1) : *wxTRANSPARENT_PEN);
        context.SetBrush(memo ? *wxTRANSPARENT_BRUSH : wxBrush(colour));
        (memo ? draw_memo : draw_comment)(context, one.place.x, one.place.y);
    }
}

std::optional<wxPoint> Gutter::point_of(coding::QuotationId quotation) const
{
    for (const auto& one : drawn_)
        for (auto i = one.first; i < one.last; ++i)
            if (signs_[i].quotation == quotation)
                return wxPoint(one.place.x + one.place.width / 2, one.place.y + one.place.height / 2);
    return std::nullopt;
}

std::vector<MarginSign> Gutter::at(wxPoint point) const
{
    for (const auto& one : drawn_)
        if (wxRect(one.place).Inflate(5, 5).Contains(point))
            return {signs_.begin() + static_cast<std::ptrdiff_t>(one.first),
                    signs_.begin() + static_cast<std::ptrdiff_t>(one.last)};
    return {};
}

void Gutter::hint(wxPoint point)
{
    std::string said;
    const auto found = at(point);
    for (const auto& sign : found) {
        if (!sign.comment.empty()) said += (said.empty() ? "" : "\n") + sign.label + "  " + sign.comment;
        for (const auto& memo : sign.memos)
            said += (said.empty() ? "" : "\n") +
                    say("{}  Memo: {}", sign.label, memo.title + (memo.text.empty() ? "" : "\n" + memo.text));
    }
    if (GetToolTipText() == shown(said)) return;
    if (said.empty())
        UnsetToolTip();
    else
        SetToolTip(shown(said));
    SetCursor(wxCursor(found.empty() ? wxCURSOR_ARROW : wxCURSOR_HAND));
}

int paragraph_at(const std::vector<workbench::Span>& paragraphs, std::int64_t position)
{
    const auto found = std::partition_point(paragraphs.begin(), paragraphs.end(),
                                            [&](const workbench::Span& span) { return span.end <= position; });
    return found == paragraphs.end() ? static_cast<int>(paragraphs.size())
                                     : static_cast<int>(found - paragraphs.begin()) + 1;
}

}
