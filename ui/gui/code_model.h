#pragma once
#include "session.h"
#include <set>
#include <unordered_map>
#include <wx/dataview.h>

namespace gui
{

/// Which codes the tree shows; their parents show with them.
struct CodeFilter {
    std::string words = {};                             ///< all of them in the path
    std::optional<std::set<coding::CodeId>> among = {}; ///< a group

    bool all() const { return words.empty() && !among; }
};

/// The codes as a tree for the toolkit: name with swatch, origin as sign and word, "quotations · documents".
class CodeModel : public wxDataViewModel
{
 public:
    enum Column : unsigned { name_column, origin_column, use_column };
    using Rename = std::function<bool(coding::CodeId, const std::string&)>;

    CodeModel(Session& session, Rename rename) : session_(session), rename_(std::move(rename)) {}

    /// Reads again; true when the tree is still the same and only what stands in it may differ (the view keeps what is
    /// open and chosen).
    bool read(const CodeFilter& filter);
    std::size_t size() const { return rows_.size(); }
    std::vector<coding::CodeId> shown_codes() const;
    /// Where there is little room the origin is its sign alone.
    void set_words(bool words) { words_ = words; }

    wxDataViewItem item_of(coding::CodeId code) const;
    std::optional<coding::CodeId> code_of(const wxDataViewItem& item) const;
    /// Tells the view of the rows that show something else than before.
    void tell_changed();

    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
    bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned column) override;
    bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const override;
    wxDataViewItem GetParent(const wxDataViewItem& item) const override;
    bool IsContainer(const wxDataViewItem& item) const override;
    bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
    unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;

 private:
    struct Row {
        coding::Code code;
        std::optional<std::size_t> parent;
        std::vector<std::size_t> children;
        CodeUse use;
        bool smart = false; ///< it stands for what a search finds

        /// Whether a view shows it as it shows the other.
        bool looks_like(const Row& other) const
        {
            return code.name == other.code.name && code.color == other.code.color && code.origin == other.code.origin &&
                   use == other.use && smart == other.smart && children.empty() == other.children.empty();
        }
    };
    static wxString use_of(const Row& row);
    const Row* row(const wxDataViewItem& item) const;
    Session& session_;
    Rename rename_;
    std::vector<Row> rows_;
    std::vector<std::size_t> roots_;
    std::vector<std::size_t> differing_; ///< rows that show something else since they were read
    std::unordered_map<coding::CodeId, std::size_t> places_;
    bool words_ = true;
};

}
