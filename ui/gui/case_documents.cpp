#include "case_documents.h"
#include "dialog_buttons.h"
#include "gtk_widgets.h"
#include "run.h"
#include "shown.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::tr;

CaseDocuments::CaseDocuments(wxWindow* parent, Session& session, const workbench::Case& one)
    : wxDialog(parent, wxID_ANY, shown(say("Documents of {}", one.name)), wxDefaultPosition, wxSize(420, 460),
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      session_(session),
      case_(one.id)
{
    for (const auto& document : session_.documents()) {
        const bool belongs = std::any_of(one.members.begin(), one.members.end(),
                                         [&](const auto& member) { return member.document == document.id; });
        ticks_.push_back({document.id, document.name, belongs});
    }
    filter_ = new wxTextCtrl(this, wxID_ANY);
    filter_->SetHint(shown(tr("filter...")));
    set_accessible_name(filter_, shown(tr("Filter the documents")));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_NO_HEADER);
    set_accessible_name(list_, shown(tr("Documents")));
    list_->AppendToggleColumn(wxString(), wxDATAVIEW_CELL_ACTIVATABLE, 34);
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 340);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(filter_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 12));
    column->Add(dialog_buttons(*this, shown(tr("Save"))), wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizer(column);
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND)
            ticks_[rows_[static_cast<std::size_t>(row)]].belongs = list_->GetToggleValue(static_cast<unsigned>(row), 0);
    });
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { save(); }, wxID_OK);
    fill();
    filter_->SetFocus();
    CentreOnParent();
}

void CaseDocuments::fill()
{
    const auto wanted = workbench::fold(utf8(filter_->GetValue()));
    rows_.clear();
    list_->DeleteAllItems();
    for (std::size_t i = 0; i < ticks_.size(); ++i) {
        if (workbench::fold(ticks_[i].name).find(wanted) == std::string::npos) continue;
        rows_.push_back(i);
        wxVector<wxVariant> cells;
        cells.push_back(ticks_[i].belongs);
        cells.push_back(shown(ticks_[i].name));
        list_->AppendItem(cells);
    }
}

void CaseDocuments::save()
{
    std::vector<workbench::DocumentId> documents;
    for (const auto& tick : ticks_)
        if (tick.belongs) documents.push_back(tick.document);
    run(GetParent(), [&] { return workbench::set_case_documents(session_.project(), case_, documents); });
    EndModal(wxID_OK);
}

}
