#include "coding/code.h"
#include "coding/coding_table.h"
#include "sentence.h"
#include "workbench/object.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;

std::string_view name_of(Origin origin)
{
    return origin == Origin::a_priori ? "a-priori" : "emergent";
}

std::optional<Origin> origin_named(std::string_view word)
{
    if (word == "a-priori") return Origin::a_priori;
    if (word == "emergent") return Origin::emergent;
    return std::nullopt;
}

namespace
{

struct Counts {
    std::int64_t quotations = 0, codings = 0, documents = 0;
    const PlacedCoding* last = nullptr;
};

/// For each code of the tree. Equal spans are one quotation: after a merge one place may have two numbers.
std::vector<Counts> count_codings(const CodingTable& table)
{
    std::vector<Counts> counts(table.codes().nodes().size());
    for (const auto& row : table.rows()) {
        auto& code = counts[row.code];
        ++code.codings;
        code.documents += !code.last || code.last->document != row.document;
        code.quotations += !row.is_whole_document() && (!code.last || !code.last->same_place(row));
        code.last = &row;
    }
    return counts;
}

Counts count_one(const Reading& reading, CodeId code)
{
    const auto found = reading.row<std::tuple<std::int64_t, std::int64_t, std::int64_t>>(
        "SELECT count(DISTINCT coalesce(p.document || ':' || p.begin || ':' || p.\"end\", c.quotation)), count(*), "
        "count(DISTINCT coalesce(c.document, q.document)) FROM coding c LEFT JOIN quotation q ON q.id = c.quotation "
        "LEFT JOIN quotation_place p ON p.quotation = c.quotation WHERE c.code = ?",
        code);
    if (!found) return {};
    return {std::get<0>(*found), std::get<1>(*found), std::get<2>(*found)};
}

using Text = std::optional<std::string>;

Code details_of(const Reading& reading, const CodeNode& node, const Counts& counts)
{
    Code code{.id = node.id,
              .parent = node.parent,
              .name = node.name,
              .path = node.path,
              .depth = node.depth,
              .color = node.color};
    auto row = reading.ask("SELECT codable, definition, inclusion, exclusion, example, comment, origin, origin_at, "
                           "origin_quotation FROM code WHERE id = ?",
                           node.id);
    if (!row.next()) return code;
    code.codable = row.get<bool>(0);
    Text* const texts[] = {&code.definition, &code.inclusion, &code.exclusion, &code.example, &code.comment};
    for (int at = 0; at < 5; ++at) *texts[at] = row.get<Text>(at + 1);
    if (!row.null(6)) code.origin = origin_named(row.view(6));
    code.origin_at = row.get<Text>(7);
    code.origin_quotation = row.get<std::optional<QuotationId>>(8);
    code.quotations = counts.quotations;
    code.codings = counts.codings;
    code.documents = counts.documents;
    return code;
}

workbench::Result<CodeId> find_code_in(const CodeTree& tree, std::string_view ref)
{
    if (const auto id = workbench::id_in(ref)) {
        if (tree.index_of(CodeId{*id})) return CodeId{*id};
        return fail(ErrorCode::not_found, say("There is no code {}.", ref), say("The list of codes shows their ids."));
    }
    const auto found = tree.at(names_in(ref));
    if (found.size() == 1) return found.front();
    if (found.empty())
        return fail(ErrorCode::not_found, say("There is no code \"{}\".", ref),
                    near_hint(ref, tree.paths(), say("A code is named by its whole path, as in Parent/Child.")));
    std::vector<std::string> ids;
    for (const auto code : found) ids.push_back("#" + std::to_string(code.value));
    return fail(ErrorCode::ambiguous, say("Several codes are called \"{}\": {}.", ref, listing(ids)),
                say("Name the one you mean by its id."));
}

}

std::vector<Code> codes(const Reading& reading)
{
    const CodingTable table(reading);
    const auto counts = count_codings(table);
    std::vector<Code> all;
    for (std::size_t at = 0; at < counts.size(); ++at)
        all.push_back(details_of(reading, table.codes().nodes()[at], counts[at]));
    return all;
}

std::optional<Code> code(const Reading& reading, CodeId id)
{
    const CodeTree tree(reading);
    const auto at = tree.index_of(id);
    if (!at) return std::nullopt;
    return details_of(reading, tree.nodes()[*at], count_one(reading, id));
}

Result<CodeId> find_code(const Reading& reading, std::string_view ref)
{
    return find_code_in(CodeTree(reading), ref);
}

Result<std::vector<CodeId>> find_codes(const Reading& reading, const std::vector<std::string>& refs)
{
    const CodeTree tree(reading);
    std::vector<CodeId> found;
    for (const auto& ref : refs) {
        const auto code = find_code_in(tree, ref);
        if (!code) return fail(code.error());
        if (std::ranges::find(found, *code) == found.end()) found.push_back(*code);
    }
    return found;
}

}
