#pragma once
#include "found_passages.h"
#include <wx/dataview.h>

namespace gui
{

/// The passages of a search as a tree: documents, the one with the best passage first, and below each its passages in
/// the order of the search. The words found are set in bold.
class HitModel : public wxDataViewModel
{
 public:
    void show(const FoundPassages& found);

    std::size_t documents() const { return groups_.size(); }
    wxDataViewItem group(std::size_t at) const { return item(at); }
    wxDataViewItem item_of(std::size_t passage) const;
    /// Where the passage of a row stands in FoundPassages::list; nothing for a document.
    std::optional<std::size_t> passage_of(const wxDataViewItem& item) const;
    /// Those of a document; nothing for a passage.
    std::vector<std::size_t> passages_below(const wxDataViewItem& item) const;

    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
    bool SetValue(const wxVariant&, const wxDataViewItem&, unsigned) override { return false; }
    wxDataViewItem GetParent(const wxDataViewItem& item) const override;
    bool IsContainer(const wxDataViewItem& item) const override;
    unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;

 private:
    struct Group {
        std::string name, archive; ///< archive: the title of the project that it belongs to; empty: this one
        std::vector<std::size_t> passages;
    };
    // Rows are numbered from 1: the groups, then the passages.
    static wxDataViewItem item(std::size_t row) { return wxDataViewItem(reinterpret_cast<void*>(row + 1)); }
    static std::size_t row_of(const wxDataViewItem& item) { return reinterpret_cast<std::size_t>(item.GetID()) - 1; }

    std::vector<Group> groups_;
    std::vector<FoundPassage> passages_;
    std::vector<std::size_t> group_of_; ///< of each passage
};

/// A text on one line around its first mark, the marks in bold; markup.
wxString marked_up(std::string_view text, const std::vector<workbench::Span>& marks, std::int64_t begin,
                   std::size_t length = 260);

}
