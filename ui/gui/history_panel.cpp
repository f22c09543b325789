#include "history_panel.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "undo_question.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/datetime.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{
namespace
{

using workbench::HistoryEntry;
using workbench::tr;

const wxUniChar back_mark(0x21B6); ///< before what is taken back: a line through it is not read aloud

/// "14:05" of today, else "21/11/2026 14:05"; in the time of this machine.
wxString when(const std::string& at)
{
    wxDateTime time;
    if (!time.ParseISOCombined(shown(at.substr(0, 19)))) return shown(at);
    time = time.FromTimezone(wxDateTime::UTC);
    return time.IsSameDate(wxDateTime::Now()) ? time.Format("%H:%M") : time.Format("%d/%m/%Y %H:%M");
}

}

void HistoryModel::show(std::vector<HistoryEntry> entries)
{
    auto all = std::move(entries); // it may be our own
    entries_ = std::move(all);
    taken_back_ = workbench::taken_back(entries_);
    Reset(static_cast<unsigned>(entries_.size()));
}

void HistoryModel::add(std::vector<HistoryEntry> newer)
{
    std::move(newer.begin(), newer.end(), std::back_inserter(entries_));
    show(std::move(entries_));
}

const HistoryEntry* HistoryModel::at(const wxDataViewItem& item) const
{
    if (!item.IsOk()) return nullptr;
    const auto row = GetRow(item);
    return row < entries_.size() ? &entries_[index_of(row)] : nullptr;
}

bool HistoryModel::is_taken_back(const HistoryEntry& entry) const
{
    return taken_back_[static_cast<std::size_t>(&entry - entries_.data())];
}

void HistoryModel::GetValueByRow(wxVariant& value, unsigned row, unsigned column) const
{
    if (row >= entries_.size()) return;
    const auto& entry = entries_[index_of(row)];
    switch (column) {
    case 0: value = when(entry.at); break;
    case 1:
        value =
            (is_taken_back(entry) ? wxString(back_mark) + " " : wxString()) + one_line(workbench::said_of(entry), 160);
        break;
    default: value = shown(entry.coder); break;
    }
}

bool HistoryModel::GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const
{
    if (row >= entries_.size()) return false;
    const bool gone = taken_back_[index_of(row)];
    if (!gone && column == 1) return false;
    attr.SetColour(look::faint());
    attr.SetStrikethrough(gone && column == 1);
    return true;
}

HistoryPanel::HistoryPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, shown(tr("History")));
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("History")));
    add_style_class(list_, "quipu-panel");
    for (const int column : {0, 1, 2}) {
        auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
        text->EnableEllipsize(wxELLIPSIZE_END);
        list_->AppendColumn(new wxDataViewColumn(wxString(), text, static_cast<unsigned>(column), 90, wxALIGN_LEFT));
    }
    model_ = new HistoryModel;
    list_->AssociateModel(model_.get());
    empty_ = new wxStaticText(this, wxID_ANY, shown(tr("Every change will be listed here.")));
    empty_->SetForegroundColour(look::faint());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 6));
    SetSizer(column);

    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { CallAfter([this] { menu(); }); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) {
        if (event.GetItem().IsOk()) list_->Select(event.GetItem());
        CallAfter([this] { menu(); });
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { fit(); });
        event.Skip();
    });
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (event.IsShown() && behind_) refill();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet& changes) { follow(changes); });
    refill();
}

void HistoryPanel::follow(const workbench::ChangeSet& changes)
{
    if (!IsShown()) {
        behind_ = true;
        return;
    }
    auto newer = workbench::history(session_.reading(), {}, static_cast<std::int64_t>(changes.seqs.size()));
    // A merge arranges older rows anew: then all of it is read.
    const auto wanted = static_cast<std::int64_t>(model_->size() + newer.size());
    const bool simple = !newer.empty() && newer.front().seq == model_->last_seq() + 1 &&
                        newer.back().seq == model_->last_seq() + static_cast<std::int64_t>(newer.size()) &&
                        wanted == newer.back().seq;
    if (behind_ || !simple)
        refill();
    else
        model_->add(std::move(newer));
    tell_count();
}

void HistoryPanel::refill()
{
    behind_ = false;
    model_->show(workbench::history(session_.reading()));
    tell_count();
}

void HistoryPanel::tell_count()
{
    head_->set_note(grouped(static_cast<std::int64_t>(model_->size())));
    const bool none = model_->size() == 0;
    if (empty_->IsShown() == none) return;
    empty_->Show(none);
    Layout();
}

void HistoryPanel::fit()
{
    const int room = list_->GetClientSize().x - 20;
    if (room < 120) return;
    constexpr unsigned looked_at = 60; // today's changes have no date before their time
    int time = 0, who = 0;
    for (unsigned row = 0; row < std::min(looked_at, static_cast<unsigned>(model_->size())); ++row) {
        wxVariant cell;
        model_->GetValueByRow(cell, row, 0);
        time = std::max(time, list_->GetTextExtent(cell.GetString()).x);
        model_->GetValueByRow(cell, row, 2);
        who = std::max(who, list_->GetTextExtent(cell.GetString()).x);
    }
    time = std::min(time + 14, room / 3);
    who = std::min(who + 14, room / 4);
    list_->GetColumn(0)->SetWidth(time);
    list_->GetColumn(1)->SetWidth(room - time - who);
    list_->GetColumn(2)->SetWidth(who);
}

const HistoryEntry* HistoryPanel::chosen() const
{
    return model_->at(list_->GetSelection());
}

void HistoryPanel::menu()
{
    const auto* entry = chosen();
    if (!entry) return;
    wxMenu menu;
    const bool gone = model_->is_taken_back(*entry);
    const auto turn = menu.Append(wxID_ANY, shown(gone ? tr("&Do it again") : tr("&Take this back")))->GetId();
    const auto back = menu.Append(wxID_ANY, shown(tr("&Go back to here")))->GetId();
    const auto answer = GetPopupMenuSelectionFromUser(menu);
    if (answer == turn) turn_chosen();
    if (answer == back) go_back_to_chosen();
}

// What is taken back comes again by taking back the undo that did it.
void HistoryPanel::turn_chosen()
{
    const auto* entry = chosen();
    if (!entry) return;
    if (!model_->is_taken_back(*entry)) {
        undo_or_ask(this, session_, entry->seq);
        return;
    }
    const auto all = workbench::history(session_.reading());
    const auto gone = workbench::taken_back(all);
    for (std::size_t i = all.size(); i-- > 0;)
        if (all[i].undoes == entry->seq && !gone[i]) {
            undo_or_ask(this, session_, all[i].seq);
            return;
        }
}

void HistoryPanel::go_back_to_chosen()
{
    if (const auto* entry = chosen())
        run(this, [&, seq = entry->seq] { return workbench::undo_back_to(session_.project(), seq); });
}

}
