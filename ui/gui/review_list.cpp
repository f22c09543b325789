#include "review_list.h"
#include "gtk_widgets.h"
#include "hit_model.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

enum Column : unsigned { accepted_column, where_column, because_column, text_column };

wxDataViewColumn* markup_column(const wxString& head, unsigned column, int width)
{
    auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    text->EnableMarkup();
    return new wxDataViewColumn(head, text, column, width, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
}

}

ReviewList::ReviewList(wxWindow* parent, Session& session, Acts acts)
    : wxPanel(parent), session_(session), acts_(std::move(acts))
{
    SetBackgroundColour(look::panel());
    title_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title_->SetFont(look::interface(1, true));
    count_ = new wxStaticText(this, wxID_ANY, wxString());
    count_->SetForegroundColour(look::faint());
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Passages to accept or reject")));
    add_style_class(list_, "quipu-panel");
    list_->AppendToggleColumn(wxString(wxUniChar(0x2713)), wxDATAVIEW_CELL_ACTIVATABLE, 34);
    list_->AppendColumn(markup_column(shown(tr("Place")), where_column, 150), "string");
    list_->AppendColumn(markup_column(shown(tr("Because of")), because_column, 190), "string");
    list_->AppendColumn(markup_column(shown(tr("Text")), text_column, 600), "string");

    auto* about = new wxBoxSizer(wxHORIZONTAL);
    about->Add(title_, wxSizerFlags(1).CenterVertical().Border(wxALL, 8));
    about->Add(count_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 12));
    head_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto put = [&](wxButton* button) {
        head_->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, 6));
        return button;
    };
    put(tool_button(this, shown(tr("Accept all")), [this] { accept_all(true); }));
    put(tool_button(this, shown(tr("Reject all")), [this] { accept_all(false); }));
    code_ = put(tool_button(this, shown(tr("Code")), [this] {
        const auto places = accepted();
        CallAfter([this, places] { acts_.code(places); });
    }));
    put(tool_button(this, shown(tr("Cancel")), [this] { CallAfter([this] { acts_.leave(); }); }));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(about, wxSizerFlags().Expand());
    column->Add(head_, wxSizerFlags().Expand().Border(wxLEFT, 8));
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(column);

    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row < 0 || row >= static_cast<int>(proposals_.size())) return;
        proposals_[static_cast<std::size_t>(row)].accepted = list_->GetToggleValue(static_cast<unsigned>(row), 0);
        tell_count();
    });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { open(list_->GetSelectedRow()); });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        switch (event.GetKeyCode()) {
        case WXK_SPACE: toggle(list_->GetSelectedRow()); break;
        case WXK_ESCAPE: CallAfter([this] { acts_.leave(); }); break;
        default: event.Skip();
        }
    });
}

void ReviewList::show(const wxString& title, std::vector<Proposal> proposals, const wxString& because)
{
    proposals_ = std::move(proposals);
    title_->SetLabel(title);
    list_->GetColumn(because_column)->SetHidden(because.empty());
    list_->GetColumn(because_column)->SetTitle(because);
    list_->DeleteAllItems();
    for (const auto& one : proposals_) {
        wxVector<wxVariant> cells;
        cells.push_back(one.accepted);
        cells.push_back(escaped(shown(one.where)));
        cells.push_back(escaped(shown(one.because)));
        cells.push_back(marked_up(one.text, one.marks, one.place.span.begin));
        list_->AppendItem(cells);
    }
    tell_count();
}

void ReviewList::accept_all(bool accepted)
{
    for (std::size_t row = 0; row < proposals_.size(); ++row) {
        proposals_[row].accepted = accepted;
        list_->SetToggleValue(accepted, static_cast<unsigned>(row), accepted_column);
    }
    tell_count();
}

void ReviewList::toggle(int row)
{
    if (row < 0 || row >= static_cast<int>(proposals_.size())) return;
    auto& one = proposals_[static_cast<std::size_t>(row)];
    one.accepted = !one.accepted;
    list_->SetToggleValue(one.accepted, static_cast<unsigned>(row), accepted_column);
    tell_count();
}

std::vector<coding::Passage> ReviewList::accepted() const
{
    std::vector<coding::Passage> places;
    for (const auto& one : proposals_)
        if (one.accepted) places.push_back(one.place);
    return places;
}

void ReviewList::tell_count()
{
    const auto chosen = static_cast<std::int64_t>(accepted().size()),
               all = static_cast<std::int64_t>(proposals_.size());
    count_->SetLabel(shown(say("{} of {} accepted", chosen, all)));
    const auto label = shown(say_n("Code {} passage", "Code {} passages", chosen, chosen));
    code_->SetLabel(label);
    fit_button(*code_, label);
    code_->Enable(chosen > 0);
    Layout();
}

void ReviewList::open(int row)
{
    if (row < 0 || row >= static_cast<int>(proposals_.size())) return;
    const auto& one = proposals_[static_cast<std::size_t>(row)];
    auto marks = one.marks;
    if (marks.empty()) marks.push_back(one.place.span);
    session_.go_to({one.place.document, marks.front(), marks});
}

}
