#include "quotation_rows.h"
#include "look.h"
#include "shown.h"
#include "workbench/words.h"
#include <algorithm>
#include <numeric>

namespace gui
{
namespace
{

/// The last names of paths: "Cero papel" of "Motivaciones/Cero papel".
std::string names_in(const std::vector<std::string>& paths)
{
    std::string names;
    for (const auto& path : paths) {
        auto last = path.rfind('/');
        while (last != std::string::npos && last > 0 && path[last - 1] == '\\') last = path.rfind('/', last - 1);
        names += (names.empty() ? "" : ", ") + path.substr(last == std::string::npos ? 0 : last + 1);
    }
    return names;
}

std::vector<std::string> words_in(const std::string& filter)
{
    std::vector<std::string> words;
    const auto folded = workbench::fold(filter);
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}

void QuotationRows::read(const coding::QuotationFilter& filter)
{
    rows_.clear();
    ahead_ = 0;
    reader_ = std::make_unique<coding::QuotationReader>(session_.reading());
    for (auto& quotation : coding::quotations(session_.reading(), filter)) rows_.push_back({std::move(quotation)});
    arrange();
}

void QuotationRows::narrow(const std::string& filter)
{
    words_ = words_in(filter);
    arrange();
}

void QuotationRows::sort(Column column, bool ascending)
{
    column_ = column;
    ascending_ = ascending;
    arrange();
}

QuotationRows::Row& QuotationRows::ready(std::size_t at) const
{
    auto& row = rows_[at];
    if (row.read) return row;
    const auto read = (*reader_)(row.quotation);
    row.cells[number] = row.quotation.label();
    row.cells[document] = read.document;
    row.cells[participant] = read.study_case ? *read.study_case : read.speaker.value_or("");
    row.cells[codes] = names_in(read.codes);
    row.cells[text] = utf8(one_line(read.text, 600));
    row.cells[name] = row.quotation.name.value_or("");
    row.cells[comment] = row.quotation.comment.value_or("");
    std::string hay = read.text;
    for (const auto column : {number, document, participant, name, comment}) hay += "\n" + row.cells[column];
    for (const auto& path : read.codes) hay += "\n" + path;
    row.hay = workbench::fold(hay);
    row.read = true;
    return row;
}

bool QuotationRows::read_ahead(std::size_t most)
{
    for (; most > 0 && ahead_ < rows_.size(); ++ahead_)
        if (!rows_[ahead_].read) {
            ready(ahead_);
            --most;
        }
    return ahead_ < rows_.size();
}

// Document order is that of the list as it was read; other columns sort by their texts as people do.
void QuotationRows::arrange()
{
    order_.clear();
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        const auto fits = [&](const std::string& word) { return ready(at).hay.find(word) != std::string::npos; };
        if (words_.empty() || std::all_of(words_.begin(), words_.end(), fits))
            order_.push_back(static_cast<std::uint32_t>(at));
    }
    if (column_ != number) {
        std::vector<std::string> keys(rows_.size());
        for (const auto at : order_) keys[at] = workbench::fold(ready(at).cells[column_]);
        std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    }
    if (!ascending_) std::reverse(order_.begin(), order_.end());
    Reset(static_cast<unsigned>(order_.size()));
}

std::vector<coding::Quotation> QuotationRows::all() const
{
    std::vector<coding::Quotation> quotations;
    for (const auto at : order_) quotations.push_back(rows_[at].quotation);
    return quotations;
}

std::optional<unsigned> QuotationRows::row_of(coding::QuotationId id) const
{
    for (unsigned row = 0; row < order_.size(); ++row)
        if (quotation(row).id == id) return row;
    return std::nullopt;
}

std::string QuotationRows::cell(unsigned row, Column column) const
{
    return row < order_.size() ? ready(order_[row]).cells[column] : std::string();
}

void QuotationRows::GetValueByRow(wxVariant& value, unsigned row, unsigned column) const
{
    const auto whole = cell(row, static_cast<Column>(column));
    value = column == name || column == comment ? gui::shown(whole) : one_line(whole, 300);
}

bool QuotationRows::GetAttrByRow(unsigned, unsigned column, wxDataViewItemAttr& attr) const
{
    if (column == number) attr.SetBold(true);
    if (column == document || column == participant) attr.SetColour(look::faint());
    return column == number || column == document || column == participant;
}

bool QuotationRows::SetValueByRow(const wxVariant& value, unsigned row, unsigned column)
{
    if (row >= order_.size() || (column != name && column != comment)) return false;
    const auto text = utf8(value.GetString());
    if (text == cell(row, static_cast<Column>(column))) return true;
    return edit_(quotation(row).id, static_cast<Column>(column), text);
}

}
