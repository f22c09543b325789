#include "code_palette.h"
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

using workbench::say;
using workbench::tr;

constexpr int width = 380, height = 330;

}

CodePalette::CodePalette(wxWindow* parent, Session& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxSize(width, height), wxBORDER_NONE | wxTAB_TRAVERSAL),
      session_(session)
{
    SetBackgroundColour(look::panel());
    set_accessible_name(this, shown(tr("Code the selection")));
    filter_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    filter_->SetHint(shown(tr("a code, or the name of a new one")));
    set_accessible_name(filter_, shown(tr("Code")));
    add_style_class(filter_, "quipu-entry");
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Codes that fit")));
    add_style_class(list_, "quipu-panel");
    list_->AppendIconTextColumn(wxString(), wxDATAVIEW_CELL_INERT, width - 20);
    auto* keys = new wxStaticText(this, wxID_ANY, shown(tr("Enter codes, Escape leaves")));
    keys->SetForegroundColour(look::faint());
    keys->SetFont(look::interface(0.88));

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(filter_, wxSizerFlags().Expand().Border(wxALL, 8));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 4));
    column->Add(keys, wxSizerFlags().Border(wxALL, 8));
    SetSizer(column);
    outline(*this);
    Hide();

    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    filter_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    filter_->Bind(wxEVT_KEY_DOWN, &CodePalette::press, this);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { confirm(); });
    list_->Bind(wxEVT_KEY_DOWN, &CodePalette::press, this);
}

void CodePalette::open(wxPoint at, Choose choose, Make make)
{
    choose_ = std::move(choose);
    make_ = std::move(make);
    const auto room = GetParent()->GetClientSize();
    SetSize(std::clamp(at.x, 0, std::max(0, room.x - width)), std::clamp(at.y, 0, std::max(0, room.y - height)), width,
            height);
    filter_->ChangeValue(wxString());
    fill();
    Show();
    Raise();
    Layout();
    filter_->SetFocus();
}

void CodePalette::close()
{
    if (!IsShown()) return;
    Hide();
    choose_ = nullptr;
    make_ = nullptr;
}

void CodePalette::add(const coding::Code& code)
{
    if (std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.code == code.id; })) return;
    rows_.push_back({code.id, code.path});
    wxVector<wxVariant> cells;
    cells.push_back(wxVariant(wxDataViewIconText(shown(code.path), swatch(look::of_code(code.color)))));
    list_->AppendItem(cells);
}

void CodePalette::fill()
{
    rows_.clear();
    list_->DeleteAllItems();
    const auto wanted = utf8(filter_->GetValue().Strip(wxString::both));
    const auto fits = [&](const coding::Code& code) { return code.codable && passes(code.path, wanted); };
    for (const auto id : session_.recent_codes(5))
        if (const auto* code = session_.code(id); code && fits(*code)) add(*code);
    for (const auto& code : session_.codes())
        if (fits(code) && passes(code.name, wanted)) add(code);
    for (const auto& code : session_.codes())
        if (fits(code)) add(code);

    const bool known = std::any_of(session_.codes().begin(), session_.codes().end(),
                                   [&](const auto& code) { return code.path == wanted || code.name == wanted; });
    if (!wanted.empty() && !known) {
        rows_.push_back({{}, wanted});
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(wxDataViewIconText(shown(say("New code \"{}\"", wanted)), swatch(look::panel()))));
        list_->AppendItem(cells);
    }
    if (!rows_.empty()) list_->SelectRow(0);
}

std::vector<std::string> CodePalette::offered() const
{
    std::vector<std::string> paths;
    for (const auto& row : rows_) paths.push_back(row.path);
    return paths;
}

void CodePalette::move(int by)
{
    if (rows_.empty()) return;
    const int last = static_cast<int>(rows_.size()) - 1;
    const int row = std::clamp(list_->GetSelectedRow() + by, 0, last);
    list_->SelectRow(static_cast<unsigned>(row));
    list_->EnsureVisible(list_->RowToItem(row));
}

void CodePalette::press(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_ESCAPE: close(); break;
    case WXK_DOWN: move(1); break;
    case WXK_UP: move(-1); break;
    case WXK_PAGEDOWN: move(8); break;
    case WXK_PAGEUP: move(-8); break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: confirm(); break;
    default: event.Skip(); return;
    }
    if (!IsShown()) GetParent()->SetFocus();
}

void CodePalette::confirm()
{
    const int at = list_->GetSelectedRow();
    if (at < 0 || at >= static_cast<int>(rows_.size())) return;
    const auto row = rows_[static_cast<std::size_t>(at)];
    const auto choose = choose_;
    const auto make = make_;
    close();
    GetParent()->SetFocus();
    if (row.code)
        choose(*row.code);
    else
        make(row.path);
}

}
