#include "coding/crosstab.h"
#include "coding/coding_table.h"
#include "name_order.h"
#include "voices.h"
#include "workbench/rows.h"
#include "workbench/study_case.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace coding
{

using workbench::fail;
using workbench::Result;

std::optional<CrosstabCount> crosstab_count_named(std::string_view word)
{
    constexpr std::array<std::string_view, 4> words{"codings", "quotations", "characters", "presence"};
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<CrosstabCount>(found - words.begin());
}

namespace
{

using Column = std::optional<std::size_t>;

/// The columns of a table, and the one in which a coding counts.
class Columns
{
 public:
    virtual ~Columns() = default;
    virtual Column of(const PlacedCoding& row) = 0;
    std::vector<std::string> labels;

 protected:
    Column labelled(const std::string& label) const
    {
        const auto found = places_.find(label);
        if (found == places_.end()) return std::nullopt;
        return found->second;
    }
    void set_labels(std::vector<std::string> all)
    {
        labels = std::move(all);
        for (std::size_t at = 0; at < labels.size(); ++at) places_.emplace(labels[at], at);
    }

 private:
    std::unordered_map<std::string, std::size_t> places_;
};

class DocumentColumns final : public Columns
{
 public:
    explicit DocumentColumns(const CodingTable& table)
    {
        for (const auto& document : table.documents()) labels.push_back(document.name);
    }
    Column of(const PlacedCoding& row) override { return row.document; }
};

/// Columns that depend on who speaks.
class VoiceColumns : public Columns
{
 public:
    VoiceColumns(const Reading& reading, const CodingTable& table) : table_(table), voices_(reading) {}

 protected:
    DocumentId document(const PlacedCoding& row) const { return DocumentId{table_.documents()[row.document].id}; }
    std::optional<std::string> speaker(const PlacedCoding& row)
    {
        return row.is_text() ? voices_.speaker(document(row), row.begin) : std::nullopt;
    }
    std::optional<CaseId> study_case(const PlacedCoding& row)
    {
        return voices_.study_case(document(row), speaker(row));
    }

 private:
    const CodingTable& table_;
    Voices voices_;
};

class SpeakerColumns final : public VoiceColumns
{
 public:
    SpeakerColumns(const Reading& reading, const CodingTable& table) : VoiceColumns(reading, table)
    {
        auto names = reading.rows<std::string>("SELECT DISTINCT speaker FROM turn_place WHERE speaker IS NOT NULL");
        std::ranges::sort(names, name_before);
        set_labels(std::move(names));
    }
    Column of(const PlacedCoding& row) override
    {
        const auto name = speaker(row);
        return name ? labelled(*name) : std::nullopt;
    }
};

class CaseColumns final : public VoiceColumns
{
 public:
    CaseColumns(const Reading& reading, const CodingTable& table) : VoiceColumns(reading, table)
    {
        for (const auto& one : workbench::cases(reading)) {
            places_.emplace(one.id, labels.size());
            labels.push_back(one.name);
        }
    }
    Column of(const PlacedCoding& row) override
    {
        const auto owner = study_case(row);
        if (!owner || !places_.contains(*owner)) return std::nullopt;
        return places_.at(*owner);
    }

 private:
    std::unordered_map<CaseId, std::size_t> places_;
};

double number_in(const std::string& text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class ValueColumns final : public VoiceColumns
{
 public:
    ValueColumns(const Reading& reading, const CodingTable& table, const workbench::Variable& variable)
        : VoiceColumns(reading, table)
    {
        for (auto& [owner, value] : reading.rows<std::tuple<std::int64_t, std::string>>(
                 "SELECT owner, value FROM variable_value WHERE variable = ? AND value IS NOT NULL", variable.id))
            values_[owner] = workbench::value_for(variable, value).value_or(value);
        auto levels = variable.levels;
        if (levels.empty()) levels = values_in_order(variable.type);
        set_labels(std::move(levels));
    }
    Column of(const PlacedCoding& row) override
    {
        const auto owner = study_case(row);
        auto value = owner ? values_.find(owner->value) : values_.end();
        if (value == values_.end()) value = values_.find(document(row).value);
        return value == values_.end() ? std::nullopt : labelled(value->second);
    }

 private:
    std::vector<std::string> values_in_order(workbench::VariableType type) const
    {
        std::vector<std::string> all;
        for (const auto& [owner, value] : values_) all.push_back(value);
        const bool numeric = type == workbench::VariableType::integer || type == workbench::VariableType::number;
        std::ranges::sort(all, [&](const std::string& a, const std::string& b) {
            return numeric && number_in(a) != number_in(b) ? number_in(a) < number_in(b) : name_before(a, b);
        });
        all.erase(std::ranges::unique(all).begin(), all.end());
        return all;
    }
    std::unordered_map<std::int64_t, std::string> values_;
};

Result<std::unique_ptr<Columns>> columns_by(const Reading& reading, const CodingTable& table, std::string_view by)
{
    std::unique_ptr<Columns> columns;
    if (by == "document") {
        columns = std::make_unique<DocumentColumns>(table);
    } else if (by == "case") {
        columns = std::make_unique<CaseColumns>(reading, table);
    } else if (by == "speaker") {
        columns = std::make_unique<SpeakerColumns>(reading, table);
    } else {
        const auto variable = workbench::find_variable(reading, by);
        if (!variable) return fail(variable.error());
        columns = std::make_unique<ValueColumns>(reading, table, *variable);
    }
    return columns;
}

/// The state of one cell while the rows of one document go by in order of begin.
struct Cell {
    std::int64_t value = 0;
    const PlacedCoding* last = nullptr;               ///< counted last
    std::uint32_t document = UINT32_MAX, covered = 0; ///< up to where characters are counted
};

void count(Cell& cell, const PlacedCoding& row, CrosstabCount what)
{
    const bool again = cell.last && cell.last->same_place(row);
    cell.last = &row;
    switch (what) {
    case CrosstabCount::codings: ++cell.value; break;
    case CrosstabCount::presence: cell.value = 1; break;
    case CrosstabCount::quotations: cell.value += !again && !row.is_whole_document(); break;
    case CrosstabCount::characters:
        if (!row.is_text()) break;
        if (cell.document != row.document) cell.covered = 0;
        cell.document = row.document;
        if (row.end > cell.covered) cell.value += row.end - std::max(row.begin, cell.covered);
        cell.covered = std::max(cell.covered, row.end);
    }
}

}

Result<Crosstab> crosstab(const Reading& reading, std::string_view by, CrosstabCount what,
                          const std::vector<CodeId>& codes)
{
    const CodingTable table(reading);
    const auto columns = columns_by(reading, table, by);
    if (!columns) return fail(columns.error());

    Crosstab result{codes, {}, (*columns)->labels};
    if (codes.empty())
        for (const auto& node : table.codes().nodes()) result.codes.push_back(node.id);
    std::unordered_map<std::uint32_t, std::size_t> rows;
    for (const auto code : result.codes) {
        if (const auto index = table.codes().index_of(code))
            rows.emplace(static_cast<std::uint32_t>(*index), result.rows.size());
        result.rows.push_back(table.codes().path_of(code));
    }

    std::vector<std::vector<Cell>> cells(result.rows.size(), std::vector<Cell>(result.columns.size()));
    for (const auto& row : table.rows()) {
        const auto line = rows.find(row.code);
        if (line == rows.end()) continue;
        const auto column = (*columns)->of(row);
        if (column)
            count(cells[line->second][*column], row, what);
        else
            ++result.outside;
    }
    for (const auto& line : cells) {
        auto& values = result.cells.emplace_back();
        for (const auto& cell : line) values.push_back(cell.value);
    }
    return result;
}

}
