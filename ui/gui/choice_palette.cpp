#include "choice_palette.h"
#include "find_text.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::tr;

constexpr int width = 420, height = 320;
constexpr std::size_t most = 300; ///< rows at once: nobody reads more, and typing one letter more finds the rest

}

ChoicePalette::ChoicePalette(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxSize(width, height), wxBORDER_NONE | wxTAB_TRAVERSAL)
{
    SetBackgroundColour(look::panel());
    title_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title_->SetFont(look::interface(1, true));
    entry_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    add_style_class(entry_, "quipu-entry");
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    add_style_class(list_, "quipu-panel");
    set_accessible_name(list_, shown(tr("What fits")));
    list_->AppendIconTextColumn(wxString(), wxDATAVIEW_CELL_INERT, width - 200);
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 170, wxALIGN_RIGHT);
    for (unsigned i = 0; i < 2; ++i) list_->GetColumn(i)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    keys_ = new wxStaticText(this, wxID_ANY, shown(tr("Enter chooses, Escape leaves")));
    keys_->SetForegroundColour(look::faint());
    keys_->SetFont(look::interface(0.88));

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 10));
    column->Add(entry_, wxSizerFlags().Expand().Border(wxALL, 8));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 4));
    column->Add(keys_, wxSizerFlags().Border(wxALL, 8));
    SetSizer(column);
    outline(*this);
    Hide();

    entry_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    entry_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    entry_->Bind(wxEVT_KEY_DOWN, &ChoicePalette::press, this);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { confirm(); });
    list_->Bind(wxEVT_KEY_DOWN, &ChoicePalette::press, this);
}

void ChoicePalette::ask(wxPoint at, wxWindow* back, Question question)
{
    question_ = std::move(question);
    back_ = back;
    const auto room = GetParent()->GetClientSize();
    SetSize(std::clamp(at.x, 0, std::max(0, room.x - width)), std::clamp(at.y, 0, std::max(0, room.y - height)), width,
            height);
    set_accessible_name(this, question_.what);
    set_accessible_name(entry_, question_.what);
    title_->SetLabel(question_.what);
    entry_->ChangeValue(wxString());
    fill();
    Show();
    Raise();
    Layout();
    entry_->SetFocus();
}

void ChoicePalette::close()
{
    if (!IsShown()) return;
    Hide();
    if (back_) back_->SetFocus();
}

void ChoicePalette::add(const Row& row)
{
    listed_.push_back(row);
    wxVector<wxVariant> cells;
    cells.push_back(wxVariant(wxDataViewIconText(one_line(row.name, 90), swatch(row.color.value_or(look::panel())))));
    cells.push_back(shown(row.note));
    list_->AppendItem(cells);
}

void ChoicePalette::fill()
{
    listed_.clear();
    list_->DeleteAllItems();
    const auto typed = utf8(entry_->GetValue().Strip(wxString::both));
    bool known = false;
    std::vector<const Row*> later; // found by their other words only
    for (const auto& row : question_.rows) {
        known = known || row.name == typed;
        if (listed_.size() >= most) break;
        if (passes(row.name, typed))
            add(row);
        else if (passes(row.name + " " + row.note + " " + row.also, typed))
            later.push_back(&row);
    }
    for (const auto* row : later)
        if (listed_.size() < most) add(*row);
    if (!typed.empty() && !known && question_.offers)
        for (const auto& row : question_.offers(typed)) add(row);
    if (!listed_.empty()) list_->SelectRow(0);
}

void ChoicePalette::move(int by)
{
    if (listed_.empty()) return;
    const int row = std::clamp(list_->GetSelectedRow() + by, 0, static_cast<int>(listed_.size()) - 1);
    list_->SelectRow(static_cast<unsigned>(row));
    list_->EnsureVisible(list_->RowToItem(row));
}

void ChoicePalette::press(wxKeyEvent& event)
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

void ChoicePalette::confirm()
{
    const int at = list_->GetSelectedRow();
    if (at < 0 || at >= static_cast<int>(listed_.size())) return;
    const auto row = listed_[static_cast<std::size_t>(at)];
    const auto typed = utf8(entry_->GetValue().Strip(wxString::both));
    const auto chosen = question_.chosen; // it may ask the next question
    close();
    chosen(row, typed);
}

}
