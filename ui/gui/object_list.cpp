#include "object_list.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include <algorithm>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

ObjectList::ObjectList(wxWindow* parent, Session& session, const wxString& title, const wxString& when_empty, Read read)
    : wxPanel(parent), session_(session), read_(std::move(read))
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, title);
    empty_ = new wxStaticText(this, wxID_ANY, when_empty, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    empty_->SetForegroundColour(look::faint());
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, title);
    add_style_class(list_, "quipu-panel");
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 130)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 80, wxALIGN_RIGHT)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 8));
    SetSizer(column);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND) session_.open_object(rows_[static_cast<std::size_t>(row)].id);
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    refill();
}

// The note takes what it needs, up to half of the list; the name takes the rest.
void ObjectList::fit()
{
    int note = 20;
    for (const auto& row : rows_) note = std::max(note, list_->GetTextExtent(shown(row.note)).x + 14);
    const int room = list_->GetSize().x - 12;
    if (room < 100) return;
    note = std::min(note, room / 2);
    list_->GetColumn(0)->SetWidth(room - note);
    list_->GetColumn(1)->SetWidth(note);
}

void ObjectList::refill()
{
    auto rows = read_(session_);
    rows_ = std::move(rows);
    list_->DeleteAllItems();
    for (const auto& row : rows_) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(row.name));
        cells.push_back(shown(row.note));
        list_->AppendItem(cells);
    }
    fit();
    head_->set_note(grouped(static_cast<std::int64_t>(rows_.size())));
    if (empty_->IsShown() != rows_.empty()) {
        empty_->Show(rows_.empty());
        Layout();
    }
}

}
