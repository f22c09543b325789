#include "archive_record.h"
#include "index_inside.h"
#include "record.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <charconv>
#include <fmt/format.h>

namespace search
{
using namespace workbench;
namespace
{

constexpr std::size_t longest_term = 240; // Xapian's end at 245 bytes

std::uint64_t number(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

std::int64_t position(Reader& reader)
{
    return static_cast<std::int64_t>(reader.number());
}

/// A name of any length as a term.
std::string fact(std::string_view prefix, const std::string& name)
{
    auto term = std::string(prefix) + fold(name);
    if (term.size() > longest_term) term.resize(longest_term);
    return term;
}

/// The value that people call so.
std::string value_of(FieldKind field, const std::string& name)
{
    const auto wanted = fold(name);
    for (const auto& known : value_names)
        if (known.field == field &&
            (wanted == known.value || wanted == fold(known.english) || wanted == fold(known.spanish)))
            return std::string(known.value);
    return wanted;
}

}

std::string written(const ArchivedPassage& passage)
{
    std::string out;
    const auto& where = passage.where;
    for (const auto* text : {&passage.label, &passage.name, &passage.kind, &passage.language}) put(out, *text);
    put(out, number(passage.paragraph));
    put(out, number(where.begin));
    put(out, number(where.end));
    put(out, number(where.words_begin));
    put(out, number(where.turn));
    put(out, where.speaker);
    put(out, where.text);
    return out;
}

ArchivedPassage passage_from(const std::string& bytes)
{
    Reader reader(bytes);
    ArchivedPassage passage;
    for (auto* text : {&passage.label, &passage.name, &passage.kind, &passage.language}) *text = reader.text();
    passage.paragraph = static_cast<int>(reader.number());
    auto& where = passage.where;
    where.begin = position(reader);
    where.end = position(reader);
    where.words_begin = position(reader);
    where.turn = static_cast<int>(reader.number());
    where.speaker = reader.text();
    where.text = reader.text();
    return passage;
}

std::string written(const ArchivedDocument& document)
{
    std::string out;
    for (const auto* text : {&document.label, &document.name, &document.kind, &document.language, &document.text})
        put(out, *text);
    put(out, document.joins_broken_lines ? 1 : 0);
    for (const auto& turn : document.turns) {
        put(out, number(turn.number));
        put(out, number(turn.span.begin));
        put(out, number(turn.span.end));
        put(out, number(turn.label_end));
        put(out, turn.speaker ? 1 : 0);
        put(out, turn.speaker.value_or(""));
        put(out, turn.seconds ? fmt::format("{}", *turn.seconds) : std::string());
    }
    return out;
}

ArchivedDocument document_from(const std::string& bytes)
{
    Reader reader(bytes);
    ArchivedDocument document;
    for (auto* text : {&document.label, &document.name, &document.kind, &document.language, &document.text})
        *text = reader.text();
    document.joins_broken_lines = reader.number() != 0;
    while (!reader.at_end()) {
        Turn turn{};
        turn.number = static_cast<int>(reader.number());
        turn.span.begin = position(reader);
        turn.span.end = position(reader);
        turn.label_end = position(reader);
        const bool has_speaker = reader.number() != 0;
        if (auto speaker = reader.text(); has_speaker) turn.speaker = std::move(speaker);
        if (const auto seconds = reader.text(); !seconds.empty())
            std::from_chars(seconds.data(), seconds.data() + seconds.size(), turn.seconds.emplace());
        document.turns.push_back(std::move(turn));
    }
    return document;
}

std::string written(const std::vector<ArchivedName>& names)
{
    std::string out;
    for (const auto& [label, name, passages] : names) {
        put(out, label);
        put(out, name);
        put(out, number(passages));
    }
    return out;
}

std::vector<ArchivedName> names_from(const std::string& bytes)
{
    std::vector<ArchivedName> names;
    for (Reader reader(bytes); !reader.at_end();) {
        auto& one = names.emplace_back();
        one.label = reader.text();
        one.name = reader.text();
        one.passages = position(reader);
    }
    return names;
}

std::set<std::string> facts_of(const ArchivedPassage& passage)
{
    std::set<std::string> facts{fact("XN", passage.label), fact("XD", passage.name), fact("XK", passage.kind),
                                fact("XL", passage.language)};
    if (passage.where.speaker.empty()) return facts;
    facts.insert(fact("XW", passage.where.speaker));
    facts.insert(fact("XR", is_interviewer(passage.where.speaker) ? "interviewer" : "participant"));
    return facts;
}

std::optional<std::vector<std::string>> facts_of(const Outside& field)
{
    using Facts = std::vector<std::string>;
    switch (field.field) {
    case FieldKind::document: return Facts{fact("XN", field.value), fact("XD", field.value)};
    case FieldKind::speaker: return Facts{fact("XW", field.value)};
    case FieldKind::role: return Facts{fact("XR", value_of(field.field, field.value))};
    case FieldKind::kind: return Facts{fact("XK", value_of(field.field, field.value))};
    case FieldKind::language: return Facts{fact("XL", value_of(field.field, field.value))};
    case FieldKind::case_:
    case FieldKind::code:
    case FieldKind::memo:
    case FieldKind::variable: break;
    }
    return {};
}

std::string dictionary_term(const std::string& key, const std::string& form)
{
    auto term = dictionary_prefix(key) + " " + form;
    return term.size() > longest_term ? std::string() : term;
}

std::string archive_rules()
{
    return "quipu archive 1";
}

}
