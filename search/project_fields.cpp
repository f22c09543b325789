#include "search/project_index.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <algorithm>

namespace search
{
using namespace workbench;
namespace
{

using Stretches = std::vector<Stretch>;

std::string near_names(std::string_view wanted, const std::vector<std::string>& names)
{
    std::string out;
    for (const auto& name : nearest(wanted, names)) out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? out : say("Near names: {}.", out);
}

/// The value that people call so; empty when it is none of the table.
std::optional<std::string> value_named(FieldKind field, std::string_view name)
{
    const auto wanted = fold(name);
    for (const auto& known : value_names)
        if (known.field == field &&
            (wanted == known.value || wanted == fold(known.english) || wanted == fold(known.spanish)))
            return std::string(known.value);
    return {};
}

/// The names of the values in the language of the moment, each value once.
std::string names_of_values(FieldKind field)
{
    std::string out;
    std::string_view last;
    for (const auto& known : value_names) {
        if (known.field != field || known.value == last) continue;
        out += (out.empty() ? "" : ", ") + std::string(language() == "es" ? known.spanish : known.english);
        last = known.value;
    }
    return out;
}

std::string names_of_fields()
{
    std::string out;
    for (const auto& field : fields) {
        if (field.english.empty() || !*field.meaning) continue;
        out += (out.empty() ? "" : ", ") + std::string(language() == "es" ? field.spanish : field.english) + ":";
    }
    return out;
}

class Fields
{
 public:
    Fields(const ProjectTexts& texts, LaterFields later) : texts_(texts), later_(std::move(later)) {}

    Result<Stretches> operator()(const Outside& field) const
    {
        switch (field.field) {
        case FieldKind::document: return document(field.value);
        case FieldKind::speaker: return speaker(field.value);
        case FieldKind::role: return role(field.value);
        case FieldKind::case_: return case_named(field.value);
        case FieldKind::kind: return kind(field.value);
        case FieldKind::language: {
            const auto wanted = value_named(FieldKind::language, field.value).value_or(fold(field.value));
            return where([&](const Document& d) { return fold(d.language) == wanted; });
        }
        case FieldKind::code:
        case FieldKind::memo: return later(field);
        case FieldKind::variable: break;
        }
        return variable(field);
    }

 private:
    template <class Holds>
    Stretches where(Holds holds) const
    {
        Stretches out;
        for (std::size_t i = 0; i < texts_.count(); ++i)
            if (holds(texts_.document(i))) out.push_back({i});
        return out;
    }

    Result<Stretches> document(const std::string& value) const
    {
        const auto found = find_document(texts_.project(), value);
        if (!found) return fail(found.error());
        return where([&](const Document& d) { return d.id == found->id; });
    }

    Result<Stretches> kind(const std::string& value) const
    {
        const auto wanted = value_named(FieldKind::kind, value);
        if (!wanted)
            return fail(ErrorCode::not_found, say("No kind of document is called {}.", value),
                        say("The kinds are: {}.", names_of_values(FieldKind::kind)));
        return where([&](const Document& d) { return d.kind == *wanted; });
    }

    /// What is said by those who ask, or by all others; what nobody says is neither.
    Result<Stretches> role(const std::string& value) const
    {
        const auto wanted = value_named(FieldKind::role, value);
        if (!wanted)
            return fail(ErrorCode::not_found, say("No role is called {}.", value),
                        say("The roles are: {}.", names_of_values(FieldKind::role)));
        const bool asks = *wanted == "interviewer";
        return turns_where([&](const std::string& speaker) { return is_interviewer(speaker) == asks; });
    }

    Result<Stretches> speaker(const std::string& value) const
    {
        const auto wanted = fold(value);
        std::set<std::string> names;
        auto out = turns_where([&](const std::string& speaker) {
            names.insert(speaker);
            return fold(speaker) == wanted;
        });
        if (out.empty())
            return fail(ErrorCode::not_found, say("No speaker is called {}.", value),
                        near_names(value, {names.begin(), names.end()}));
        return out;
    }

