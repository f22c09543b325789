#include "coding/quotation_list.h"
#include "coding/code_tree.h"
#include "voices.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;
using Text = std::optional<std::string>;

Result<VariableIs> condition_in(const Reading& reading, std::string_view text)
{
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return fail(ErrorCode::bad_value, say("\"{}\" is not a condition.", text), say("Write VARIABLE=VALUE."));
    auto variable = workbench::find_variable(reading, text.substr(0, equals));
    if (!variable) return fail(variable.error());
    auto value = workbench::value_for(*variable, std::string(text.substr(equals + 1)));
    if (!value) return fail(value.error());
    return VariableIs{std::move(*variable), std::move(*value)};
}

namespace
{

constexpr std::string_view quotation_columns =
    "SELECT q.id, q.document, d.number, d.copy, q.number, q.copy, p.begin, p.\"end\", q.name, q.comment ";
constexpr std::string_view quotation_tables =
    "JOIN document d ON d.id = q.document LEFT JOIN quotation_place p ON p.quotation = q.id ";

std::string query(std::string_view from, std::string_view where)
{
    return std::string(quotation_columns) + std::string(from) + std::string(quotation_tables) + std::string(where);
}

Quotation read_quotation(const workbench::Cursor& row)
{
    Quotation q{row.get<QuotationId>(0), row.get<DocumentId>(1), row.get<int>(2),
                row.get<std::string>(3), row.get<int>(4),        row.get<std::string>(5)};
    if (!row.null(6)) q.span = Span{row.get<std::int64_t>(6), row.get<std::int64_t>(7)};
    q.name = row.get<Text>(8);
    q.comment = row.get<Text>(9);
    return q;
}

void take_all(workbench::Cursor row, std::vector<Quotation>& found)
{
    while (row.next()) found.push_back(read_quotation(row));
}

std::vector<Quotation> coded(const Reading& reading, const QuotationFilter& filter)
{
    std::vector<Quotation> found;
    const auto codes = filter.children ? CodeTree(reading).with_descendants(filter.codes) : filter.codes;
    const auto from = "FROM (SELECT DISTINCT quotation FROM coding WHERE code = ? AND coder = coalesce(?, coder)) c "
                      "JOIN quotation q ON q.id = c.quotation ";
    for (const auto code : codes) take_all(reading.ask(query(from, ""), code, filter.coder), found);
    return found;
}

/// Those that the cheapest of the conditions leaves; in no order, perhaps twice.
std::vector<Quotation> candidates(const Reading& reading, const QuotationFilter& filter)
{
    if (!filter.codes.empty()) return coded(reading, filter);
    std::vector<Quotation> found;
    if (filter.coder)
        take_all(reading.ask(query("FROM (SELECT DISTINCT quotation FROM coding WHERE coder = ?) c JOIN quotation q ON "
                                   "q.id = c.quotation ",
                                   ""),
                             *filter.coder),
                 found);
    else if (filter.document)
        take_all(reading.ask(query("FROM quotation q ", "WHERE q.document = ?"), *filter.document), found);
    else if (filter.among)
        for (const auto id : *filter.among)
            take_all(reading.ask(query("FROM quotation q ", "WHERE q.id = ?"), id), found);
    else
        take_all(reading.ask(query("FROM quotation q ", "")), found);
    return found;
}

bool before(const Quotation& a, const Quotation& b)
{
    const auto key = [](const Quotation& q) {
        const auto span = q.span.value_or(Span{INT64_MAX, INT64_MAX});
        return std::tuple(q.document_number, std::string_view(q.document_copy), span.begin, span.end, q.number,
                          std::string_view(q.copy), q.id);
    };
    return key(a) < key(b);
}

std::optional<std::string> speaker_of(Voices& voices, const Quotation& q)
{
    return q.span ? voices.speaker(q.document, q.span->begin) : std::nullopt;
}

/// The cases and documents that have the value.
std::unordered_set<std::int64_t> owners_of(const Reading& reading, const VariableIs& condition)
{
    std::unordered_set<std::int64_t> owners;
    for (const auto& [owner, value] : reading.rows<std::tuple<std::int64_t, Text>>(
             "SELECT owner, value FROM variable_value WHERE variable = ?", condition.variable.id)) {
        if (!value) continue;
        const auto canonical = workbench::value_for(condition.variable, *value);
        if ((canonical ? *canonical : *value) == condition.value) owners.insert(owner);
    }
    return owners;
}

void keep_spoken_by(const Reading& reading, const std::string& name, std::vector<Quotation>& found)
{
    Voices voices(reading);
    const auto wanted = workbench::lower(name);
    std::erase_if(found, [&](const Quotation& q) {
        const auto speaker = speaker_of(voices, q);
        return !speaker || workbench::lower(*speaker) != wanted;
    });
}

void keep_where(const Reading& reading, const VariableIs& condition, std::vector<Quotation>& found)
{
    Voices voices(reading);
    const auto owners = owners_of(reading, condition);
    std::erase_if(found, [&](const Quotation& q) {
        if (owners.contains(q.document.value)) return false;
        const auto owner = voices.study_case(q.document, speaker_of(voices, q));
        return !owner || !owners.contains(owner->value);
    });
}

}

