#include "first_page.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"

namespace gui
{
namespace
{

constexpr std::size_t page = 5000; ///< characters shown

}

FirstPage::FirstPage(wxWindow* parent)
    : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                 wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxBORDER_NONE)
{
    SetFont(look::reading(11));
    SetBackgroundColour(look::paper());
    SetForegroundColour(look::ink());
    add_style_class(this, "quipu-paper");
    set_margins(*this, 12, 8);
    set_accessible_name(this, shown(workbench::tr("First page of the text")));
}

void FirstPage::show(const workbench::Draft* draft)
{
    labels_.clear();
    if (!draft) {
        ChangeValue(wxString());
        return;
    }
    // Four bytes a character at most: no more than needed is turned into a string of the toolkit.
    const auto bytes = draft->source.text.substr(0, page * 4);
    auto text = shown(bytes);
    for (std::size_t cut = 1; text.empty() && cut < 4 && !bytes.empty(); ++cut)
        text = shown(bytes.substr(0, bytes.size() - cut));
    const bool more = text.length() > page || draft->source.text.size() > bytes.size();
    text.Truncate(std::min(text.length(), page));
    ChangeValue(more ? text + wxUniChar(0x2026) : text);
    const wxTextAttr plain(look::ink(), look::paper(), look::reading(11));
    SetStyle(0, GetLastPosition(), plain);
    const auto strong = look::reading(11).Bold();
    for (const auto& turn : draft->found.turns) {
        const auto end = static_cast<std::size_t>(turn.label_end);
        if (end > text.length()) break;
        if (turn.label_end == turn.span.begin) continue;
        const auto asks = workbench::is_interviewer(turn.speaker.value_or(""));
        SetStyle(turn.span.begin, turn.label_end,
                 wxTextAttr(asks ? look::faint() : look::accent(), wxNullColour, strong));
        labels_.push_back(
            utf8(text.Mid(static_cast<std::size_t>(turn.span.begin), end - static_cast<std::size_t>(turn.span.begin))));
    }
    SetInsertionPoint(0);
    ShowPosition(0);
}

}
