#include "completion_list.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::tr;
constexpr int list_width = 420, row_height = 25;

}

CompletionList::CompletionList(wxWindow* parent, const std::function<void(const Completion&)>& choose)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)
{
    SetBackgroundColour(look::paper());
    rows_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(rows_, shown(tr("What could be typed here")));
    add_style_class(rows_, "quipu-panel");
    rows_->SetRowHeight(row_height - 2);
    auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    text->EnableMarkup();
    rows_->AppendColumn(new wxDataViewColumn(wxString(), text, 0, list_width - 12, wxALIGN_LEFT));
    rows_->SetCanFocus(false);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(rows_, wxSizerFlags(1).Expand().Border(wxALL, 2));
    SetSizer(column);
    outline(*this);
    Hide();
    rows_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this, choose](wxDataViewEvent& event) {
        const int row = rows_->ItemToRow(event.GetItem());
        if (row < 0 || row >= static_cast<int>(list_.size()) || !wxGetMouseState().LeftIsDown()) return;
        const auto one = list_[static_cast<std::size_t>(row)];
        CallAfter([choose, one] { choose(one); });
    });
}

void CompletionList::show(const std::vector<Completion>& list, wxPoint at)
{
    list_ = list;
    if (list_.empty()) return close();
    rows_->DeleteAllItems();
    const auto faint = look::faint().GetAsString(wxC2S_HTML_SYNTAX);
    for (const auto& one : list_) {
        wxVector<wxVariant> cells;
        cells.push_back(escaped(shown(one.text)) + "   <span foreground=\"" + faint + "\">" +
                        escaped(shown(one.about)) + "</span>");
        rows_->AppendItem(cells);
    }
    rows_->UnselectAll();
    const auto room = GetParent()->GetClientSize();
    const int height = std::min(static_cast<int>(list_.size()) * row_height + 8, std::max(60, room.y - at.y - 4));
    SetSize(at.x, at.y, std::min(list_width, room.x - at.x - 4), height);
    Show();
    Raise();
    Layout();
}

void CompletionList::close()
{
    list_.clear();
    Hide();
}

void CompletionList::move(int by)
{
    if (list_.empty()) return;
    const int last = static_cast<int>(list_.size()) - 1;
    const int now = rows_->GetSelectedRow();
    const int row = now == wxNOT_FOUND ? (by > 0 ? 0 : last) : std::clamp(now + by, 0, last);
    rows_->SelectRow(static_cast<unsigned>(row));
    rows_->EnsureVisible(rows_->RowToItem(row));
}

std::optional<Completion> CompletionList::chosen() const
{
    const int row = rows_->GetSelectedRow();
    if (list_.empty() || row < 0 || row >= static_cast<int>(list_.size())) return std::nullopt;
    return list_[static_cast<std::size_t>(row)];
}

std::optional<Completion> CompletionList::first() const
{
    return list_.empty() ? std::nullopt : std::optional(list_.front());
}

}