    /// The turns of the speakers for whom `holds`, which is asked once for each name.
    template <class Holds>
    Stretches turns_where(Holds holds) const
    {
        Stretches out;
        std::map<std::string, bool, std::less<>> known;
        auto turns =
            texts_.project().ask("SELECT document, begin, \"end\", speaker FROM turn_place WHERE speaker IS NOT "
                                 "NULL ORDER BY document, turn");
        while (turns.next()) {
            auto speaker = known.find(turns.view(3));
            if (speaker == known.end()) {
                auto name = turns.get<std::string>(3);
                const bool meant = holds(name);
                speaker = known.emplace(std::move(name), meant).first;
            }
            const auto place = texts_.place_of(turns.get<DocumentId>(0));
            if (place && speaker->second)
                out.push_back({*place, turns.get<std::int64_t>(1), turns.get<std::int64_t>(2)});
        }
        return out;
    }

    Result<Stretches> case_named(const std::string& value) const
    {
        if (const auto found = find_case(texts_.project(), value)) return of_cases({*found});
        std::vector<Case> alike;
        for (const auto& one : cases(texts_.project()))
            if (fold(one.name) == fold(value)) alike.push_back(one);
        if (alike.size() == 1) return of_cases(alike);
        return fail(find_case(texts_.project(), value).error());
    }

    /// What belongs to the cases: of a document that is theirs, all but what is said by speakers with a case of their
    /// own in it.
    Stretches of_cases(const std::vector<Case>& wanted) const
    {
        std::set<std::pair<DocumentId, std::string>> with_own_case;
        for (const auto& any : cases(texts_.project()))
            for (const auto& member : any.members)
                if (member.speaker) with_own_case.insert({member.document, *member.speaker});
        Stretches out;
        for (const auto& one : wanted)
            for (const auto& member : one.members)
                if (const auto place = texts_.place_of(member.document)) add_member(out, *place, member, with_own_case);
        return out;
    }

    void add_member(Stretches& out, std::size_t place, const CaseMember& member,
                    const std::set<std::pair<DocumentId, std::string>>& with_own_case) const
    {
        std::int64_t from = 0; // where the part that belongs to the whole document goes on
        for (const auto& turn : turns_of(texts_.project(), member.document)) {
            if (member.speaker && turn.speaker == member.speaker)
                out.push_back({place, turn.span.begin, turn.span.end});
            if (member.speaker || !turn.speaker || !with_own_case.contains({member.document, *turn.speaker})) continue;
            if (from < turn.span.begin) out.push_back({place, from, turn.span.begin});
            from = turn.span.end;
        }
        if (!member.speaker) out.push_back({place, from});
    }

    Result<Stretches> later(const Outside& field) const
    {
        const auto found = later_(field);
        if (!found) return fail(found.error());
        Stretches out;
        for (const auto& [document, span] : *found)
            if (const auto place = texts_.place_of(document)) out.push_back({*place, span.begin, span.end});
        return out;
    }

    Result<Variable> variable_named(const std::string& name) const
    {
        auto found = find_variable(texts_.project(), name);
        if (found) return found;
        std::vector<Variable> alike;
        for (auto& one : variables(texts_.project()))
            if (fold(one.name) == fold(name)) alike.push_back(std::move(one));
        if (alike.size() == 1) return std::move(alike.front());
        return found;
    }

    /// A variable of cases, or of documents.
    Result<Stretches> variable(const Outside& field) const
    {
        const auto variable = variable_named(field.name);
        if (!variable) {
            auto error = variable.error();
            if (error.code == ErrorCode::not_found)
                error.hint += (error.hint.empty() ? "" : " ") +
                              say("The fields are {} and the names of the variables; a text with a colon in it stands "
                                  "between quotation marks.",
                                  names_of_fields());
            return fail(error);
        }
        const auto canonical = value_for(*variable, field.value);
        const auto wanted = fold(canonical ? *canonical : field.value);
        std::vector<Case> holders;
        for (const auto& one : cases(texts_.project())) {
            const auto value = one.values.find(variable->name);
            if (value != one.values.end() && fold(value->second) == wanted) holders.push_back(one);
        }
        auto out = of_cases(holders);
        auto values = texts_.project().ask("SELECT owner, value FROM variable_value WHERE variable = ?", variable->id);
        while (values.next())
            if (const auto place = texts_.place_of(values.get<DocumentId>(0)); place && fold(values.view(1)) == wanted)
                out.push_back({*place});
        return out;
    }

    const ProjectTexts& texts_;
    LaterFields later_;
};

}

Resolver fields_of(const ProjectTexts& texts, LaterFields later)
{
    return Fields(texts, std::move(later));
}

}
