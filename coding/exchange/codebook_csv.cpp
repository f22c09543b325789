#include "codebook_content.h"
#include "coding/code_color.h"
#include "coding/code_tree.h"
#include "csv_text.h"
#include "name_order.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>
#include <map>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;

namespace
{

enum class Field {
    path,
    name,
    parent,
    color,
    definition,
    inclusion,
    exclusion,
    example,
    comment,
    origin,
    origin_at,
    codable,
    groups
};

/// The columns that we write first; further words under which people keep the same thing.
struct Heading {
    std::string_view word;
    Field field;
};
constexpr std::array headings{
    Heading{"path", Field::path},
    Heading{"color", Field::color},
    Heading{"definition", Field::definition},
    Heading{"inclusion", Field::inclusion},
    Heading{"exclusion", Field::exclusion},
    Heading{"example", Field::example},
    Heading{"comment", Field::comment},
    Heading{"origin", Field::origin},
    Heading{"origin_at", Field::origin_at},
    Heading{"codable", Field::codable},
    Heading{"groups", Field::groups},
    Heading{"ruta", Field::path},
    Heading{"code", Field::path},
    Heading{"codigo", Field::path},
    Heading{"name", Field::name},
    Heading{"nombre", Field::name},
    Heading{"parent", Field::parent},
    Heading{"padre", Field::parent},
    Heading{"category", Field::parent},
    Heading{"categoria", Field::parent},
    Heading{"colour", Field::color},
    Heading{"definicion", Field::definition},
    Heading{"description", Field::definition},
    Heading{"descripcion", Field::definition},
    Heading{"include", Field::inclusion},
    Heading{"incluye", Field::inclusion},
    Heading{"exclude", Field::exclusion},
    Heading{"excluye", Field::exclusion},
    Heading{"ejemplo", Field::example},
    Heading{"comentario", Field::comment},
    Heading{"origen", Field::origin},
    Heading{"grupos", Field::groups},
    Heading{"group", Field::groups},
    Heading{"grupo", Field::groups},
};
constexpr std::size_t written_columns = 11;

std::optional<Field> field_named(const std::string& heading)
{
    const auto word = workbench::fold(trimmed(heading));
    const auto found = std::ranges::find(headings, word, &Heading::word);
    if (found == headings.end()) return std::nullopt;
    return found->field;
}

/// One row by field, empty cells left out.
using Values = std::map<Field, std::string>;

std::optional<std::string> value(const Values& row, Field field)
{
    const auto found = row.find(field);
    if (found == row.end()) return std::nullopt;
    return found->second;
}

class CsvBook
{
 public:
    void add(const Values& row, std::size_t line)
    {
        const auto names = path_in(row);
        if (names.empty() || std::ranges::find(names, "") != names.end()) {
            book_.lose(say("row"), say("row {}", line), say("it names no code"));
            return;
        }
        const auto at = book_.at_path(names);
        describe(book_.codes[at], row);
        for (const auto& group : split(value(row, Field::groups).value_or(""))) join(group, at);
    }
    CodebookContent book_;

 private:
    static std::vector<std::string> path_in(const Values& row)
    {
        std::vector<std::string> names;
        if (const auto parent = value(row, Field::parent)) names = names_in(*parent);
        if (const auto path = value(row, Field::path))
            for (auto& name : names_in(*path)) names.push_back(std::move(name));
        if (const auto name = value(row, Field::name)) names.push_back(*name);
        return names;
    }

    void describe(BookCode& code, const Values& row)
    {
        code.definition = value(row, Field::definition);
        code.inclusion = value(row, Field::inclusion);
        code.exclusion = value(row, Field::exclusion);
        code.example = value(row, Field::example);
        code.comment = value(row, Field::comment);
        code.origin_at = value(row, Field::origin_at);
        if (const auto color = value(row, Field::color); color && !(code.color = color_in(*color)))
            book_.lose(say("colour"), code.name, say("\"{}\" is not written as #RRGGBB", *color));
        if (const auto origin = value(row, Field::origin); origin && !(code.origin = origin_named(*origin)))
            book_.lose(say("origin"), code.name, say("\"{}\" is neither a-priori nor emergent", *origin));
        if (const auto codable = value(row, Field::codable)) code.codable = *codable != "false" && *codable != "0";
    }

