#include "object_list.h"
#include "context_menu.h"
#include "empty_note.h"
#include "find_text.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::tr;

/// Heads are bold, notes stand back.
class ObjectList::Store : public wxDataViewListStore
{
 public:
    explicit Store(const std::vector<Row>& rows) : rows_(rows) {}
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override
    {
        if (row >= rows_.size()) return false;
        if (rows_[row].head) attr.SetBold(true);
        if (column == 1) attr.SetColour(look::faint());
        return rows_[row].head || column == 1;
    }

 private:
    const std::vector<Row>& rows_;
};

ObjectList::ObjectList(wxWindow* parent, Session& session, const wxString& title, const wxString& when_empty, Read read)
    : wxPanel(parent), session_(session), read_(std::move(read)), when_empty_(when_empty)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, title);
    filter_ = new wxTextCtrl(this, wxID_ANY);
    filter_->SetHint(shown(tr("filter...")));
    set_accessible_name(filter_, shown(say("Filter: {}", utf8(title))));
    add_style_class(filter_, "quipu-entry");
    filter_->Hide();
    empty_ = new EmptyNote(this);
    empty_->say(when_empty);
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    wxObjectDataPtr<Store> store(new Store(rows_));
    list_->AssociateModel(store.get());
    set_accessible_name(list_, title);
    add_style_class(list_, "quipu-panel");
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 130)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    list_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 80, wxALIGN_RIGHT)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(filter_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    column->Add(empty_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 8));
    SetSizer(column);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND && !rows_[static_cast<std::size_t>(row)].head)
            session_.open_object(rows_[static_cast<std::size_t>(row)].id);
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const auto* row = chosen();
        if (event.GetKeyCode() == WXK_DELETE && event.GetModifiers() == 0 && remove_ && row && !row->head)
            remove_(Row(*row)); // the list is read anew while this one goes
        else
            event.Skip();
    });
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refill(); });
    filter_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE) {
            filter_asked_ = false;
            filter_->Clear();
            show_parts();
            list_->SetFocus();
        } else if (event.GetKeyCode() == WXK_DOWN)
            list_->SetFocus();
        else
            event.Skip();
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { show_parts(); });
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    refill();
}

// Names come first: where both do not fit, the note gives way down to a quarter of the list.
void ObjectList::fit()
{
    int name = 20, note = 20;
    for (const auto& row : rows_) {
        name = std::max(name, list_->GetTextExtent(shown(row.name)).x + 14);
        note = std::max(note, list_->GetTextExtent(shown(row.note)).x + 14);
    }
    const int room = list_->GetSize().x - 12;
    if (room < 100) return;
    note = std::clamp(room - name, std::min(note, room / 4), note);
    list_->GetColumn(0)->SetWidth(room - note);
    list_->GetColumn(1)->SetWidth(note);
}

void ObjectList::offer_new(const wxString& label, std::function<void()> make)
{
    make_label_ = label;
    make_ = std::move(make);
    empty_->say(when_empty_, make_label_, make_);
}

const ObjectList::Row* ObjectList::chosen() const
{
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &rows_[static_cast<std::size_t>(row)];
}

bool ObjectList::find_here()
{
    filter_asked_ = true;
    show_parts();
    filter_->SetFocus();
    return true;
}

// In a low panel the box would take the place of the list; Ctrl+F brings it there.
void ObjectList::show_parts()
{
    constexpr std::size_t at_a_glance = 7;
    constexpr int high_enough = 200;
    const bool roomy = all_ > at_a_glance && GetSize().y >= high_enough;
    const bool filtered = roomy || filter_asked_ || !filter_->IsEmpty();
    if (empty_->IsShown() == (all_ == 0) && filter_->IsShown() == filtered) return;
    empty_->Show(all_ == 0);
    filter_->Show(filtered);
    Layout();
}

void ObjectList::menu()
{
    ContextMenu menu;
    if (make_) menu.add(make_label_, make_);
    const auto* row = chosen();
    if (row && !row->head)
        menu.add(
            shown(tr("Open")), [this, id = row->id] { session_.open_object(id); }, "Enter");
    if (more_) more_(menu, row);
    if (row && !row->head && remove_)
        menu.add(
            shown(tr("Delete")), [this, row = *row] { remove_(row); }, "Del");
    if (menu.menu().GetMenuItemCount() > 0) menu.ask(*list_);
}

void ObjectList::refill()
{
    const auto all = read_(session_);
    const auto words = utf8(filter_->GetValue());
    std::vector<Row> wanted;
    for (const auto& row : all) {
        // A head goes when all below it are filtered out.
        if (row.head && !wanted.empty() && wanted.back().head) wanted.pop_back();
        if (row.head || passes(row.name + " " + row.note, words)) wanted.push_back(row);
    }
    if (!wanted.empty() && wanted.back().head) wanted.pop_back();
    if (wanted != rows_) show_rows(std::move(wanted));
    const auto is_thing = [](const Row& row) { return !row.head; };
    const auto total = std::ranges::count_if(all, is_thing), some = std::ranges::count_if(rows_, is_thing);
    head_->set_note(some == total ? grouped(total) : shown(say("{} of {}", utf8(grouped(some)), utf8(grouped(total)))));
    all_ = static_cast<std::size_t>(total);
    show_parts();
}

void ObjectList::show_rows(std::vector<Row> wanted)
{
    const auto chosen_before = chosen() ? chosen()->id : 0;
    rows_ = std::move(wanted);
    list_->DeleteAllItems();
    for (const auto& row : rows_) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(row.name));
        cells.push_back(shown(row.note));
        list_->AppendItem(cells);
        if (row.id != 0 && row.id == chosen_before) choose_item(*list_, list_->RowToItem(list_->GetItemCount() - 1));
    }
    fit();
}

}
