#include "coding/coding_table.h"
#include "name_order.h"
#include "workbench/project.h"
#include "workbench/rows.h"
#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace coding
{

namespace
{

/// Ids to places in a list; remembers the last answer, because neighbours in a table repeat themselves.
class Places
{
 public:
    explicit Places(const std::vector<TableLabel>& labels)
    {
        for (std::size_t at = 0; at < labels.size(); ++at)
            places_.emplace(labels[at].id, static_cast<std::uint32_t>(at));
    }
    std::uint32_t operator()(std::int64_t id)
    {
        if (id != last_id_) {
            last_id_ = id;
            last_ = places_.at(id);
        }
        return last_;
    }

 private:
    std::unordered_map<std::int64_t, std::uint32_t> places_;
    std::int64_t last_id_ = -1;
    std::uint32_t last_ = 0;
};

std::vector<TableLabel> labels(const Reading& reading, std::string_view sql)
{
    std::vector<TableLabel> found;
    for (auto& [id, name] : reading.rows<std::tuple<std::int64_t, std::string>>(sql))
        found.push_back({id, std::move(name)});
    return found;
}

std::vector<TableLabel> code_labels(const CodeTree& tree)
{
    std::vector<TableLabel> found;
    for (const auto& node : tree.nodes()) found.push_back({node.id.value, {}});
    return found;
}

class Loader
{
 public:
    Loader(const Reading& reading, const CodeTree& tree, const std::vector<TableLabel>& documents,
           const std::vector<TableLabel>& coders)
        : reading_(reading), codes_(code_labels(tree)), documents_(documents), coders_(coders)
    {
    }

    std::vector<PlacedCoding> load()
    {
        rows_.reserve(static_cast<std::size_t>(reading_.row<std::int64_t>("SELECT count(*) FROM coding").value_or(0)));
        join_places();
        auto whole = reading_.ask("SELECT document, code, coder FROM coding WHERE document IS NOT NULL");
        while (whole.next())
            rows_.push_back({documents_(whole.get<std::int64_t>(0)), PlacedCoding::nowhere, PlacedCoding::nowhere,
                             codes_(whole.get<std::int64_t>(1)), coders_(whole.get<std::int64_t>(2))});
        return std::move(rows_);
    }

 private:
    /// Both tables in the order of quotations, side by side: no look-up for each coding.
    void join_places()
    {
        auto coding =
            reading_.ask("SELECT quotation, code, coder FROM coding WHERE quotation IS NOT NULL ORDER BY quotation");
        auto place = reading_.ask("SELECT quotation, document, begin, \"end\" FROM quotation_place ORDER BY quotation");
        bool more = place.next();
        auto at = more ? place.get<std::int64_t>(0) : INT64_MAX;
        PlacedCoding where{};
        std::int64_t known = -1;
        while (coding.next()) {
            const auto quotation = coding.get<std::int64_t>(0);
            while (more && at < quotation) {
                more = place.next();
                at = more ? place.get<std::int64_t>(0) : INT64_MAX;
            }
            if (known != quotation) where = at == quotation ? text_place(place) : no_place(quotation);
            known = quotation;
            rows_.push_back({where.document, where.begin, where.end, codes_(coding.get<std::int64_t>(1)),
                             coders_(coding.get<std::int64_t>(2))});
        }
    }

    PlacedCoding text_place(const workbench::Cursor& place)
    {
        return {documents_(place.get<std::int64_t>(1)), static_cast<std::uint32_t>(place.get<std::int64_t>(2)),
                static_cast<std::uint32_t>(place.get<std::int64_t>(3)), 0, 0};
    }

    PlacedCoding no_place(std::int64_t quotation)
    {
        const auto document = reading_.row<std::int64_t>("SELECT document FROM quotation WHERE id = ?", quotation);
        const auto at = documents_(document.value_or(0));
        return {at, PlacedCoding::nowhere, placeless_[at]++, 0, 0};
    }

    const Reading& reading_;
    Places codes_, documents_, coders_;
    std::vector<PlacedCoding> rows_;
    std::unordered_map<std::uint32_t, std::uint32_t> placeless_; ///< by document
};

bool in_order(const PlacedCoding& a, const PlacedCoding& b)
{
    return std::tie(a.begin, a.end, a.code, a.coder) < std::tie(b.begin, b.end, b.code, b.coder);
}

/// Counting sort by document, then each document's few rows by themselves.
std::vector<PlacedCoding> sorted(const std::vector<PlacedCoding>& rows, std::vector<std::size_t>& starts)
{
    for (const auto& row : rows) ++starts[row.document + 1];
    for (std::size_t at = 1; at < starts.size(); ++at) starts[at] += starts[at - 1];
    auto next = starts;
    std::vector<PlacedCoding> result(rows.size());
    for (const auto& row : rows) result[next[row.document]++] = row;
    for (std::size_t at = 0; at + 1 < starts.size(); ++at)
        std::sort(result.begin() + static_cast<std::ptrdiff_t>(starts[at]),
                  result.begin() + static_cast<std::ptrdiff_t>(starts[at + 1]), in_order);
    return result;
}

std::optional<std::uint32_t> index_in(const std::vector<TableLabel>& labels, std::int64_t id)
{
    const auto found = std::ranges::find(labels, id, &TableLabel::id);
    if (found == labels.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - labels.begin());
}

}

CodingTable::CodingTable(const Reading& reading)
    : tree_(reading),
      documents_(labels(reading, "SELECT id, name FROM document ORDER BY number, copy, id")),
      coders_(labels(reading, "SELECT id, name FROM coder")),
      document_rows_(documents_.size() + 1, 0)
{
    std::ranges::sort(coders_, [](const auto& a, const auto& b) {
        return a.name != b.name ? name_before(a.name, b.name) : a.id < b.id;
    });
    rows_ = sorted(Loader(reading, tree_, documents_, coders_).load(), document_rows_);
}

void CodingTable::follow(const Reading& reading, const workbench::ChangeSet& change)
{
    const auto touched = [&](std::string_view table) {
        return std::ranges::find(change.tables, table) != change.tables.end();
    };
    bool whole = touched("document") || touched("document_alias");
    if (!whole && touched("code")) take_codes(CodeTree(reading));
    std::set<std::int64_t> documents(change.quoted.begin(), change.quoted.end());
    documents.insert(change.documents.begin(), change.documents.end());
    for (const auto id : documents) {
        const auto at = whole ? std::nullopt : document_index(DocumentId{id});
        whole = whole || !at || !reread(reading, *at);
    }
    if (whole) *this = CodingTable(reading);
}

// What carried a code that went is in a document that is read again.
void CodingTable::take_codes(CodeTree tree)
{
    std::vector<std::uint32_t> places(tree_.nodes().size(), 0);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const auto at = tree.index_of(tree_.nodes()[i].id)) places[i] = static_cast<std::uint32_t>(*at);
    for (auto& row : rows_) row.code = places[row.code];
    if (!std::ranges::is_sorted(places))
        for (std::size_t at = 0; at + 1 < document_rows_.size(); ++at)
            std::sort(rows_.begin() + static_cast<std::ptrdiff_t>(document_rows_[at]),
                      rows_.begin() + static_cast<std::ptrdiff_t>(document_rows_[at + 1]), in_order);
    tree_ = std::move(tree);
}