    static std::vector<std::string> split(const std::string& list)
    {
        std::vector<std::string> parts;
        for (std::size_t begin = 0; begin <= list.size();) {
            const auto end = std::min(list.find(';', begin), list.size());
            if (auto part = trimmed(std::string_view(list).substr(begin, end - begin)); !part.empty())
                parts.push_back(std::move(part));
            begin = end + 1;
        }
        return parts;
    }

    void join(const std::string& name, std::size_t code)
    {
        auto group = std::ranges::find(book_.groups, name, &BookGroup::name);
        if (group == book_.groups.end()) group = book_.groups.insert(group, BookGroup{name, {}, {}, {}});
        group->codes.push_back(code);
    }
};

std::string groups_of(const CodebookContent& book, std::size_t code)
{
    std::string names;
    for (const auto& group : book.groups)
        if (std::ranges::find(group.codes, code) != group.codes.end())
            names += (names.empty() ? "" : "; ") + group.name;
    return names;
}

void note_losses(CodebookContent& book)
{
    for (std::size_t at = 0; at < book.codes.size(); ++at)
        if (book.codes[at].has_origin_quotation)
            book.lose(say("triggering quotation"), book.path_of(at), say("a codebook has no quotations"));
    for (const auto& group : book.groups) {
        if (group.comment)
            book.lose(say("comment of a group"), group.name, say("a table of codes has no place for it"));
        if (group.codes.empty()) book.lose(say("empty group"), group.name, say("a table of codes has no place for it"));
        if (group.name.find(';') != std::string::npos)
            book.lose(say("name of a group"), group.name, say("a semicolon parts the names of groups"));
        for (std::size_t other = 0; other < group.others; ++other)
            book.lose(say("member of a group"), group.name, say("it is not a code"));
    }
}

}

Result<CodebookContent> codebook_in(const std::vector<CsvRow>& rows)
{
    if (rows.empty())
        return fail(ErrorCode::bad_file, say("The codebook is empty."),
                    say("It needs a first row with the names of the columns."));
    std::vector<std::optional<Field>> fields;
    for (const auto& heading : rows.front()) fields.push_back(field_named(heading));
    const auto has = [&](Field field) { return std::ranges::find(fields, std::optional(field)) != fields.end(); };
    if (!has(Field::path) && !has(Field::name))
        return fail(ErrorCode::bad_file, say("No column of the codebook is called \"path\" or \"name\"."),
                    say("Give the column with the codes that name in the first row."));
    CsvBook csv;
    for (std::size_t line = 1; line < rows.size(); ++line) {
        Values values;
        for (std::size_t column = 0; column < rows[line].size(); ++column) {
            auto cell = trimmed(rows[line][column]);
            if (cell.empty()) continue;
            if (column < fields.size() && fields[column])
                values.emplace(*fields[column], std::move(cell));
            else
                csv.book_.lose(say("column \"{}\"", column < fields.size() ? rows.front()[column] : ""),
                               say("row {}", line + 1), say("codes have nothing of that name"));
        }
        if (!values.empty()) csv.add(values, line + 1);
    }
    return std::move(csv.book_);
}

std::vector<CsvRow> rows_of(CodebookContent& book)
{
    std::vector<CsvRow> rows(1);
    for (std::size_t column = 0; column < written_columns; ++column) rows[0].emplace_back(headings[column].word);
    for (std::size_t at = 0; at < book.codes.size(); ++at) {
        const auto& code = book.codes[at];
        rows.push_back({book.path_of(at), code.color.value_or(""), code.definition.value_or(""),
                        code.inclusion.value_or(""), code.exclusion.value_or(""), code.example.value_or(""),
                        code.comment.value_or(""), std::string(code.origin ? name_of(*code.origin) : ""),
                        code.origin_at.value_or(""), code.codable.value_or(true) ? "true" : "false",
                        groups_of(book, at)});
    }
    note_losses(book);
    return rows;
}

Result<CodebookContent> read_codebook_csv(std::string_view bytes)
{
    return codebook_in(read_csv(bytes));
}

std::string write_codebook_csv(CodebookContent& book)
{
    std::string text;
    for (const auto& row : rows_of(book)) text += csv_row(row);
    return text;
}

}
