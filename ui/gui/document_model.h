#pragma once
#include "session.h"
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/dataview.h>

namespace gui
{

/// What the documents stand in the order of.
enum class DocumentOrder { number, name, words, quotations, codings };
inline constexpr std::array<std::string_view, 5> document_orders{"number", "name", "words", "quotations", "codings"};

/// The documents as a tree: kinds, and below each its documents with what is counted in them.
class DocumentModel : public wxDataViewModel
{
 public:
    using Rename = std::function<bool(workbench::DocumentId, const std::string&)>;
    DocumentModel(Session& session, Rename rename) : session_(session), rename_(std::move(rename)) {}

    enum Column : unsigned { name_column, language_column, words_column, codings_column, quotations_column };

    /// Reads the project anew; only documents that hold `filter` in name or comment. True when the tree has the same
    /// documents in the same places.
    bool read(const std::string& filter, DocumentOrder order);
    void tell_changed();
    /// Nothing for a kind.
    std::optional<workbench::DocumentId> document_of(const wxDataViewItem& item) const;
    wxDataViewItem item_of(workbench::DocumentId document) const;
    std::vector<wxDataViewItem> kinds() const;
    /// How many documents the filter lets through.
    std::size_t shown_documents() const;

    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
    bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned) override;
    bool IsEnabled(const wxDataViewItem& item, unsigned) const override { return row(item) != nullptr; }
    bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const override;
    wxDataViewItem GetParent(const wxDataViewItem& child) const override;
    bool IsContainer(const wxDataViewItem& parent) const override;
    bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
    unsigned GetChildren(const wxDataViewItem& parent, wxDataViewItemArray& children) const override;

 private:
    struct Row {
        std::optional<workbench::DocumentId> document; ///< nothing: a kind
        std::string name, language;
        std::int64_t words = 0, codings = 0, quotations = 0;
        std::optional<std::size_t> parent;
        std::vector<std::size_t> children;
    };
    const Row* row(const wxDataViewItem& item) const;
    void add_kind(std::string_view kind, std::vector<Row> documents);

    Session& session_;
    Rename rename_;
    std::vector<Row> rows_;
};

}
