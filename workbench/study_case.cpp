#include "workbench/study_case.h"
#include "workbench/document.h"
#include "workbench/object.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace workbench
{
namespace
{

std::vector<CaseMember> members_of(const Reading& reading, CaseId id)
{
    std::vector<CaseMember> members;
    auto row = reading.ask(
        "SELECT m.object, m.speaker FROM case_member m JOIN document d ON d.id = m.object WHERE m.study_case = ?"
        " ORDER BY d.number, d.copy, m.id",
        id);
    while (row.next()) members.push_back({row.get<DocumentId>(0), row.get<std::optional<std::string>>(1)});
    return members;
}

std::map<std::string, std::string> values_of(const Reading& reading, CaseId id)
{
    std::map<std::string, std::string> values;
    auto row = reading.ask("SELECT v.name, x.value FROM variable_value x JOIN variable v ON v.id = x.variable WHERE "
                           "x.owner = ? ORDER BY x.id",
                           id);
    while (row.next()) values[row.get<std::string>(0)] = row.get<std::string>(1);
    return values;
}

bool is_date(const std::string& value)
{
    int year = 0, month = 0, day = 0;
    if (value.size() != 10 || value[4] != '-' || value[7] != '-') return false;
    const auto part = [&](std::size_t from, std::size_t to, int& into) {
        const auto [rest, bad] = std::from_chars(value.data() + from, value.data() + to, into);
        return bad == std::errc{} && rest == value.data() + to;
    };
    if (!part(0, 4, year) || !part(5, 7, month) || !part(8, 10, day)) return false;
    static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap);
}

template <class Number>
bool is_number(const std::string& value)
{
    Number number{};
    const auto* const end = value.data() + value.size();
    const auto [rest, bad] = std::from_chars(value.data(), end, number);
    if constexpr (std::is_floating_point_v<Number>)
        if (!std::isfinite(number)) return false;
    return !value.empty() && bad == std::errc{} && rest == end;
}

tl::unexpected<Error> does_not_fit(const Variable& variable, const std::string& value, const std::string& wants)
{
    return fail(ErrorCode::bad_value,
                say("\"{}\" is no value of the variable {}, which wants {}.", value, variable.name, wants));
}

Result<std::string> level_for(const Variable& variable, const std::string& value)
{
    if (variable.levels.empty() ||
        std::find(variable.levels.begin(), variable.levels.end(), value) != variable.levels.end())
        return value;
    return does_not_fit(variable, value, fmt::format("{}", fmt::join(variable.levels, ", ")));
}

Result<std::string> truth_for(const Variable& variable, const std::string& value)
{
    const auto word = fold(value);
    for (const char* yes : {"true", "si", "yes", "1", "verdadero"})
        if (word == yes) return std::string("true");
    for (const char* no : {"false", "no", "0", "falso"})
        if (word == no) return std::string("false");
    return does_not_fit(variable, value, say("yes or no"));
}

constexpr std::array type_words{std::string_view{"text"},    std::string_view{"category"}, std::string_view{"ordinal"},
                                std::string_view{"integer"}, std::string_view{"number"},   std::string_view{"date"},
                                std::string_view{"boolean"}};

/// One thing of a table of names, by name or by #ID.
Result<std::int64_t> find_named(const Reading& reading, std::string_view ref, std::string_view table,
                                const std::string& not_found)
{
    std::vector<std::int64_t> found;
    const auto from = " FROM " + std::string(table);
    if (const auto id = id_in(ref))
        found = reading.rows<std::int64_t>("SELECT id" + from + " WHERE id = ?", *id);
    else
        found = reading.rows<std::int64_t>("SELECT id" + from + " WHERE name = ? ORDER BY id", ref);
    if (found.size() == 1) return found[0];
    if (found.empty()) {
        const auto near =
            nearest(ref, reading.rows<std::string>("SELECT name" + from + " WHERE name IS NOT NULL ORDER BY name"));
        return fail(ErrorCode::not_found, not_found,
                    near.empty() ? std::string{} : say("Did you mean {}?", fmt::join(near, ", ")));
    }
    std::string ids;
    for (const auto id : found) ids += (ids.empty() ? "#" : ", #") + std::to_string(id);
    return fail(ErrorCode::ambiguous, say("Several are called \"{}\": {}.", ref, ids), say("Use the #ID."));
}

Case case_at(const Reading& reading, CaseId id, std::string name)
{
    return {id, std::move(name), members_of(reading, id), values_of(reading, id)};
}

}

