#include "turn_grid.h"
#include "gtk_widgets.h"
#include "in_place.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/history.h"
#include "workbench/speaker.h"
#include "workbench/tr.h"
#include "workbench/turns.h"
#include <algorithm>
#include <set>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;
using workbench::Turn;

namespace
{

constexpr std::int64_t words_shown = 160; ///< code points of a turn's beginning

wxString time_of(const Turn& turn)
{
    if (!turn.seconds) return wxString();
    const auto seconds = static_cast<long>(*turn.seconds);
    return wxString::Format("%ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}

class TurnGrid::Model : public wxDataViewVirtualListModel
{
 public:
    enum Column : unsigned { speaker, words, time, number };
    explicit Model(TurnGrid& grid) : grid_(grid) {}
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        if (row >= grid_.turns_.size()) return;
        const auto& turn = grid_.turns_[row];
        switch (column) {
        case speaker: value = shown(turn.speaker.value_or("")); break;
        case words: value = one_line(grid_.beginnings_[row], words_shown); break;
        case time: value = time_of(turn); break;
        default: value = grouped(turn.number); break;
        }
    }
    bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override
    {
        return column == speaker && grid_.rename_to(row, utf8(value.GetString().Strip(wxString::both)));
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override
    {
        if (row >= grid_.turns_.size()) return false;
        const auto& who = grid_.turns_[row].speaker;
        if (column == speaker) attr.SetBold(true);
        if (column > words || (who && workbench::is_interviewer(*who))) attr.SetColour(look::faint());
        return true;
    }

 private:
    TurnGrid& grid_;
};

TurnGrid::TurnGrid(wxWindow* parent, Session& session, workbench::DocumentId document)
    : wxPanel(parent), session_(session), document_(document)
{
    SetBackgroundColour(look::paper());
    head_ = new wxStaticText(this, wxID_ANY, wxString());
    head_->SetFont(look::interface(1.2, true));
    about_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetForegroundColour(look::faint());
    join_ = tool_button(this, shown(tr("Join with the one before")), [this] { join(); });
    rename_ = tool_button(this, shown(tr("Rename the speaker")), [this] { rename(); });
    drop_ = tool_button(this, shown(tr("It is no speaker")), [this] { drop(); });
    rename_->SetToolTip(shown(tr("In all turns of this document (F2)")));
    drop_->SetToolTip(shown(tr("Takes the label for text, in all turns of this document")));
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Turns")));
    auto* who = list_->AppendTextColumn(shown(tr("Speaker")), Model::speaker, wxDATAVIEW_CELL_EDITABLE, 150,
                                        wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    set_editable(who->GetRenderer(), false); // but for as long as one renames
    list_
        ->AppendTextColumn(shown(tr("First words")), Model::words, wxDATAVIEW_CELL_INERT, 560, wxALIGN_LEFT,
                           wxDATAVIEW_COL_RESIZABLE)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
    list_->AppendTextColumn(shown(tr("Time")), Model::time, wxDATAVIEW_CELL_INERT, 80, wxALIGN_RIGHT);
    list_->AppendTextColumn(shown(tr("Turn")), Model::number, wxDATAVIEW_CELL_INERT, 110, wxALIGN_RIGHT);
    model_ = new Model(*this);
    list_->AssociateModel(model_.get());

    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(head_);
    words->Add(about_, wxSizerFlags().Expand().Border(wxTOP, 2));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(words, wxSizerFlags(1).Border(wxALL, 16));
    for (auto* button : {rename_, drop_, join_}) top->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(top, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(column);

    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { follow_choice(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto* turn = chosen()) session_.go_to({document_, workbench::Span{turn->label_end, turn->span.end}});
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto* focus = FindFocus();
        const bool in_list = focus && (focus == list_ || focus->GetParent() == list_);
        if (in_list && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_F2)
            rename();
        else if (in_list && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_BACK)
            join();
        else if (in_list && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_DELETE)
            drop();
        else
            event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    refill();
}

// A panel would give it to its first button.
void TurnGrid::SetFocus()
{
    list_->SetFocus();
}

// The words take what the others leave; times are shown where there are any.
void TurnGrid::fit()
{
    auto* time = list_->GetColumn(Model::time);
    const bool timed =
        std::any_of(turns_.begin(), turns_.end(), [](const Turn& turn) { return turn.seconds.has_value(); });
    if (time->IsHidden() == timed) time->SetHidden(!timed);
    const int room = list_->GetSize().x - list_->GetColumn(Model::speaker)->GetWidth() - (timed ? 80 : 0) - 110 - 20;
    if (room > 100) list_->GetColumn(Model::words)->SetWidth(room);
}

void TurnGrid::refill()
{
    const auto* known = session_.document(document_);
    const auto kept = list_->GetSelection().IsOk() ? model_->GetRow(list_->GetSelection()) : 0u;
    turns_ = known ? workbench::turns_of(session_.reading(), document_) : std::vector<Turn>{};
    workbench::Slices slices(session_.reading());
    beginnings_.clear();
    std::set<std::string> speakers;
    for (const auto& turn : turns_) {
        beginnings_.push_back(
            slices(document_, {turn.label_end, std::min(turn.span.end, turn.label_end + words_shown)}));
        if (turn.speaker) speakers.insert(*turn.speaker);
    }
    model_->Reset(static_cast<unsigned>(turns_.size()));
    const auto count = static_cast<long long>(turns_.size()), voices = static_cast<long long>(speakers.size());
    head_->SetLabel(known ? shown(known->name) : wxString());
    about_->SetLabel(turns_.empty() ? shown(tr("The document has no speaker turns."))
                                    : shown(say_n("{} turn", "{} turns", count, count) + " \u00B7 " +
                                            say_n("{} speaker", "{} speakers", voices, voices)));
    if (!turns_.empty()) choose(std::min<std::size_t>(kept, turns_.size() - 1));
    follow_choice();
    fit();
    Layout();
}

void TurnGrid::choose(std::size_t row)
{
    const auto item = model_->GetItem(static_cast<unsigned>(row));
    list_->Select(item);
    list_->EnsureVisible(item);
    follow_choice();
}

const Turn* TurnGrid::chosen() const
{
    const auto item = list_->GetSelection();
    const auto row = item.IsOk() ? model_->GetRow(item) : static_cast<unsigned>(turns_.size());
    return row < turns_.size() ? &turns_[row] : nullptr;
}

void TurnGrid::follow_choice()
{
    const auto* turn = chosen();
    join_->Enable(turn && turn->number > 1);
    rename_->Enable(turn && turn->speaker);
    drop_->Enable(turn && turn->speaker);
}

void TurnGrid::offer_undo(const std::string& sentence)
{
    if (auto* bar = message_bar_of(this)) bar->offer_undo(shown(sentence));
}

void TurnGrid::join()
{
    const auto* turn = chosen();
    if (!turn || turn->number == 1) return;
    const int number = turn->number;
    run(this, [&] { return workbench::join_turn(session_.project(), document_, number); });
}

void TurnGrid::rename()
{
    const auto* turn = chosen();
    if (turn && turn->speaker) edit_in_place(*list_, list_->GetSelection());
}

bool TurnGrid::rename_to(std::size_t row, const std::string& name)
{
    if (row >= turns_.size() || !turns_[row].speaker || *turns_[row].speaker == name) return false;
    const auto from = *turns_[row].speaker;
    // The list must not change under the cell that is being left.
    CallAfter([this, from, name] {
        const auto count =
            run(this, [&] { return workbench::rename_speaker(session_.project(), document_, from, name); });
        if (count)
            offer_undo(
                say_n("{1} is {2} now, in {0} turn.", "{1} is {2} now, in {0} turns.", *count, *count, from, name));
    });
    return false;
}

void TurnGrid::drop()
{
    const auto* turn = chosen();
    if (!turn || !turn->speaker) return;
    const auto speaker = *turn->speaker;
    const auto count = run(this, [&] { return workbench::drop_speaker(session_.project(), document_, speaker); });
    if (count)
        offer_undo(say_n("{1} is no speaker any more; {0} turn went on the one before.",
                         "{1} is no speaker any more; {0} turns went on the ones before.", *count, *count, speaker));
}

}
