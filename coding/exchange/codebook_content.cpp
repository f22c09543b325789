#include "codebook_content.h"
#include "coding/code_group.h"
#include "coding/code_tree.h"
#include "guid.h"
#include "workbench/rows.h"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace coding
{

std::string CodebookContent::path_of(std::size_t code) const
{
    std::string path = escape_name(codes[code].name);
    for (auto above = codes[code].parent; above; above = codes[*above].parent)
        path = escape_name(codes[*above].name) + "/" + path;
    return path;
}

std::size_t CodebookContent::at_path(const std::vector<std::string>& names)
{
    std::optional<std::size_t> parent;
    for (const auto& name : names) {
        const auto there = std::ranges::find_if(
            codes, [&](const BookCode& code) { return code.parent == parent && code.name == name; });
        if (there == codes.end()) {
            codes.push_back({parent, name});
            parent = codes.size() - 1;
        } else {
            parent = static_cast<std::size_t>(there - codes.begin());
        }
    }
    return *parent;
}

void CodebookContent::lose(std::string what, std::string where, std::string why)
{
    const auto same = std::ranges::find_if(lost, [&](const Lost& one) { return one.what == what && one.why == why; });
    if (same != lost.end())
        ++same->count;
    else
        lost.push_back({std::move(what), std::move(where), 1, std::move(why)});
}

namespace
{

/// The guid that came with the object, else ours.
std::string guid_of(const Reading& reading, const char* table, std::int64_t id)
{
    const auto kept = reading.row<std::string>(fmt::format("SELECT guid FROM {} WHERE id = ?", table), id);
    return guid_in(kept.value_or("")).value_or(guid_for(reading, id));
}

}

CodebookContent codebook_of(const Reading& reading)
{
    CodebookContent book;
    std::map<CodeId, std::size_t> places;
    for (const auto& code : codes(reading)) {
        const auto parent = code.parent ? places.find(*code.parent) : places.end();
        BookCode written{parent == places.end() ? std::nullopt : std::optional(parent->second), code.name};
        written.guid = guid_of(reading, "code", code.id.value);
        written.color = code.color;
        written.definition = code.definition;
        written.inclusion = code.inclusion;
        written.exclusion = code.exclusion;
        written.example = code.example;
        written.comment = code.comment;
        written.origin = code.origin;
        written.origin_at = code.origin_at;
        written.codable = code.codable;
        written.has_origin_quotation = code.origin_quotation.has_value();
        places.emplace(code.id, book.codes.size());
        book.codes.push_back(std::move(written));
    }
    for (const auto& group : code_groups(reading)) {
        BookGroup written{
            group.name, guid_of(reading, "code_group", group.id.value), group.comment, {}, group.others.size()};
        for (const auto code : group.codes) written.codes.push_back(places.at(code));
        book.groups.push_back(std::move(written));
    }
    return book;
}

}
