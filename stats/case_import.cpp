#include "stats/case_import.h"
#include "cell_value.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <set>

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::Result;
using workbench::say;
using workbench::Variable;
using workbench::VariableType;

namespace
{

VariableType type_for(ColumnType type)
{
    switch (type) {
    case ColumnType::text: return VariableType::text;
    case ColumnType::integer: return VariableType::integer;
    case ColumnType::number: return VariableType::number;
    case ColumnType::date: return VariableType::date;
    case ColumnType::boolean: return VariableType::boolean;
    }
    return VariableType::text;
}

std::string iso_date(double days)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{static_cast<std::int64_t>(days)}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// The cell as the variable wants it: as it is written when that will do, else its value.
std::string cell_for(const Variable& variable, const Column& column, std::size_t row)
{
    const std::string written(trimmed(column.text(row)));
    if (workbench::value_for(variable, written)) return written;
    if (column.is_numeric()) return fmt::format("{}", column.values()[row]);
    if (column.info().type == ColumnType::date) return iso_date(column.values()[row]);
    return written;
}

/// The variable of each column after the first; those there are not yet are noted.
std::vector<Variable> variables_for(const Project& project, const TableData& table,
                                    std::vector<workbench::NewVariable>& missing)
{
    std::vector<Variable> found;
    const auto known = workbench::variables(project);
    for (std::size_t i = 1; i < table.columns().size(); ++i) {
        const auto& column = table.columns()[i];
        const auto there =
            std::find_if(known.begin(), known.end(), [&](const Variable& one) { return one.name == column.name(); });
        found.push_back(there == known.end() ? Variable{{}, column.name(), type_for(column.info().type), {}} : *there);
        if (there == known.end()) missing.push_back({column.name(), found.back().type});
    }
    return found;
}

}

Result<CaseImport> import_case_values(Project& project, const std::filesystem::path& file, const ReadOptions& options,
                                      const workbench::Progress& progress)
{
    auto read = read_table(file, options);
    if (!read) return fail(read.error());
    const auto& table = read->table;
    CaseImport done{{}, {}, std::move(read->warnings)};
    std::vector<workbench::NewVariable> missing;
    const auto variables = variables_for(project, table, missing);
    std::vector<workbench::CaseRow> rows;
    std::set<std::string> seen;
    long long nameless = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        workbench::CaseRow one{std::string(trimmed(table.columns()[0].text(row))), {}};
        if (one.name.empty()) {
            ++nameless;
            continue;
        }
        if (!seen.insert(one.name).second)
            done.warnings.push_back(say("The case {} stands in several rows; the last one counts.", one.name));
        for (std::size_t i = 0; i < variables.size(); ++i) {
            const auto& column = table.columns()[i + 1];
            if (column.is_missing(row) || trimmed(column.text(row)).empty()) continue;
            one.values[variables[i].name] = cell_for(variables[i], column, row);
        }
        rows.push_back(std::move(one));
    }
    if (nameless > 0)
        done.warnings.push_back(workbench::say_n("{} row without a case was left out.",
                                                 "{} rows without a case were left out.", nameless, nameless));
    if (progress.cancelled()) return fail(ErrorCode::cancelled, say("The import was stopped; nothing has come in."));
    auto written = workbench::set_cases(project, rows, missing);
    if (!written) return fail(written.error());
    done.written = *written;
    for (const auto& variable : missing) done.new_variables.push_back(variable.name);
    return done;
}

}
