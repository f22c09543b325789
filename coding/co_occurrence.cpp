#include "coding/co_occurrence.h"
#include "coding/quotation_list.h"
#include "workbench/rows.h"
#include "workbench/text.h"
#include <algorithm>
#include <array>

namespace coding
{

using workbench::Span;

std::optional<CoOccurrenceUnit> co_occurrence_unit_named(std::string_view word)
{
    constexpr std::array<std::string_view, 4> words{"overlap", "paragraph", "turn", "document"};
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<CoOccurrenceUnit>(found - words.begin());
}

namespace
{

constexpr std::uint32_t left_out = UINT32_MAX;

/// Counts of pairs; only the half with row <= column is kept while counting.
class Half
{
 public:
    explicit Half(std::size_t size) : size_(size), cells_(size * size, 0) {}
    void add(std::uint32_t a, std::uint32_t b, std::int64_t by) { cells_[a < b ? a * size_ + b : b * size_ + a] += by; }
    std::int64_t at(std::size_t a, std::size_t b) const { return cells_[a < b ? a * size_ + b : b * size_ + a]; }

 private:
    std::size_t size_;
    std::vector<std::int64_t> cells_;
};

/// A stretch of one document with one code of the table.
struct Stretch {
    std::uint32_t begin, end, code;
};

/// Which rows of the table count, and as which code of the result.
class Selection
{
 public:
    Selection(const CodingTable& table, const CoOccurrenceOptions& options, const std::vector<CodeId>& codes)
        : columns_(table.codes().nodes().size(), left_out),
          coders_(table.coders().size(), options.coders.empty()),
          documents_(table.documents().size(), options.documents.empty())
    {
        for (std::size_t at = 0; at < codes.size(); ++at)
            if (const auto index = table.codes().index_of(codes[at])) columns_[*index] = static_cast<std::uint32_t>(at);
        for (const auto coder : options.coders)
            if (const auto index = table.coder_index(coder)) coders_[*index] = true;
        for (const auto document : options.documents)
            if (const auto index = table.document_index(document)) documents_[*index] = true;
    }
    bool has_document(std::size_t document) const { return documents_[document]; }
    std::uint32_t column(const PlacedCoding& row) const { return coders_[row.coder] ? columns_[row.code] : left_out; }

 private:
    std::vector<std::uint32_t> columns_;
    std::vector<bool> coders_, documents_;
};

/// The overlapping pairs of one document's stretches, sorted by begin.
template <class Meet>
void sweep(const std::vector<Stretch>& stretches, Meet meet)
{
    for (auto a = stretches.begin(); a != stretches.end(); ++a)
        for (auto b = a + 1; b != stretches.end() && b->begin < a->end; ++b)
            if (a->code != b->code && b->begin < b->end) meet(*a, *b);
}

/// What lies in overlapping stretches of one code becomes one stretch; still sorted by begin.
class Union
{
 public:
    explicit Union(std::size_t codes) : open_(codes, left_out) {}

    const std::vector<Stretch>& of(const std::vector<Stretch>& stretches)
    {
        merged_.clear();
        for (const auto& stretch : stretches) {
            auto& open = open_[stretch.code];
            if (open != left_out && stretch.begin <= merged_[open].end) {
                merged_[open].end = std::max(merged_[open].end, stretch.end);
            } else {
                open = static_cast<std::uint32_t>(merged_.size());
                merged_.push_back(stretch);
            }
        }
        for (const auto& stretch : merged_) open_[stretch.code] = left_out;
        return merged_;
    }

 private:
    std::vector<std::uint32_t> open_;
    std::vector<Stretch> merged_;
};

std::uint32_t shared(const Stretch& a, const Stretch& b)
{
    return std::min(a.end, b.end) - std::max(a.begin, b.begin);
}

struct Tally {
    Half pairs, characters;
};

Tally tally_overlaps(const CodingTable& table, const Selection& selection, std::size_t codes)
{
    Tally tally{Half(codes), Half(codes)};
    Union unite(codes);
    std::vector<Stretch> stretches;
    std::vector<const PlacedCoding*> last(codes);
    for (std::size_t document = 0; document < table.documents().size(); ++document) {
        if (!selection.has_document(document)) continue;
        stretches.clear();
        for (auto at = table.document_rows()[document]; at < table.document_rows()[document + 1]; ++at) {
            const auto& row = table.rows()[at];
            const auto code = selection.column(row);
            if (code == left_out || row.is_whole_document()) continue;
            if (last[code] && last[code]->same_place(row)) continue; // another coder, the same place
            last[code] = &row;
            tally.pairs.add(code, code, 1);
            if (row.is_text()) stretches.push_back({row.begin, row.end, code});
        }
        sweep(stretches, [&](const Stretch& a, const Stretch& b) { tally.pairs.add(a.code, b.code, 1); });
        const auto& united = unite.of(stretches);
        for (const auto& one : united) tally.characters.add(one.code, one.code, one.end - one.begin);
        sweep(united, [&](const Stretch& a, const Stretch& b) { tally.characters.add(a.code, b.code, shared(a, b)); });
    }
    return tally;
}

std::vector<Span> units_of(const Reading& reading, DocumentId document, CoOccurrenceUnit unit)
{
    std::vector<Span> units;
    if (unit == CoOccurrenceUnit::turn)
        for (const auto& turn : workbench::turns_of(reading, document)) units.push_back(turn.span);
    return units.empty() ? workbench::paragraphs_of(reading, document) : units;
}

/// Which codes each unit of one document holds.
class UnitCodes
{
 public:
    explicit UnitCodes(std::vector<Span> units) : units_(std::move(units)), codes_(units_.size()) {}