// False when somebody is met who was not among the coders.
bool CodingTable::reread(const Reading& reading, std::uint32_t document)
{
    std::vector<PlacedCoding> found;
    std::uint32_t placeless = 0;
    std::int64_t known = -1;
    PlacedCoding where{document, PlacedCoding::nowhere, PlacedCoding::nowhere, 0, 0};
    const auto put = [&](CodeId code, CoderId coder) {
        const auto code_at = tree_.index_of(code);
        const auto coder_at = coder_index(coder);
        if (code_at && coder_at)
            found.push_back({where.document, where.begin, where.end, static_cast<std::uint32_t>(*code_at), *coder_at});
        return code_at && coder_at;
    };
    const DocumentId id{documents_[document].id};
    auto whole = reading.ask("SELECT code, coder FROM coding WHERE document = ?", id);
    while (whole.next())
        if (!put(whole.get<CodeId>(0), whole.get<CoderId>(1))) return false;
    auto row = reading.ask("SELECT q.id, p.begin, p.\"end\", c.code, c.coder FROM quotation q JOIN coding c ON "
                           "c.quotation = q.id LEFT JOIN quotation_place p ON p.quotation = q.id WHERE q.document = ? "
                           "ORDER BY q.id",
                           id);
    while (row.next()) {
        if (const auto quotation = row.get<std::int64_t>(0); quotation != known) {
            known = quotation;
            where.begin = row.null(1) ? PlacedCoding::nowhere : static_cast<std::uint32_t>(row.get<std::int64_t>(1));
            where.end = row.null(1) ? placeless++ : static_cast<std::uint32_t>(row.get<std::int64_t>(2));
        }
        if (!put(row.get<CodeId>(3), row.get<CoderId>(4))) return false;
    }
    std::sort(found.begin(), found.end(), in_order);

    const auto from = rows_.begin() + static_cast<std::ptrdiff_t>(document_rows_[document]);
    const auto to = rows_.begin() + static_cast<std::ptrdiff_t>(document_rows_[document + 1]);
    const auto before = to - from, after = static_cast<std::ptrdiff_t>(found.size());
    const auto both = std::min(before, after);
    std::copy_n(found.begin(), both, from);
    if (after < before)
        rows_.erase(from + after, to);
    else
        rows_.insert(to, found.begin() + both, found.end());
    for (std::size_t i = document + 1; i < document_rows_.size(); ++i)
        document_rows_[i] = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(document_rows_[i]) + after - before);
    return true;
}

std::optional<std::uint32_t> CodingTable::coder_index(CoderId coder) const
{
    return index_in(coders_, coder.value);
}

std::optional<std::uint32_t> CodingTable::document_index(DocumentId document) const
{
    return index_in(documents_, document.value);
}

}
