#pragma once
#include "session.h"
#include "workbench/history.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

class SectionHead;

/// Rows of the history, the newest first, as a virtual list; what is taken back is struck through, greyed and marked.
class HistoryModel : public wxDataViewVirtualListModel
{
 public:
    /// All entries, oldest first.
    void show(std::vector<workbench::HistoryEntry> entries);
    /// The entries that have come since; not to be used after a merge, which puts some in between.
    void add(std::vector<workbench::HistoryEntry> newer);
    const workbench::HistoryEntry* at(const wxDataViewItem& item) const;
    bool is_taken_back(const workbench::HistoryEntry& entry) const;
    std::size_t size() const { return entries_.size(); }
    std::int64_t last_seq() const { return entries_.empty() ? 0 : entries_.back().seq; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override;
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
    std::size_t index_of(unsigned row) const { return entries_.size() - 1 - row; }
    std::vector<workbench::HistoryEntry> entries_;
    std::vector<bool> taken_back_;
};

/// Every change: when, what, who. Enter, a double click or the context menu offers to take one back or to go back to
/// it. Read only while it is shown.
class HistoryPanel : public wxPanel
{
 public:
    HistoryPanel(wxWindow* parent, Session& session);
    wxDataViewCtrl& list() { return *list_; }
    const HistoryModel& model() const { return *model_; }

    /// Takes the chosen change back, or makes it again when it is taken back.
    void turn_chosen();
    /// Takes back all that was done here after the chosen change.
    void go_back_to_chosen();

 private:
    void follow(const workbench::ChangeSet& changes);
    void refill();
    void tell_count();
    void fit();
    void menu();
    const workbench::HistoryEntry* chosen() const;

    Session& session_;
    SectionHead* head_;
    wxDataViewCtrl* list_;
    wxStaticText* empty_;
    wxObjectDataPtr<HistoryModel> model_;
    bool behind_ = true; ///< something has happened since it was read
    Ear changed_;
};

}
