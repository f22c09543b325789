#include "query_completion.h"
#include "coding/memo.h"
#include "find_text.h"
#include "search/fields.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <set>

namespace gui
{
namespace
{

using search::FieldKind;
using workbench::fold;
using workbench::tr;

std::u32string points_of(std::string_view utf8)
{
    std::u32string points;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7F >> length);
        for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i)
            point = (point << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3F);
        points += point;
        at += length;
    }
    return points;
}

/// The bytes of the code points from `begin` to `end`.
std::string_view cut(std::string_view utf8, std::size_t begin, std::size_t end)
{
    const auto byte_of = [&](std::size_t point) {
        std::size_t at = 0;
        for (; point > 0 && at < utf8.size(); --point)
            for (++at; at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80;) ++at;
        return at;
    };
    const auto from = byte_of(begin);
    return utf8.substr(from, byte_of(end) - from);
}

/// Where the word or field before the caret begins: after the last blank or parenthesis that no quotes hold.
std::size_t beginning(const std::u32string& query, std::size_t caret)
{
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < caret; ++at) {
        if (query[at] == U'"') quoted = !quoted;
        if (!quoted && (query[at] == U' ' || query[at] == U'(' || query[at] == U')')) begin = at + 1;
    }
    while (begin < caret && (query[begin] == U'+' || query[begin] == U'-')) ++begin;
    return begin;
}

/// A value as it has to be written after the colon.
std::string written(const std::string& value)
{
    const bool plain = !value.empty() && std::ranges::all_of(value, [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) || c == '_';
    });
    return plain ? value : "\"" + value + "\"";
}

std::string name_of(const search::Field& field)
{
    return std::string(workbench::language() == "es" ? field.spanish : field.english);
}

std::vector<std::string> documents_of(Session& session)
{
    std::vector<std::string> names;
    for (const auto& document : session.documents()) names.push_back(document.name);
    return names;
}

std::vector<std::string> languages_of(Session& session)
{
    std::set<std::string> languages;
    for (const auto& document : session.documents()) languages.insert(document.language);
    return {languages.begin(), languages.end()};
}

std::vector<std::string> values_of(const workbench::Project& project, std::string_view variable)
{
    std::set<std::string> values;
    for (const auto& one : workbench::variables(project)) {
        if (fold(one.name) != fold(variable)) continue;
        for (const auto& value : project.rows<std::string>(
                 "SELECT DISTINCT value FROM variable_value WHERE variable = ? AND value IS NOT NULL", one.id))
            values.insert(value);
    }
    return {values.begin(), values.end()};
}

/// Values that have a name among people, each once, in the language of the interface.
std::vector<std::string> named_values(FieldKind kind)
{
    std::vector<std::string> names;
    std::set<std::string_view> known;
    for (const auto& one : search::value_names)
        if (one.field == kind && known.insert(one.value).second)
            names.emplace_back(workbench::language() == "es" ? one.spanish : one.english);
    return names;
}

std::vector<std::string> values_of(Session& session, FieldKind kind, std::string_view name)
{
    std::vector<std::string> names;
    switch (kind) {
    case FieldKind::document: return documents_of(session);
    case FieldKind::speaker:
        return session.reading().rows<std::string>("SELECT speaker FROM turn_place WHERE speaker IS NOT NULL GROUP BY "
                                                   "speaker ORDER BY count(*) DESC, speaker");
    case FieldKind::case_:
        for (const auto& one : workbench::cases(session.reading())) names.push_back(one.name);
        return names;
    case FieldKind::code:
        for (const auto& code : session.codes()) names.push_back(code.path);
        return names;
    case FieldKind::kind:
    case FieldKind::role: return named_values(kind);
    case FieldKind::language: return languages_of(session);
    case FieldKind::memo:
        for (const auto& memo : coding::memos(session.reading())) names.push_back(memo.title);
        return names;
    default: return values_of(session.reading(), name);
    }
}

FieldKind kind_named(std::string_view name)
{
    for (const auto& field : search::fields)
        if (fold(name) == field.english || fold(name) == field.spanish) return field.kind;
    return FieldKind::variable;
}

void add_values(Session& session, std::string_view field, std::string_view typed, Completions& found)
{
    if (typed.starts_with('"')) typed.remove_prefix(1);
    if (typed.ends_with('"')) typed.remove_suffix(1);
    const auto wanted = fold(typed);
    const auto values = values_of(session, kind_named(field), field);
    const auto add = [&](bool at_the_begin) {
        for (const auto& value : values) {
            if (found.list.size() == most_completions) return;
            const bool begins = fold(value).starts_with(wanted);
            if (begins == at_the_begin && (begins || passes(value, typed)))
                found.list.push_back({std::string(field) + ":" + written(value), {}});
        }
    };
    add(true);
    add(false);
}

void add_fields(Session& session, std::string_view typed, Completions& found)
{
    const auto wanted = fold(typed);
    std::set<std::string> known;
    for (const auto& field : search::fields) {
        const auto name = name_of(field);
        if (name.empty() || !name.starts_with(wanted) || !known.insert(name).second) continue;
        found.list.push_back({name + ":", *field.meaning ? tr(field.meaning) : ""});
    }
    for (const auto& variable : workbench::variables(session.reading()))
        if (fold(variable.name).starts_with(wanted) && variable.name.find(' ') == std::string::npos)
            found.list.push_back({variable.name + ":", tr("variable")});
    if (found.list.size() > most_completions) found.list.resize(most_completions);
}

}

Completions completions(Session& session, std::string_view query, std::size_t caret)
{
    const auto points = points_of(query);
    caret = std::min(caret, points.size());
    Completions found{beginning(points, caret), caret, {}};
    const auto typed = cut(query, found.begin, found.end);
    const auto colon = typed.find(':');
    if (colon != std::string_view::npos && colon > 0)
        add_values(session, typed.substr(0, colon), typed.substr(colon + 1), found);
    else if (typed.size() >= 2 && colon == std::string_view::npos)
        add_fields(session, typed, found);
    // What stands there already is no help.
    std::erase_if(found.list, [&](const Completion& one) { return one.text == typed; });
    return found;
}

std::vector<Completion> query_examples()
{
    std::vector<Completion> all;
    for (const auto& sign : search::signs) all.push_back({std::string(sign.example), tr(sign.meaning)});
    for (const auto& field : search::fields)
        if (*field.meaning) all.push_back({std::string(field.example), tr(field.meaning)});
    return all;
}

}