std::vector<Quotation> quotations(const Reading& reading, const QuotationFilter& filter)
{
    auto found = candidates(reading, filter);
    if (filter.document) std::erase_if(found, [&](const Quotation& q) { return q.document != *filter.document; });
    if (filter.among) {
        const std::unordered_set<QuotationId> wanted(filter.among->begin(), filter.among->end());
        std::erase_if(found, [&](const Quotation& q) { return !wanted.contains(q.id); });
    }
    std::ranges::sort(found, before);
    const auto twice = std::ranges::unique(found, {}, [](const Quotation& q) { return q.id; });
    found.erase(twice.begin(), twice.end());
    if (filter.speaker) keep_spoken_by(reading, *filter.speaker, found);
    if (filter.where) keep_where(reading, *filter.where, found);
    return found;
}

std::vector<Quotation> annotated_quotations(const Reading& reading, DocumentId document)
{
    std::vector<Quotation> found;
    take_all(reading.ask(query("FROM quotation q ",
                               "WHERE q.document = ? AND (q.comment IS NOT NULL OR EXISTS (SELECT 1 FROM "
                               "memo_target t WHERE t.object = q.id))"),
                         document),
             found);
    std::ranges::sort(found, before);
    return found;
}

std::map<DocumentId, std::int64_t> quotation_counts(const Reading& reading)
{
    std::map<DocumentId, std::int64_t> counts;
    auto row = reading.ask("SELECT document, count(*) FROM quotation GROUP BY document");
    while (row.next()) counts.emplace(row.get<DocumentId>(0), row.get<std::int64_t>(1));
    return counts;
}

std::int64_t quotation_count(const Reading& reading, DocumentId document)
{
    return reading.row<std::int64_t>("SELECT count(*) FROM quotation WHERE document = ?", document).value_or(0);
}

class QuotationReader::Known
{
 public:
    explicit Known(const Reading& reading) : reading_(reading), tree_(reading), slices_(reading), voices_(reading)
    {
        for (auto& [id, name] : reading.rows<std::tuple<std::int64_t, std::string>>(
                 "SELECT id, name FROM document UNION ALL SELECT id, name FROM coder UNION ALL "
                 "SELECT id, name FROM study_case WHERE name IS NOT NULL"))
            names_[id] = std::move(name);
    }

    QuotationRow row(const Quotation& quotation)
    {
        QuotationRow row{quotation, names_[quotation.document.value]};
        row.speaker = speaker_of(voices_, quotation);
        if (const auto owner = voices_.study_case(quotation.document, row.speaker))
            if (const auto name = names_.find(owner->value); name != names_.end()) row.study_case = name->second;
        add_codes(row);
        if (!quotation.span) return row;
        row.paragraph = paragraph(quotation);
        row.text = slices_(quotation.document, *quotation.span);
        return row;
    }

 private:
    void add_codes(QuotationRow& row)
    {
        std::set<std::size_t> codes;
        std::set<std::string> coders;
        auto coding = reading_.ask("SELECT code, coder FROM coding WHERE quotation = ?", row.quotation.id);
        while (coding.next()) {
            if (const auto at = tree_.index_of(coding.get<CodeId>(0))) codes.insert(*at);
            coders.insert(names_[coding.get<std::int64_t>(1)]);
        }
        for (const auto at : codes) row.codes.push_back(tree_.nodes()[at].path);
        row.coders.assign(coders.begin(), coders.end());
    }

    /// A place between two paragraphs belongs to the one before; one before the first to the first.
    int paragraph(const Quotation& quotation)
    {
        if (document_ != quotation.document) {
            paragraphs_ = workbench::paragraphs_of(reading_, quotation.document);
            document_ = quotation.document;
        }
        const auto after = std::ranges::upper_bound(paragraphs_, quotation.span->begin, {}, &Span::begin);
        return std::max(1, static_cast<int>(after - paragraphs_.begin()));
    }

    const Reading& reading_;
    CodeTree tree_;
    workbench::Slices slices_;
    Voices voices_;
    std::unordered_map<std::int64_t, std::string> names_;
    DocumentId document_;
    std::vector<Span> paragraphs_;
};

QuotationReader::QuotationReader(const Reading& reading) : known_(std::make_unique<Known>(reading)) {}
QuotationReader::~QuotationReader() = default;
QuotationRow QuotationReader::operator()(const Quotation& quotation)
{
    return known_->row(quotation);
}

std::vector<QuotationRow> quotation_rows(const Reading& reading, const QuotationFilter& filter)
{
    QuotationReader read(reading);
    std::vector<QuotationRow> rows;
    for (const auto& found : quotations(reading, filter)) rows.push_back(read(found));
    return rows;
}

}
