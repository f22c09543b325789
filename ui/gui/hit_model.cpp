#include "hit_model.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <map>

namespace gui
{

void HitModel::show(const FoundPassages& found)
{
    groups_.clear();
    passages_ = found.list;
    group_of_.clear();
    std::map<std::pair<workbench::DocumentId, std::string>, std::size_t> known;
    for (std::size_t i = 0; i < passages_.size(); ++i) {
        const auto& archive = passages_[i].archive;
        const auto place = archive ? archive->host.text() + " " + archive->label : std::string();
        const auto [at, is_new] = known.try_emplace({passages_[i].document, place}, groups_.size());
        if (is_new) groups_.push_back({passages_[i].name, archive ? archive->project : std::string(), {}});
        groups_[at->second].passages.push_back(i);
        group_of_.push_back(at->second);
    }
    Cleared();
}

wxDataViewItem HitModel::item_of(std::size_t passage) const
{
    return item(groups_.size() + passage);
}

std::optional<std::size_t> HitModel::passage_of(const wxDataViewItem& item) const
{
    if (!item.IsOk()) return std::nullopt;
    const auto row = row_of(item);
    if (row < groups_.size() || row >= groups_.size() + passages_.size()) return std::nullopt;
    return row - groups_.size();
}

std::vector<std::size_t> HitModel::passages_below(const wxDataViewItem& item) const
{
    if (!item.IsOk() || row_of(item) >= groups_.size()) return {};
    return groups_[row_of(item)].passages;
}

void HitModel::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned) const
{
    const auto faint = look::faint().GetAsString(wxC2S_HTML_SYNTAX);
    if (const auto at = passage_of(item)) {
        const auto& passage = passages_[*at];
        wxString about = wxString::FromUTF8("\xC2\xB6 ") + wxString::Format("%d", passage.paragraph);
        if (!passage.speaker.empty()) about += wxString::FromUTF8(" \xC2\xB7 ") + shown(passage.speaker);
        value = "<span foreground=\"" + faint + "\">" + escaped(about) + "</span>   " +
                marked_up(passage.text, passage.marks, passage.text_begin);
        return;
    }
    const auto row = row_of(item);
    if (row >= groups_.size()) return;
    const auto& group = groups_[row];
    auto about = wxString::Format("%zu", group.passages.size());
    if (!group.archive.empty()) about = shown(workbench::say("in the archive \"{}\"", group.archive)) + "  " + about;
    value =
        "<b>" + escaped(shown(group.name)) + "</b>  <span foreground=\"" + faint + "\">" + escaped(about) + "</span>";
}

wxDataViewItem HitModel::GetParent(const wxDataViewItem& child) const
{
    const auto passage = passage_of(child);
    return passage ? item(group_of_[*passage]) : wxDataViewItem();
}

bool HitModel::IsContainer(const wxDataViewItem& item) const
{
    return !item.IsOk() || row_of(item) < groups_.size();
}

unsigned HitModel::GetChildren(const wxDataViewItem& parent, wxDataViewItemArray& children) const
{
    if (!parent.IsOk()) {
        for (std::size_t i = 0; i < groups_.size(); ++i) children.Add(item(i));
        return static_cast<unsigned>(groups_.size());
    }
    const auto below = passages_below(parent);
    for (const auto passage : below) children.Add(item_of(passage));
    return static_cast<unsigned>(below.size());
}

wxString marked_up(std::string_view utf8, const std::vector<workbench::Span>& marks, std::int64_t start,
                   std::size_t length)
{
    const auto text = shown(utf8);
    constexpr std::int64_t before = 60;
    const auto first = marks.empty() ? 0 : marks.front().begin - start;
    const auto begin = std::max<std::int64_t>(0, first - before);
    const auto end =
        std::min<std::int64_t>(static_cast<std::int64_t>(text.length()), begin + static_cast<std::int64_t>(length));
    wxString line = begin > 0 ? wxString(wxUniChar(0x2026)) : wxString();
    auto at = begin;
    const auto piece = [&](std::int64_t from, std::int64_t to) {
        auto cut =
            text.Mid(static_cast<std::size_t>(from), static_cast<std::size_t>(std::max<std::int64_t>(0, to - from)));
        cut.Replace("\n", " ");
        return escaped(cut);
    };
    for (const auto& mark : marks) {
        const auto from = std::max(at, mark.begin - start);
        const auto to = std::min(end, mark.end - start);
        if (from >= to) continue;
        line += piece(at, from) + "<b>" + piece(from, to) + "</b>";
        at = to;
    }
    line += piece(at, end);
    return end < static_cast<std::int64_t>(text.length()) ? line + wxUniChar(0x2026) : line;
}

}