    void add(const PlacedCoding& row, std::uint32_t code)
    {
        auto at =
            std::ranges::upper_bound(units_, static_cast<std::int64_t>(row.begin), {}, &Span::end) - units_.begin();
        for (; at < std::ssize(units_) && units_[static_cast<std::size_t>(at)].begin < row.end; ++at)
            if (row.begin < row.end) codes_[static_cast<std::size_t>(at)].push_back(code);
    }
    void add_to_all(std::uint32_t code)
    {
        for (auto& unit : codes_) unit.push_back(code);
    }
    void count(Half& counts)
    {
        for (auto& unit : codes_) {
            std::ranges::sort(unit);
            unit.erase(std::ranges::unique(unit).begin(), unit.end());
            for (auto a = unit.begin(); a != unit.end(); ++a)
                for (auto b = a; b != unit.end(); ++b) counts.add(*a, *b, 1);
        }
    }

 private:
    std::vector<Span> units_;
    std::vector<std::vector<std::uint32_t>> codes_;
};

Half tally_units(const Reading& reading, const CodingTable& table, const Selection& selection, std::size_t codes,
                 CoOccurrenceUnit unit)
{
    Half counts(codes);
    const bool whole = unit == CoOccurrenceUnit::document;
    for (std::size_t document = 0; document < table.documents().size(); ++document) {
        const auto begin = table.document_rows()[document], end = table.document_rows()[document + 1];
        if (!selection.has_document(document) || begin == end) continue;
        UnitCodes units(whole ? std::vector<Span>(1)
                              : units_of(reading, DocumentId{table.documents()[document].id}, unit));
        for (auto at = begin; at < end; ++at) {
            const auto& row = table.rows()[at];
            const auto code = selection.column(row);
            if (code == left_out) continue;
            if (whole)
                units.add_to_all(code);
            else if (row.is_text())
                units.add(row, code);
        }
        units.count(counts);
    }
    return counts;
}

std::optional<double> proportion(std::int64_t together, std::int64_t a, std::int64_t b)
{
    const auto denominator = a + b - together;
    if (denominator <= 0) return std::nullopt;
    return static_cast<double>(together) / static_cast<double>(denominator);
}

void fill(CoOccurrence& result, const Half& counts, const Half& shares)
{
    const auto n = result.codes.size();
    result.counts.assign(n, std::vector<std::int64_t>(n));
    result.c.assign(n, std::vector<std::optional<double>>(n));
    result.jaccard = result.c;
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < n; ++b) {
            result.counts[a][b] = counts.at(a, b);
            result.c[a][b] = proportion(counts.at(a, b), counts.at(a, a), counts.at(b, b));
            result.jaccard[a][b] = proportion(shares.at(a, b), shares.at(a, a), shares.at(b, b));
        }
}

}

CoOccurrence co_occurrence(const Reading& reading, const CodingTable& table, const CoOccurrenceOptions& options)
{
    CoOccurrence result;
    result.codes = options.codes;
    if (result.codes.empty())
        for (const auto& node : table.codes().nodes()) result.codes.push_back(node.id);
    for (const auto code : result.codes) result.paths.push_back(table.codes().path_of(code));
    const Selection selection(table, options, result.codes);
    if (options.unit == CoOccurrenceUnit::overlap) {
        const auto tally = tally_overlaps(table, selection, result.codes.size());
        fill(result, tally.pairs, tally.characters);
    } else {
        const auto counts = tally_units(reading, table, selection, result.codes.size(), options.unit);
        fill(result, counts, counts);
    }
    return result;
}

CoOccurrence co_occurrence(const Reading& reading, const CoOccurrenceOptions& options)
{
    return co_occurrence(reading, CodingTable(reading), options);
}

namespace
{

/// The quotations of a code in document order, equal spans once.
std::vector<Quotation> distinct_quotations(const Reading& reading, CodeId code)
{
    auto found = quotations(reading, {.codes = {code}});
    std::erase_if(found, [](const Quotation& q) { return !q.span; });
    std::ranges::stable_sort(
        found, {}, [](const Quotation& q) { return std::tuple(q.document_number, q.document_copy, *q.span, q.id); });
    const auto twice = std::ranges::unique(
        found, [](const Quotation& a, const Quotation& b) { return a.document == b.document && a.span == b.span; });
    found.erase(twice.begin(), twice.end());
    return found;
}

}

std::vector<std::pair<QuotationId, QuotationId>> overlapping_pairs(const Reading& reading, CodeId a, CodeId b)
{
    std::vector<std::pair<QuotationId, QuotationId>> pairs;
    const auto others = distinct_quotations(reading, b);
    for (const auto& one : distinct_quotations(reading, a))
        for (const auto& other : others)
            if (one.document == other.document && one.span->begin < one.span->end &&
                other.span->begin < other.span->end && workbench::overlap(*one.span, *other.span))
                pairs.emplace_back(one.id, other.id);
    return pairs;
}

}
