#include "search_panel.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr std::size_t most_listed = 500;

/// The passage on one line around its first mark, the marks in bold.
wxString marked_up(const FoundPassage& passage)
{
    const auto text = shown(passage.text);
    constexpr std::int64_t before = 60, length = 260;
    const auto first = passage.marks.empty() ? 0 : passage.marks.front().begin - passage.span.begin;
    const auto begin = std::max<std::int64_t>(0, first - before);
    const auto end = std::min<std::int64_t>(static_cast<std::int64_t>(text.length()), begin + length);
    wxString line = begin > 0 ? wxString(wxUniChar(0x2026)) : wxString();
    auto at = begin;
    const auto piece = [&](std::int64_t from, std::int64_t to) {
        auto cut =
            text.Mid(static_cast<std::size_t>(from), static_cast<std::size_t>(std::max<std::int64_t>(0, to - from)));
        cut.Replace("\n", " ");
        return escaped(cut);
    };
    for (const auto& mark : passage.marks) {
        const auto from = std::max(at, mark.begin - passage.span.begin);
        const auto to = std::min(end, mark.end - passage.span.begin);
        if (from >= to) continue;
        line += piece(at, from) + "<b>" + piece(from, to) + "</b>";
        at = to;
    }
    line += piece(at, end);
    return end < static_cast<std::int64_t>(text.length()) ? line + wxUniChar(0x2026) : line;
}

}

SearchPanel::SearchPanel(wxWindow* parent, Session& session, std::function<void()> leave)
    : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    title_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title_->SetFont(look::interface(1, true));
    count_ = new wxStaticText(this, wxID_ANY, wxString());
    count_->SetForegroundColour(look::faint());
    auto* close =
        new wxButton(this, wxID_ANY, wxString(wxUniChar(0x00D7)), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(close, "quipu-flat");
    set_accessible_name(close, shown(tr("Close the results")));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Passages found")));
    add_style_class(list_, "quipu-panel");
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 150);
    auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    text->EnableMarkup();
    list_->AppendColumn(new wxDataViewColumn(wxString(), text, 1, 600));

    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(title_, wxSizerFlags().CenterVertical().Border(wxALL, 8));
    head->Add(count_, wxSizerFlags(1).CenterVertical());
    head->Add(close, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(column);

    close->Bind(wxEVT_BUTTON, [leave](wxCommandEvent&) { leave(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { open(list_->GetSelectedRow()); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open(list_->GetSelectedRow()); });
    list_->Bind(wxEVT_KEY_DOWN, [leave](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            leave();
        else
            event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet& changes) {
        if (IsShown() && !changes.documents.empty()) search(query_);
    });
}

bool SearchPanel::search(const std::string& query)
{
    auto found = run(this, [&] { return find_passages(session_, query, most_listed); });
    if (!found) return false;
    query_ = query;
    found_ = std::move(*found);
    fill();
    return true;
}

void SearchPanel::fill()
{
    title_->SetLabel(shown(query_));
    const auto listed = static_cast<std::int64_t>(found_.list.size());
    wxString count = shown(say_n("{} passage", "{} passages", found_.total, utf8(grouped(found_.total))));
    if (found_.total > listed) count += ", " + shown(say("the first {} are listed", listed));
    if (found_.total == 0) count = shown(tr("Not found. Try fewer words."));
    count_->SetLabel(count);
    list_->DeleteAllItems();
    for (const auto& passage : found_.list) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(passage.name) + wxString::FromUTF8(" \xC2\xB6 ") +
                        wxString::Format("%d", passage.paragraph));
        cells.push_back(marked_up(passage));
        list_->AppendItem(cells);
    }
    Layout();
}

void SearchPanel::open(int row)
{
    if (row < 0 || row >= static_cast<int>(found_.list.size())) return;
    const auto& passage = found_.list[static_cast<std::size_t>(row)];
    const auto focus = passage.marks.empty() ? passage.span : passage.marks.front();
    session_.go_to({passage.document, focus, passage.marks});
}

}