std::string_view name_of(VariableType type)
{
    return type_words[static_cast<std::size_t>(type)];
}

std::optional<VariableType> variable_type_named(std::string_view word)
{
    const auto found = std::find(type_words.begin(), type_words.end(), word);
    if (found == type_words.end()) return std::nullopt;
    return static_cast<VariableType>(found - type_words.begin());
}

std::vector<Variable> variables(const Reading& reading)
{
    std::vector<Variable> list;
    auto row = reading.ask("SELECT id, name, type FROM variable ORDER BY position, id");
    while (row.next()) {
        Variable variable{row.get<VariableId>(0),
                          row.get<std::string>(1),
                          variable_type_named(row.view(2)).value_or(VariableType::text),
                          {}};
        variable.levels = reading.rows<std::string>(
            "SELECT value FROM variable_level WHERE variable = ? ORDER BY position, id", variable.id);
        list.push_back(std::move(variable));
    }
    return list;
}

Result<Variable> find_variable(const Reading& reading, std::string_view ref)
{
    const auto id = find_named(reading, ref, "variable", say("There is no variable \"{}\".", ref));
    if (!id) return fail(id.error());
    const auto all = variables(reading);
    return *std::find_if(all.begin(), all.end(), [&](const Variable& variable) { return variable.id.value == *id; });
}

Result<std::string> value_for(const Variable& variable, const std::string& value)
{
    switch (variable.type) {
    case VariableType::text: return value;
    case VariableType::category:
    case VariableType::ordinal: return level_for(variable, value);
    case VariableType::integer:
        return is_number<long long>(value) ? Result<std::string>(value)
                                           : does_not_fit(variable, value, say("a whole number"));
    case VariableType::number:
        return is_number<double>(value) ? Result<std::string>(value)
                                        : does_not_fit(variable, value, say("a number with a decimal point"));
    case VariableType::date:
        return is_date(value) ? Result<std::string>(value)
                              : does_not_fit(variable, value, say("a date such as 2026-03-01"));
    case VariableType::boolean: return truth_for(variable, value);
    }
    return value;
}

std::vector<Case> cases(const Reading& reading)
{
    std::vector<Case> list;
    for (const auto& [id, name] : reading.rows<std::tuple<CaseId, std::string>>(
             "SELECT id, ifnull(name, '') FROM study_case ORDER BY position, id"))
        list.push_back(case_at(reading, id, name));
    return list;
}

Result<Case> find_case(const Reading& reading, std::string_view ref)
{
    const auto id = find_named(reading, ref, "study_case", say("There is no case \"{}\".", ref));
    if (!id) return fail(id.error());
    return case_at(reading, CaseId{*id},
                   reading.row<std::string>("SELECT ifnull(name, '') FROM study_case WHERE id = ?", *id).value_or(""));
}

std::optional<CaseId> case_of(const Reading& reading, DocumentId document, const std::optional<std::string>& speaker)
{
    if (speaker)
        if (auto found = reading.row<CaseId>(
                "SELECT study_case FROM case_member WHERE object = ? AND speaker = ? ORDER BY id", document, *speaker))
            return found;
    return reading.row<CaseId>("SELECT study_case FROM case_member WHERE object = ? AND speaker IS NULL ORDER BY id",
                               document);
}

CaseId case_named(Change& change, const std::string& name)
{
    if (const auto known = change.row<CaseId>("SELECT id FROM study_case WHERE name = ? ORDER BY id", name))
        return *known;
    const auto id = change.new_object<CaseId>(ObjectKind::study_case);
    change.run("INSERT INTO study_case (id, name, position) VALUES (?,?,(SELECT count(*) FROM study_case))", id, name);
    return id;
}

void add_case_member(Change& change, CaseId id, DocumentId document, const std::optional<std::string>& speaker)
{
    if (change.row<int>("SELECT 1 FROM case_member WHERE study_case = ? AND object = ? AND speaker IS ?", id, document,
                        speaker))
        return;
    change.run("INSERT INTO case_member (id, study_case, object, speaker) VALUES (?,?,?,?)",
               change.next_id<Id<struct MemberTag>>(), id, document, speaker);
}

void forget_in_cases(Change& change, std::int64_t object)
{
    change.run("DELETE FROM case_member WHERE object = ?", object);
    change.run("DELETE FROM variable_value WHERE owner = ?", object);
}

}
