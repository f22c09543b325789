#include "gutter.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/dcbuffer.h>

namespace gui
{

Gutter::Gutter(wxWindow* parent, TextSurface& text) : wxPanel(parent), text_(text)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    set_accessible_name(this, shown(workbench::tr("Numbers of the paragraphs")));
    Bind(wxEVT_PAINT, &Gutter::paint, this);
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { text_.scroll_by(event.GetWheelRotation() > 0 ? -72 : 72); });
}

void Gutter::show(std::vector<workbench::Span> paragraphs)
{
    paragraphs_ = std::move(paragraphs);
    Refresh();
}

void Gutter::paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(look::paper());
    dc.Clear();
    dc.SetFont(look::interface(0.82));
    dc.SetTextForeground(look::faint());
    const auto view = text_.in_view();
    const auto first = std::lower_bound(paragraphs_.begin(), paragraphs_.end(), view.begin,
                                        [](const workbench::Span& span, std::int64_t at) { return span.end < at; });
    for (auto span = first; span != paragraphs_.end() && span->begin <= view.end; ++span) {
        const auto number = wxString::Format("%td", span - paragraphs_.begin() + 1);
        const auto size = dc.GetTextExtent(number);
        const int top = text_.top_of(span->begin), bottom = text_.bottom_of(span->begin);
        dc.DrawText(number, GetClientSize().x - size.x - 12, (top + bottom - size.y) / 2);
    }
}

int paragraph_at(const std::vector<workbench::Span>& paragraphs, std::int64_t position)
{
    const auto found = std::find_if(paragraphs.begin(), paragraphs.end(),
                                    [&](const workbench::Span& span) { return position < span.end; });
    return found == paragraphs.end() ? static_cast<int>(paragraphs.size())
                                     : static_cast<int>(found - paragraphs.begin()) + 1;
}

}
