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

constexpr std::string_view details = "SELECT codable, definition, inclusion, exclusion, example, comment, origin, "
                                     "origin_at, origin_quotation, id FROM code";

Code code_of(const CodeNode& node)
{
    return {.id = node.id,
            .parent = node.parent,
            .name = node.name,
            .path = node.path,
            .depth = node.depth,
            .color = node.color};
}

void read_details(const workbench::Cursor& row, Code& code)
{
    code.codable = row.get<bool>(0);
    Text* const texts[] = {&code.definition, &code.inclusion, &code.exclusion, &code.example, &code.comment};
    for (int at = 0; at < 5; ++at) *texts[at] = row.get<Text>(at + 1);
    if (!row.null(6)) code.origin = origin_named(row.view(6));
    code.origin_at = row.get<Text>(7);
    code.origin_quotation = row.get<std::optional<QuotationId>>(8);
}

void take_counts(Code& code, const Counts& counts)
{
    code.quotations = counts.quotations;
    code.codings = counts.codings;
    code.documents = counts.documents;
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
    return codes(reading, CodingTable(reading));
}

std::vector<Code> codes(const Reading& reading, const CodingTable& table)
{
    std::vector<Code> all;
    for (const auto& node : table.codes().nodes()) all.push_back(code_of(node));
    auto row = reading.ask(details);
    while (row.next())
        if (const auto at = table.codes().index_of(row.get<CodeId>(9))) read_details(row, all[*at]);
    count_again(all, table);
    return all;
}

void count_again(std::vector<Code>& codes, const CodingTable& table)
{
    const auto counts = count_codings(table);
    for (std::size_t at = 0; at < std::min(codes.size(), counts.size()); ++at) take_counts(codes[at], counts[at]);
}

std::optional<Code> code(const Reading& reading, CodeId id)
{
    const CodeTree tree(reading);
    const auto at = tree.index_of(id);
    if (!at) return std::nullopt;
    auto found = code_of(tree.nodes()[*at]);
    auto row = reading.ask(std::string(details) + " WHERE id = ?", id);
    if (row.next()) read_details(row, found);
    take_counts(found, count_one(reading, id));
    return found;
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
