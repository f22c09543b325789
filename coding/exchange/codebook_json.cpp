#include "codebook_content.h"
#include "coding/code_color.h"
#include "coding/code_tree.h"
#include "guid.h"
#include "workbench/tr.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace coding
{

using nlohmann::ordered_json;
using workbench::ErrorCode;
using workbench::fail;
using workbench::say;
using Text = std::optional<std::string>;

namespace
{

void put(ordered_json& object, const char* key, const Text& text)
{
    if (text) object[key] = *text;
}

Text take(const ordered_json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

ordered_json written(const CodebookContent& book, std::size_t at)
{
    const auto& code = book.codes[at];
    ordered_json object{{"path", book.path_of(at)}};
    put(object, "guid", code.guid);
    put(object, "color", code.color);
    if (code.origin) object["origin"] = name_of(*code.origin);
    put(object, "origin_at", code.origin_at);
    put(object, "definition", code.definition);
    put(object, "inclusion", code.inclusion);
    put(object, "exclusion", code.exclusion);
    put(object, "example", code.example);
    put(object, "comment", code.comment);
    object["codable"] = code.codable.value_or(true);
    return object;
}

bool read_code(CodebookContent& book, const ordered_json& object)
{
    const auto path = object.is_object() ? take(object, "path") : std::nullopt;
    if (!path) return false;
    const auto names = names_in(*path);
    if (std::ranges::find(names, "") != names.end()) return false;
    auto& code = book.codes[book.at_path(names)];
    if (const auto guid = take(object, "guid")) code.guid = guid_in(*guid);
    if (const auto color = take(object, "color")) code.color = color_in(*color);
    if (const auto origin = take(object, "origin")) code.origin = origin_named(*origin);
    code.origin_at = take(object, "origin_at");
    code.definition = take(object, "definition");
    code.inclusion = take(object, "inclusion");
    code.exclusion = take(object, "exclusion");
    code.example = take(object, "example");
    code.comment = take(object, "comment");
    if (const auto codable = object.find("codable"); codable != object.end() && codable->is_boolean())
        code.codable = codable->get<bool>();
    return true;
}

void read_group(CodebookContent& book, const ordered_json& object)
{
    const auto name = object.is_object() ? take(object, "name") : std::nullopt;
    if (!name || name->empty()) return book.lose(say("group"), "", say("it has no name"));
    BookGroup group{*name, {}, take(object, "comment"), {}};
    for (const auto& member : object.value("codes", ordered_json::array()))
        if (member.is_string()) group.codes.push_back(book.at_path(names_in(member.get<std::string>())));
    book.groups.push_back(std::move(group));
}

}

Result<CodebookContent> read_codebook_json(std::string_view bytes)
{
    const auto json = ordered_json::parse(bytes, nullptr, false);
    const auto* codes = json.is_array() ? &json : nullptr;
    if (json.is_object() && json.contains("codes")) codes = &json["codes"];
    if (!codes || !codes->is_array())
        return fail(ErrorCode::bad_file, say("The file is no codebook in JSON."),
                    say("It needs a list \"codes\" of objects with a \"path\"."));
    CodebookContent book;
    for (const auto& object : *codes)
        if (!read_code(book, object))
            book.lose(say("code"), say("entry {}", &object - &codes->front() + 1), say("it has no path"));
    if (json.is_object() && json.contains("groups") && json["groups"].is_array())
        for (const auto& object : json["groups"]) read_group(book, object);
    return book;
}

std::string write_codebook_json(CodebookContent& book)
{
    ordered_json codes = ordered_json::array(), groups = ordered_json::array();
    for (std::size_t at = 0; at < book.codes.size(); ++at) {
        codes.push_back(written(book, at));
        if (book.codes[at].has_origin_quotation)
            book.lose(say("triggering quotation"), book.path_of(at), say("a codebook has no quotations"));
    }
    for (const auto& group : book.groups) {
        ordered_json object{{"name", group.name}};
        put(object, "comment", group.comment);
        object["codes"] = ordered_json::array();
        for (const auto code : group.codes) object["codes"].push_back(book.path_of(code));
        for (std::size_t other = 0; other < group.others; ++other)
            book.lose(say("member of a group"), group.name, say("it is not a code"));
        groups.push_back(std::move(object));
    }
    return ordered_json{{"codes", std::move(codes)}, {"groups", std::move(groups)}}.dump(
               2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

}
