#include "code_model.h"
#include "coding/smart_code.h"
#include "find_text.h"
#include "look.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <unordered_map>
#include <unordered_set>

namespace gui
{
namespace
{

using workbench::tr;

/// Items are row numbers, counted from 1: an item of 0 is the root.
wxDataViewItem item(std::size_t row)
{
    return wxDataViewItem(reinterpret_cast<void*>(row + 1));
}

/// A sign and a word, small: full for what was brought to the text, hollow for what was found in it.
wxString origin_of(coding::Origin origin, bool with_word)
{
    const bool a_priori = origin == coding::Origin::a_priori;
    const auto sign = wxString::FromUTF8(a_priori ? "\xE2\x97\x86" : "\xE2\x97\x87");
    const auto word = with_word ? " " + escaped(shown(a_priori ? tr("a priori") : tr("emergent"))) : wxString();
    return "<span size=\"small\">" + sign + word + "</span>";
}

/// Which codes a filter leaves: what passes by its path, with all its parents.
std::vector<bool> kept(const std::vector<coding::Code>& codes, const CodeFilter& filter)
{
    if (filter.all()) return std::vector<bool>(codes.size(), true);
    std::vector<bool> keep(codes.size(), false);
    std::unordered_map<coding::CodeId, std::size_t> places;
    for (std::size_t i = 0; i < codes.size(); ++i) places.emplace(codes[i].id, i);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (filter.among && !filter.among->contains(codes[i].id)) continue;
        if (!filter.words.empty() && !passes(codes[i].path, filter.words)) continue;
        for (auto at = std::optional(i); at;) {
            keep[*at] = true;
            const auto& parent = codes[*at].parent;
            at = parent ? std::optional(places.at(*parent)) : std::nullopt;
        }
    }
    return keep;
}

}

bool CodeModel::read(const CodeFilter& filter)
{
    const auto& codes = session_.codes();
    const auto& uses = session_.uses();
    const auto keep = kept(codes, filter);
    std::unordered_set<coding::CodeId> smart;
    for (const auto& one : coding::smart_codes(session_.reading())) smart.insert(one.code);
    std::vector<Row> rows;
    std::vector<std::size_t> roots;
    std::unordered_map<coding::CodeId, std::size_t> places;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (!keep[i]) continue;
        const auto use = uses.find(codes[i].id);
        Row row{codes[i], {}, {}, use == uses.end() ? CodeUse{} : use->second, smart.contains(codes[i].id)};
        const auto at = rows.size();
        places.emplace(codes[i].id, at);
        if (codes[i].parent) {
            row.parent = places.at(*codes[i].parent);
            rows[*row.parent].children.push_back(at);
        } else {
            roots.push_back(at);
        }
        rows.push_back(std::move(row));
    }
    bool same = rows.size() == rows_.size();
    for (std::size_t i = 0; same && i < rows.size(); ++i)
        same = rows[i].code.id == rows_[i].code.id && rows[i].parent == rows_[i].parent;
    differing_.clear();
    for (std::size_t i = 0; same && i < rows.size(); ++i)
        if (!rows[i].looks_like(rows_[i])) differing_.push_back(i);
    rows_ = std::move(rows);
    roots_ = std::move(roots);
    places_ = std::move(places);
    return same;
}

std::vector<coding::CodeId> CodeModel::shown_codes() const
{
    std::vector<coding::CodeId> codes;
    for (const auto& row : rows_) codes.push_back(row.code.id);
    return codes;
}

void CodeModel::tell_changed()
{
    for (const auto i : differing_) ItemChanged(item(i));
    differing_.clear();
}

const CodeModel::Row* CodeModel::row(const wxDataViewItem& item) const
{
    const auto at = reinterpret_cast<std::size_t>(item.GetID());
    return at == 0 || at > rows_.size() ? nullptr : &rows_[at - 1];
}

wxDataViewItem CodeModel::item_of(coding::CodeId code) const
{
    const auto found = places_.find(code);
    return found == places_.end() ? wxDataViewItem() : item(found->second);
}

std::optional<coding::CodeId> CodeModel::code_of(const wxDataViewItem& item) const
{
    const auto* found = row(item);
    return found ? std::optional(found->code.id) : std::nullopt;
}

void CodeModel::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const
{
    const auto* found = row(item);
    if (!found) return;
    switch (column) {
    case name_column:
        value << wxDataViewIconText(shown(found->code.name), swatch(look::of_code(found->code.color)));
        break;
    case origin_column: value = found->code.origin ? origin_of(*found->code.origin, words_) : wxString(); break;
    default: value = use_of(*found);
    }
}

/// Quotations and documents; a smart code has a lens, for what it finds is no quotation.
wxString CodeModel::use_of(const Row& row)
{
    const wxString lens = row.smart ? wxString(wxUniChar(0x2315)) : wxString();
    if (row.use.documents == 0) return row.smart ? lens : wxString("0");
    const auto counts = grouped(row.use.quotations) + wxString::FromUTF8(" \xC2\xB7 ") + grouped(row.use.documents);
    return row.smart ? lens + " " + counts : counts;
}

bool CodeModel::SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned column)
{
    const auto* found = row(item);
    if (!found || column != name_column) return false;
    wxDataViewIconText text;
    text << value;
    if (utf8(text.GetText()) == found->code.name) return true;
    return rename_(found->code.id, utf8(text.GetText()));
}

bool CodeModel::GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const
{
    if (column != name_column) {
        attr.SetColour(look::faint());
        return true;
    }
    const auto* found = row(item);
    if (!found || found->children.empty()) return false;
    attr.SetBold(true);
    return true;
}

wxDataViewItem CodeModel::GetParent(const wxDataViewItem& child) const
{
    const auto* found = row(child);
    return found && found->parent ? item(*found->parent) : wxDataViewItem();
}

bool CodeModel::IsContainer(const wxDataViewItem& parent) const
{
    if (!parent.IsOk()) return true;
    const auto* found = row(parent);
    return found && !found->children.empty();
}

unsigned CodeModel::GetChildren(const wxDataViewItem& parent, wxDataViewItemArray& children) const
{
    const auto* found = row(parent);
    const auto& rows = found ? found->children : roots_;
    if (parent.IsOk() && !found) return 0;
    for (const auto at : rows) children.Add(item(at));
    return static_cast<unsigned>(rows.size());
}

}
