#include "coding/code_tree.h"
#include "coding/coding.h"
#include "workbench/rows.h"
#include <algorithm>
#include <unordered_map>

namespace coding
{

std::optional<CoderId> coder_named(const Reading& reading, std::string_view name)
{
    return reading.row<CoderId>("SELECT id FROM coder WHERE name = ? ORDER BY id LIMIT 1", name);
}

std::vector<CodeId> codes_on(const Reading& reading, QuotationId quotation, std::optional<CoderId> coder)
{
    const auto found = coder
                           ? reading.rows<CodeId>("SELECT DISTINCT code FROM coding WHERE quotation = ? AND coder = ?",
                                                  quotation, *coder)
                           : reading.rows<CodeId>("SELECT DISTINCT code FROM coding WHERE quotation = ?", quotation);
    const CodeTree tree(reading);
    std::vector<CodeId> sorted;
    for (const auto& node : tree.nodes())
        if (std::ranges::find(found, node.id) != found.end()) sorted.push_back(node.id);
    return sorted;
}

namespace
{

struct Named {
    std::string name;
    int number;
    std::string copy;
};

std::unordered_map<DocumentId, Named> document_names(const Reading& reading)
{
    std::unordered_map<DocumentId, Named> names;
    auto row = reading.ask("SELECT id, name, number, copy FROM document");
    while (row.next())
        names[row.get<DocumentId>(0)] = {row.get<std::string>(1), row.get<int>(2), row.get<std::string>(3)};
    return names;
}

std::unordered_map<CoderId, std::string> coder_names(const Reading& reading)
{
    std::unordered_map<CoderId, std::string> names;
    for (auto& [id, name] : reading.rows<std::tuple<CoderId, std::string>>("SELECT id, name FROM coder"))
        names[id] = std::move(name);
    return names;
}

Coding read_coding(const workbench::Cursor& row, const std::unordered_map<DocumentId, Named>& documents)
{
    Coding coding{};
    coding.id = row.get<CodingId>(0);
    coding.quotation = row.get<std::optional<QuotationId>>(1);
    coding.document = row.get<DocumentId>(2);
    const auto& document = documents.at(coding.document);
    coding.document_name = document.name;
    coding.document_number = document.number;
    coding.document_copy = document.copy;
    if (coding.quotation) coding.label = quotation_label(document.number, document.copy, row.get<int>(3), row.view(4));
    if (!row.null(5)) coding.span = Span{row.get<std::int64_t>(5), row.get<std::int64_t>(6)};
    coding.code_id = row.get<CodeId>(7);
    coding.at = row.get<std::string>(9);
    coding.weight = row.get<std::optional<int>>(10);
    coding.comment = row.get<std::optional<std::string>>(11);
    return coding;
}

}

std::vector<Coding> codings(const Reading& reading)
{
    const CodeTree tree(reading);
    const auto documents = document_names(reading);
    const auto coders = coder_names(reading);
    std::vector<Coding> all;
    auto row = reading.ask(
        "SELECT c.id, c.quotation, coalesce(q.document, c.document), q.number, q.copy, p.begin, p.\"end\", c.code, "
        "c.coder, c.at, c.weight, c.comment FROM coding c LEFT JOIN quotation q ON q.id = c.quotation "
        "LEFT JOIN quotation_place p ON p.quotation = c.quotation");
    while (row.next()) {
        auto coding = read_coding(row, documents);
        coding.coder = coders.at(row.get<CoderId>(8));
        coding.code = tree.path_of(coding.code_id);
        all.push_back(std::move(coding));
    }
    const auto place = [&](const Coding& c) {
        const auto span = c.span.value_or(Span{c.quotation ? INT64_MAX : -1, 0});
        return std::tuple(c.document_number, std::string_view(c.document_copy), span.begin, span.end,
                          c.quotation.value_or(QuotationId{}), tree.index_of(c.code_id).value_or(0),
                          std::string_view(c.coder), c.id);
    };
    std::ranges::sort(all, [&](const Coding& a, const Coding& b) { return place(a) < place(b); });
    return all;
}

}
