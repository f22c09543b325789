#include "type_ahead.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include <algorithm>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

TypeAhead::TypeAhead(wxWindow* parent, wxSize size, int note_width, const wxString& keys)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, size, wxBORDER_NONE | wxTAB_TRAVERSAL),
      size_(size),
      notes_(note_width > 0)
{
    SetBackgroundColour(look::panel());
    title_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title_->SetFont(look::interface(1, true));
    title_->Hide();
    entry_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    add_style_class(entry_, "quipu-entry");
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    add_style_class(list_, "quipu-panel");
    constexpr int frame = 20, between = 10;
    list_->AppendIconTextColumn(wxString(), wxDATAVIEW_CELL_INERT,
                                size.x - frame - (notes_ ? note_width + between : 0));
    if (notes_) list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, note_width, wxALIGN_RIGHT);
    for (unsigned i = 0; i < list_->GetColumnCount(); ++i)
        list_->GetColumn(i)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    auto* below = new wxStaticText(this, wxID_ANY, keys);
    below->SetForegroundColour(look::faint());
    below->SetFont(look::interface(0.88));

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 10));
    column->Add(entry_, wxSizerFlags().Expand().Border(wxALL, 8));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 4));
    column->Add(below, wxSizerFlags().Border(wxALL, 8));
    SetSizer(column);
    outline(*this);
    Hide();

    entry_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refill(); });
    entry_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    entry_->Bind(wxEVT_KEY_DOWN, &TypeAhead::press, this);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { confirm(); });
    list_->Bind(wxEVT_KEY_DOWN, &TypeAhead::press, this);
}

void TypeAhead::set_title(const wxString& title)
{
    title_->SetLabel(title);
    title_->Show(!title.empty());
}

void TypeAhead::open_at(wxPoint at)
{
    const auto room = GetParent()->GetClientSize();
    SetSize(std::clamp(at.x, 0, std::max(0, room.x - size_.x)), std::clamp(at.y, 0, std::max(0, room.y - size_.y)),
            size_.x, size_.y);
    entry_->ChangeValue(wxString());
    refill();
    Show();
    Raise();
    Layout();
    entry_->SetFocus();
}

std::string TypeAhead::typed() const
{
    return utf8(entry_->GetValue().Strip(wxString::both));
}

void TypeAhead::clear_rows()
{
    list_->DeleteAllItems();
}

void TypeAhead::add_row(const wxString& name, const wxBitmapBundle& picture, const wxString& note)
{
    wxVector<wxVariant> cells;
    cells.push_back(wxVariant(wxDataViewIconText(name, picture)));
    if (notes_) cells.push_back(note);
    list_->AppendItem(cells);
}

std::optional<std::size_t> TypeAhead::chosen_row() const
{
    const int row = list_->GetSelectedRow();
    return row < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row));
}

void TypeAhead::refill()
{
    fill();
    if (list_->GetItemCount() > 0) list_->SelectRow(0);
}

void TypeAhead::move(int by)
{
    if (list_->GetItemCount() == 0) return;
    const int row = std::clamp(list_->GetSelectedRow() + by, 0, static_cast<int>(list_->GetItemCount()) - 1);
    list_->SelectRow(static_cast<unsigned>(row));
    list_->EnsureVisible(list_->RowToItem(row));
}

void TypeAhead::press(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_ESCAPE: close(); break;
    case WXK_DOWN: move(1); break;
    case WXK_UP: move(-1); break;
    case WXK_PAGEDOWN: move(8); break;
    case WXK_PAGEUP: move(-8); break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: confirm(); break;
    default: event.Skip();
    }
}

}
