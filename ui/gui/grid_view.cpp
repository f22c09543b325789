#include "grid_view.h"
#include "column_widths.h"
#include "context_menu.h"
#include "empty_note.h"
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
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        const bool there = row < grid_.rows && column < grid_.columns.size();
        value = there ? one_line(grid_.cell(row, column), 300) : wxString();
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
    const Grid& grid_;
};

GridView::GridView(wxWindow* parent, Session& session, Read read, GridActs acts)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      session_(session),
      read_(std::move(read)),
      acts_(std::move(acts))
{
    SetBackgroundColour(look::paper());
    make_parts();
    listen();
    refill();
}

GridView::~GridView() = default;

void GridView::make_parts()
{
    title_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title_->SetFont(look::interface(1.2, true));
    about_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetForegroundColour(look::faint());
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    add_style_class(list_, "quipu-paper");
    empty_ = new EmptyNote(this);
    empty_->say(shown(acts_.when_empty), shown(acts_.make_label), acts_.make);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(title_, wxSizerFlags().Expand());
    words->Add(about_, wxSizerFlags().Expand().Border(wxTOP, 2));
    head_ = new wxBoxSizer(wxHORIZONTAL);
    head_->Add(words, wxSizerFlags(1).Border(wxALL, 16));
    if (acts_.make)
        head_->Add(tool_button(this, shown(acts_.make_label), acts_.make),
                   wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    head_->Add(tool_button(this, shown(tr("Copy the table")), [this] { copy(); }),
               wxSizerFlags().CenterVertical().Border(wxRIGHT, 16));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 16));
    rows->Add(list_, wxSizerFlags(1).Expand());
    body_ = new wxBoxSizer(wxHORIZONTAL);
    body_->Add(rows, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(body_, wxSizerFlags(1).Expand());
    SetSizer(column);
}

void GridView::listen()
{
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto id = chosen(); id && acts_.open) acts_.open(*id);
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) {
        if (acts_.open || acts_.menu)
            menu();
        else
            event.Skip();
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { fit(); });
        event.Skip();
    });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!press(event)) event.Skip();
    });
}

bool GridView::press(const wxKeyEvent& event)
{
    const auto id = chosen();
    if (!id) return false;
    const int key = event.GetKeyCode();
    if (key == WXK_DELETE && event.GetModifiers() == 0 && acts_.remove) {
        acts_.remove(*id);
        return true;
    }
    if ((key == WXK_UP || key == WXK_DOWN) && event.GetModifiers() == wxMOD_CONTROL && acts_.move) {
        acts_.move(*id, key == WXK_UP ? -1 : 1);
        return true;
    }
    return false;
}

void GridView::menu()
{
    const auto id = chosen();
    ContextMenu menu;
    if (acts_.make) menu.add(shown(acts_.make_label), acts_.make);
    if (id) {
        if (acts_.open)
            menu.add(
                shown(tr("Change...")), [this, id] { acts_.open(*id); }, "Enter");
        if (acts_.menu) acts_.menu(menu, *id);
        if (acts_.move) {
            menu.add(
                shown(tr("Move up")), [this, id] { acts_.move(*id, -1); }, "Ctrl+Up");
            menu.add(
                shown(tr("Move down")), [this, id] { acts_.move(*id, 1); }, "Ctrl+Down");
        }
        if (acts_.remove)
            menu.add(
                shown(tr("Delete")), [this, id] { acts_.remove(*id); }, "Del");
    }
    if (menu.menu().GetMenuItemCount() > 0) menu.ask(*list_);
}

// As wide as its head and its first cells want.
int GridView::width_of(std::size_t column) const
{
    constexpr std::int64_t looked_at = 60;
    int width = list_->GetTextExtent(shown(grid_.columns[column].head)).x + 12;
    for (std::int64_t row = 0; row < std::min(grid_.rows, looked_at); ++row)
        width = std::max(width, list_->GetTextExtent(one_line(grid_.cell(row, column), 120)).x);
    return std::max(width + 22, 60);
}

// The column without a title takes what is left: numbers stay beside what they are of.
void GridView::fit()
{
    const int room = list_->GetClientSize().x - 28;
    if (room < 100 || room == fitted_ || list_->GetColumnCount() != wanted_.size() + 1) return;
    fitted_ = room;
    constexpr int least = 96;
    const auto widths = fitted_widths(wanted_, room, least);
    for (std::size_t i = 0; i < widths.size(); ++i) list_->GetColumn(static_cast<unsigned>(i))->SetWidth(widths[i]);
}

void GridView::refill()
{
    const auto before = chosen();
    const int row_before = chosen_row();
    auto read = read_(session_);
    grid_ = read ? std::move(*read) : Grid{};
    title_->SetLabel(shown(grid_.title));
    about_->SetLabel(shown(grid_.about));
    set_accessible_name(list_, shown(grid_.title));
    list_->ClearColumns();
    wanted_.clear();
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
        wanted_.push_back(width_of(i));
        list_
            ->AppendTextColumn(shown(grid_.columns[i].head), static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT,
                               wanted_.back(), grid_.columns[i].numeric ? wxALIGN_RIGHT : wxALIGN_LEFT,
                               wxDATAVIEW_COL_RESIZABLE)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);
    }
    list_->AppendTextColumn(wxString(), static_cast<unsigned>(grid_.columns.size()), wxDATAVIEW_CELL_INERT, 24);
    fitted_ = 0;
    fit();
    model_ = new Model(grid_);
    list_->AssociateModel(model_.get());
    model_->Reset(static_cast<unsigned>(grid_.rows));
    if (before)
        choose(*before);
    else if (row_before >= 0 && row_before < grid_.rows)
        choose_item(*list_, model_->GetItem(static_cast<unsigned>(row_before)));
    empty_->Show(grid_.rows == 0 && !acts_.when_empty.empty());
    Layout();
}

int GridView::chosen_row() const
{
    if (!model_) return -1;
    const auto item = list_->GetSelection();
    return item.IsOk() ? static_cast<int>(model_->GetRow(item)) : -1;
}

std::optional<std::int64_t> GridView::chosen() const
{
    const int row = chosen_row();
    if (row < 0 || row >= static_cast<int>(grid_.ids.size())) return std::nullopt;
    return grid_.ids[static_cast<std::size_t>(row)];
}

void GridView::choose(std::int64_t id)
{
    const auto found = std::ranges::find(grid_.ids, id);
    if (found == grid_.ids.end()) return;
    const auto item = model_->GetItem(static_cast<unsigned>(found - grid_.ids.begin()));
    choose_item(*list_, item);
    list_->EnsureVisible(item);
}

void GridView::SetFocus()
{
    if (grid_.rows == 0 && empty_->IsShown() && acts_.make)
        empty_->button().SetFocus();
    else
        list_->SetFocus();
}

bool GridView::copy_here()
{
    copy();
    return true;
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
