#include "workbench/object.h"
#include "workbench/project.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include <algorithm>

namespace workbench
{
namespace
{

/// Writes one value; true when it changed something.
bool write_value(Change& change, CaseId id, VariableId variable, const std::string& value)
{
    const auto old =
        change.row<std::string>("SELECT value FROM variable_value WHERE owner = ? AND variable = ?", id, variable);
    if (value.empty())
        return change.run("DELETE FROM variable_value WHERE owner = ? AND variable = ?", id, variable) > 0;
    if (old && *old == value) return false;
    if (old)
        return change.run("UPDATE variable_value SET value = ? WHERE owner = ? AND variable = ?", value, id, variable) >
               0;
    change.run("INSERT INTO variable_value (id, owner, variable, value) VALUES (?,?,?,?)",
               change.next_id<Id<struct ValueTag>>(), id, variable, value);
    return true;
}

bool has_levels(VariableType type)
{
    return type == VariableType::category || type == VariableType::ordinal;
}

/// Why a variable cannot be like that: no name, a name that is taken, levels without a use or written twice.
Result<void> sound(const Reading& reading, const Variable& variable)
{
    if (variable.name.empty()) return fail(ErrorCode::bad_value, say("A variable needs a name."));
    if (reading.row<int>("SELECT 1 FROM variable WHERE name = ? AND id <> ?", variable.name, variable.id))
        return fail(ErrorCode::exists, say("There is already a variable \"{}\".", variable.name));
    if (!variable.levels.empty() && !has_levels(variable.type))
        return fail(ErrorCode::bad_value,
                    say("Only a category or an ordinal variable lists its values; {} is of type {}.", variable.name,
                        name_of(variable.type)));
    for (auto level = variable.levels.begin(); level != variable.levels.end(); ++level) {
        if (level->empty())
            return fail(ErrorCode::bad_value, say("A value of the variable {} is empty.", variable.name));
        if (std::find(variable.levels.begin(), level, *level) != level)
            return fail(ErrorCode::bad_value,
                        say("The variable {} lists the value \"{}\" twice.", variable.name, *level));
    }
    return {};
}

void write_levels(Change& change, const Variable& variable)
{
    change.run("DELETE FROM variable_level WHERE variable = ?", variable.id);
    int position = 0;
    for (const auto& level : variable.levels)
        change.run("INSERT INTO variable_level (id, variable, position, value) VALUES (?,?,?,?)",
                   change.next_id<Id<struct LevelTag>>(), variable.id, position++, level);
}

/// Spells the values as the variable wants them; the first that does not fit is the error.
Result<void> respell(Change& change, const Variable& variable)
{
    using Row = std::tuple<std::int64_t, std::int64_t, std::string>;
    for (const auto& [id, owner, value] :
         change.rows<Row>("SELECT id, owner, value FROM variable_value WHERE variable = ? AND value <> '' ORDER BY id",
                          variable.id)) {
        const auto spelled = value_for(variable, value);
        if (!spelled) {
            const auto name = change.row<std::string>("SELECT ifnull(name, '') FROM study_case WHERE id = ?", owner);
            return fail(ErrorCode::bad_value,
                        name ? say("{}: {}", *name, spelled.error().detail) : spelled.error().detail,
                        say("Change the value first."));
        }
        if (*spelled != value) change.run("UPDATE variable_value SET value = ? WHERE id = ?", *spelled, id);
    }
    return {};
}

using Spelled = std::vector<std::pair<VariableId, std::string>>;

/// The values of a row, each as its variable wants it.
Result<Spelled> spelled(const std::map<std::string, Variable>& variables, const CaseRow& row)
{
    Spelled wanted;
    for (const auto& [key, value] : row.values) {
        const auto& variable = variables.at(key);
        const auto good = value.empty() ? Result<std::string>(value) : value_for(variable, value);
        if (!good) return fail(good.error());
        wanted.emplace_back(variable.id, *good);
    }
    return wanted;
}

tl::unexpected<Error> no_such_case()
{
    return fail(ErrorCode::not_found, say("There is no such case."));
}

std::optional<std::string> name_of_case(const Reading& reading, CaseId id)
{
    return reading.row<std::string>("SELECT ifnull(name, '') FROM study_case WHERE id = ?", id);
}

}

Result<VariableId> add_variable(Project& project, const std::string& name, VariableType type,
                                const std::vector<std::string>& levels)
{
    Variable variable{{}, name, type, levels};
    if (const auto good = sound(project, variable); !good) return fail(good.error());
    return project.change(Op::add_variable, [&](Change& change) -> Result<VariableId> {
        change.about(name);
        variable.id = change.new_object<VariableId>(ObjectKind::variable);
        change.run("INSERT INTO variable (id, name, type, position) VALUES (?,?,?,(SELECT count(*) FROM variable))",
                   variable.id, name, name_of(type));
        write_levels(change, variable);
        return variable.id;
    });
}

Result<int> set_variable(Project& project, VariableId id, const VariableSettings& settings)
{
    const auto all = variables(project);
    const auto old = std::find_if(all.begin(), all.end(), [&](const Variable& one) { return one.id == id; });
    if (old == all.end()) return fail(ErrorCode::not_found, say("There is no such variable."));
    Variable wanted = *old;
    wanted.name = settings.name.value_or(old->name);
    wanted.type = settings.type.value_or(old->type);
    if (!has_levels(wanted.type)) wanted.levels.clear();
    if (settings.levels) wanted.levels = *settings.levels;
    if (wanted.name == old->name && wanted.type == old->type && wanted.levels == old->levels) return 0;
    if (const auto good = sound(project, wanted); !good) return fail(good.error());
    return project.change(Op::set_variable, [&](Change& change) -> Result<int> {
        change.about(wanted.name == old->name ? wanted.name : old->name + " \u2192 " + wanted.name);
        change.run("UPDATE variable SET name = ?, type = ? WHERE id = ?", wanted.name, name_of(wanted.type), id);
        if (wanted.levels != old->levels) write_levels(change, wanted);
        if (const auto fits = respell(change, wanted); !fits) return fail(fits.error());
        return 1;
    });
}

Result<CasesWritten> set_cases(Project& project, const std::vector<CaseRow>& rows,
                               const std::vector<NewVariable>& missing)
{
    if (rows.empty()) return CasesWritten{};
    return project.change(Op::set_case, [&](Change& change) -> Result<CasesWritten> {
        CasesWritten done;
        std::map<std::string, Variable> known;
        for (const auto& [name, type] : missing) {
            if (const auto made = add_variable(project, name, type, {}); !made) return fail(made.error());
            ++done.variables;
        }
        for (const auto& row : rows) {
            if (row.name.empty()) return fail(ErrorCode::bad_value, say("A case needs a name."));
            for (const auto& [key, value] : row.values) {
                if (known.contains(key)) continue;
                auto variable = find_variable(change, key);
                if (!variable) return fail(variable.error());
                known.emplace(key, std::move(*variable));
            }
            const auto wanted = spelled(known, row);
            if (!wanted)
                return rows.size() == 1 ? fail(wanted.error())
                                        : fail(wanted.error().code, say("{}: {}", row.name, wanted.error().detail),
                                               wanted.error().hint);
            const bool is_new = !change.row<int>("SELECT 1 FROM study_case WHERE name = ?", row.name);
            const auto id = case_named(change, row.name);
            done.cases += is_new;
            for (const auto& [variable, value] : *wanted) done.values += write_value(change, id, variable, value);
        }
        const auto others = static_cast<long long>(rows.size()) - 1;
        const auto& first = rows.front().name;
        change.about(others == 0 ? first : say_n("{} and {} other", "{} and {} others", others, first, others));
        return done;
    });
}

Result<int> set_case(Project& project, const std::string& name, const std::map<std::string, std::string>& values)
{
    const auto done = set_cases(project, {{name, values}});
    return done ? Result<int>(done->values) : fail(done.error());
}

Result<int> rename_case(Project& project, CaseId id, const std::string& name)
{
    const auto old = name_of_case(project, id);
    if (!old) return no_such_case();
    if (name.empty()) return fail(ErrorCode::bad_value, say("A case needs a name."));
    if (name == *old) return 0;
    if (project.row<int>("SELECT 1 FROM study_case WHERE name = ?", name))
        return fail(ErrorCode::exists, say("There is already a case \"{}\".", name),
                    say("Choose another name, or join the two cases."));
    return project.change(Op::rename_case, [&](Change& change) -> Result<int> {
        change.about(*old + " \u2192 " + name);
        return static_cast<int>(change.run("UPDATE study_case SET name = ? WHERE id = ?", name, id));
    });
}

Result<int> unlink_case(Project& project, CaseId id, const std::vector<DocumentId>& documents)
{
    const auto name = name_of_case(project, id);
    if (!name) return no_such_case();
    return project.change(Op::unlink_case, [&](Change& change) -> Result<int> {
        change.about(*name);
        std::int64_t gone = 0;
        for (const auto document : documents)
            gone += change.run("DELETE FROM case_member WHERE study_case = ? AND object = ?", id, document);
        return static_cast<int>(gone);
    });
}

Result<int> link_case(Project& project, const std::string& name, const std::vector<DocumentId>& documents)
{
    if (name.empty()) return fail(ErrorCode::bad_value, say("A case needs a name."));
    return project.change(Op::link_case, [&](Change& change) -> Result<int> {
        change.about(name);
        const auto id = case_named(change, name);
        int linked = 0;
        for (const auto document : documents) {
            if (change.row<int>("SELECT 1 FROM case_member WHERE study_case = ? AND object = ? AND speaker IS NULL", id,
                                document))
                continue;
            add_case_member(change, id, document, {});
            ++linked;
        }
        return linked;
    });
}

Result<int> set_case_documents(Project& project, CaseId id, const std::vector<DocumentId>& documents)
{
    const auto name = name_of_case(project, id);
    if (!name) return no_such_case();
    return project.change(Op::link_case, [&](Change& change) -> Result<int> {
        change.about(*name);
        int changed = 0;
        const auto before = change.rows<DocumentId>("SELECT DISTINCT m.object FROM case_member m JOIN document d "
                                                    "ON d.id = m.object WHERE m.study_case = ?",
                                                    id);
        for (const auto document : before) {
            if (std::find(documents.begin(), documents.end(), document) != documents.end()) continue;
            change.run("DELETE FROM case_member WHERE study_case = ? AND object = ?", id, document);
            ++changed;
        }
        for (const auto document : documents) {
            if (std::find(before.begin(), before.end(), document) != before.end()) continue;
            add_case_member(change, id, document, {});
            ++changed;
        }
        return changed;
    });
}

void drop_case(Change& change, CaseId id)
{
    change.run("DELETE FROM case_member WHERE study_case = ?", id);
    change.run("DELETE FROM variable_value WHERE owner = ?", id);
    change.run("DELETE FROM study_case WHERE id = ?", id);
    change.drop_object(id.value);
}

void drop_variable(Change& change, VariableId id)
{
    change.run("DELETE FROM variable_value WHERE variable = ?", id);
    change.run("DELETE FROM variable_level WHERE variable = ?", id);
    change.run("DELETE FROM variable WHERE id = ?", id);
    change.drop_object(id.value);
}

void move_case(Change& change, CaseId from, CaseId into)
{
    change.run("UPDATE variable_value SET owner = ?1 WHERE owner = ?2 AND variable NOT IN "
               "(SELECT variable FROM variable_value WHERE owner = ?1)",
               into, from);
    change.run(
        "UPDATE case_member SET study_case = ?1 WHERE study_case = ?2 AND NOT EXISTS (SELECT 1 FROM case_member o "
        "WHERE o.study_case = ?1 AND o.object = case_member.object AND o.speaker IS case_member.speaker)",
        into, from);
}

}
