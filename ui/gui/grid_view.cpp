#include "grid_view.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::tr;

class GridView::Model : public wxDataViewVirtualListModel
{
 public:
    explicit Model(const Grid& grid) : grid_(grid) {}
    unsigned GetColumnCount() const { return static_cast<unsigned>(grid_.columns.size()); }
    wxString GetColumnType(unsigned) const { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        if (row < grid_.rows && column < grid_.columns.size()) value = one_line(grid_.cell(row, column), 300);
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
    const Grid& grid_;
};

GridView::GridView(wxWindow* parent, Session& session, Read read)
    : wxPanel(parent), session_(session), read_(std::move(read))
{
    SetBackgroundColour(look::paper());
    title_ = new wxStaticText(this, wxID_ANY, wxString());
    title_->SetFont(look::interface(1.2, true));
    about_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetForegroundColour(look::faint());
    auto* copy = tool_button(this, shown(tr("Copy the table")), [this] { this->copy(); });
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(title_);
    words->Add(about_, wxSizerFlags().Expand().Border(wxTOP, 2));
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(words, wxSizerFlags(1).Border(wxALL, 16));
    head->Add(copy, wxSizerFlags().CenterVertical().Border(wxRIGHT, 16));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(column);
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    refill();
}

// As wide as its head and its first cells want, within reason.
int GridView::width_of(std::size_t column) const
{
    constexpr std::int64_t looked_at = 60;
    int width = list_->GetTextExtent(shown(grid_.columns[column].head)).x + 12;
    for (std::int64_t row = 0; row < std::min(grid_.rows, looked_at); ++row)
        width = std::max(width, list_->GetTextExtent(one_line(grid_.cell(row, column), 120)).x);
    return std::clamp(width + 22, 60, 430);
}

void GridView::refill()
{
    auto read = read_(session_);
    grid_ = read ? std::move(*read) : Grid{};
    title_->SetLabel(shown(grid_.title));
    about_->SetLabel(shown(grid_.about));
    set_accessible_name(list_, shown(grid_.title));
    list_->ClearColumns();
    for (std::size_t i = 0; i < grid_.columns.size(); ++i)
        list_
            ->AppendTextColumn(shown(grid_.columns[i].head), static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT,
                               width_of(i), grid_.columns[i].numeric ? wxALIGN_RIGHT : wxALIGN_LEFT,
                               wxDATAVIEW_COL_RESIZABLE)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);
    model_ = new Model(grid_);
    list_->AssociateModel(model_.get());
    model_->Reset(static_cast<unsigned>(grid_.rows));
    Layout();
}

void GridView::copy() const
{
    std::string text;
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) text += (i ? "\t" : "") + grid_.columns[i].head;
    for (std::int64_t row = 0; row < grid_.rows; ++row) {
        text += '\n';
        for (std::size_t i = 0; i < grid_.columns.size(); ++i) text += (i ? "\t" : "") + grid_.cell(row, i);
    }
    const wxClipboardLocker clipboard;
    wxTheClipboard->SetData(new wxTextDataObject(shown(text)));
}

}
