#include "back_link_list.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/sizer.h>

namespace gui
{

using workbench::tr;

BackLinkList::BackLinkList(wxWindow* parent, Session& session, std::int64_t object)
    : wxPanel(parent), session_(session), object_(object)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, shown(tr("What points here")));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("What points here")));
    add_style_class(list_, "quipu-panel");
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 400)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 8));
    SetSizer(column);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND) session_.open_object(links_[static_cast<std::size_t>(row)].object);
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        if (event.GetSize().x > 80) list_->GetColumn(0)->SetWidth(event.GetSize().x - 16);
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    refill();
}

void BackLinkList::refill()
{
    links_ = coding::back_links(session_.reading(), object_);
    list_->DeleteAllItems();
    for (const auto& link : links_) {
        wxVector<wxVariant> cells;
        cells.push_back(one_line(link.sentence, 200));
        list_->AppendItem(cells);
    }
    head_->set_note(grouped(std::ssize(links_)));
    constexpr int row_height = 26, most_rows = 6;
    SetMinSize(wxSize(-1, 34 + row_height * static_cast<int>(std::clamp<std::size_t>(links_.size(), 1, most_rows))));
    if (IsShown() == links_.empty()) Show(!links_.empty());
    GetParent()->Layout();
}

}
