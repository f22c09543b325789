#include "document_model.h"
#include "kind_name.h"
#include "look.h"
#include "shown.h"
#include "workbench/words.h"
#include <algorithm>
#include <unordered_map>

namespace gui
{

using workbench::DocumentId;

namespace
{

wxDataViewItem item_at(std::size_t row)
{
    return wxDataViewItem(reinterpret_cast<void*>(row + 1));
}

}

bool DocumentModel::read(const std::string& filter, DocumentOrder order)
{
    std::unordered_map<std::int64_t, std::pair<std::int64_t, std::int64_t>> counts; ///< quotations, codings
    for (const auto& quotation : session_.quotations()) ++counts[quotation.document.value].first;
    const auto& table = session_.codings();
    for (std::size_t i = 0; i < table.documents().size(); ++i)
        counts[table.documents()[i].id].second =
            static_cast<std::int64_t>(table.document_rows()[i + 1] - table.document_rows()[i]);
    const auto wanted = workbench::fold(filter);
    const auto holds = [&](const std::string& text) { return workbench::fold(text).find(wanted) != std::string::npos; };
    const auto before = std::exchange(rows_, {});
    for (const auto kind : workbench::document_kinds) {
        std::vector<Row> found;
        for (const auto& document : session_.documents()) {
            if (document.kind != kind) continue;
            if (!wanted.empty() && !holds(document.name) && !holds(document.comment.value_or(""))) continue;
            const auto [quotations, codings] = counts[document.id.value];
            found.push_back(
                {document.id, document.name, document.language, document.words, codings, quotations, {}, {}});
        }
        // Numbers the largest first, names as they are read; what is equal stays in the order of the numbers.
        std::stable_sort(found.begin(), found.end(), [&](const Row& a, const Row& b) {
            switch (order) {
            case DocumentOrder::name: return workbench::fold(a.name) < workbench::fold(b.name);
            case DocumentOrder::words: return a.words > b.words;
            case DocumentOrder::quotations: return a.quotations > b.quotations;
            case DocumentOrder::codings: return a.codings > b.codings;
            case DocumentOrder::number: break;
            }
            return false;
        });
        if (!found.empty()) add_kind(kind, std::move(found));
    }
    return std::equal(rows_.begin(), rows_.end(), before.begin(), before.end(), [](const Row& a, const Row& b) {
        return a.document == b.document && a.parent == b.parent && (a.document || a.name == b.name);
    });
}

void DocumentModel::add_kind(std::string_view kind, std::vector<Row> documents)
{
    const auto at = rows_.size();
    rows_.push_back({{}, utf8(kind_heading(kind)), {}, 0, 0, 0, {}, {}});
    for (auto& document : documents) {
        auto& head = rows_[at];
        head.words += document.words;
        head.codings += document.codings;
        head.quotations += document.quotations;
        head.children.push_back(rows_.size());
        document.parent = at;
        rows_.push_back(std::move(document));
    }
}

void DocumentModel::tell_changed()
{
    for (std::size_t i = 0; i < rows_.size(); ++i) ItemChanged(item_at(i));
}

const DocumentModel::Row* DocumentModel::row(const wxDataViewItem& item) const
{
    const auto at = reinterpret_cast<std::size_t>(item.GetID());
    return at == 0 || at > rows_.size() ? nullptr : &rows_[at - 1];
}

std::optional<DocumentId> DocumentModel::document_of(const wxDataViewItem& item) const
{
    const auto* found = row(item);
    return found ? found->document : std::nullopt;
}

wxDataViewItem DocumentModel::item_of(DocumentId document) const
{
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].document == document) return item_at(i);
    return wxDataViewItem();
}

std::vector<wxDataViewItem> DocumentModel::kinds() const
{
    std::vector<wxDataViewItem> found;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (!rows_[i].document) found.push_back(item_at(i));
    return found;
}

std::size_t DocumentModel::shown_documents() const
{
    return static_cast<std::size_t>(
        std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.document.has_value(); }));
}

void DocumentModel::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const
{
    const auto* found = row(item);
    if (!found) return;
    switch (column) {
    case name_column: value = shown(found->name); break;
    case language_column: value = shown(found->language); break;
    case words_column: value = grouped(found->words); break;
    case codings_column: value = grouped(found->codings); break;
    default: value = grouped(found->quotations); break;
    }
}

bool DocumentModel::SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned)
{
    const auto* found = row(item);
    if (!found || !found->document) return false;
    const auto name = utf8(value.GetString());
    return name == found->name || rename_(*found->document, name);
}

bool DocumentModel::GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const
{
    const auto* found = row(item);
    if (column != name_column) attr.SetColour(look::faint());
    if (found && !found->document && column == name_column) attr.SetBold(true);
    return true;
}

wxDataViewItem DocumentModel::GetParent(const wxDataViewItem& child) const
{
    const auto* found = row(child);
    return found && found->parent ? item_at(*found->parent) : wxDataViewItem();
}

bool DocumentModel::IsContainer(const wxDataViewItem& parent) const
{
    if (!parent.IsOk()) return true;
    const auto* found = row(parent);
    return found && !found->document;
}

unsigned DocumentModel::GetChildren(const wxDataViewItem& parent, wxDataViewItemArray& children) const
{
    if (parent.IsOk()) {
        const auto* found = row(parent);
        if (!found) return 0;
        for (const auto at : found->children) children.Add(item_at(at));
    } else {
        for (const auto& kind : kinds()) children.Add(kind);
    }
    return static_cast<unsigned>(children.size());
}

}
