#include "stats/evidence.h"
#include "coding/object_ref.h"
#include "coding/ties.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats
{

using namespace workbench;

namespace
{

std::string id_ref(std::int64_t id)
{
    return "#" + std::to_string(id);
}

/// The hash of the numbers as they stand now, and their column when they have one.
struct Place {
    std::string sha256;
    std::optional<std::int64_t> column;
};

Result<Place> place_of(const Reading& reading, const Numbers& numbers)
{
    if (numbers.analysis) {
        const auto analysis = find_saved_analysis(reading, id_ref(numbers.analysis->value));
        if (!analysis) return fail(analysis.error());
        return Place{analysis->data_sha256, {}};
    }
    if (!numbers.table)
        return fail(ErrorCode::bad_value, say("An evidence link needs its numbers."),
                    say("Choose an analysis, or a column of a table."));
    const auto table = find_table(reading, id_ref(numbers.table->value));
    if (!table) return fail(table.error());
    const auto column = reading.row<std::int64_t>("SELECT id FROM table_column WHERE indicator_table = ? AND name = ?",
                                                  table->id, numbers.column);
    if (!column) return fail(ErrorCode::not_found, say("The table has no column \"{}\".", numbers.column));
    if (numbers.row && (*numbers.row < 1 || *numbers.row > table->rows))
        return fail(ErrorCode::bad_value, say("The table \"{}\" has no row {}.", table->name, *numbers.row),
                    say("Its rows are 1 to {}.", table->rows));
    return Place{data_hash(*table), *column};
}

Result<void> check_words(const std::string& verdict, const std::string& reason)
{
    if (std::find(verdicts.begin(), verdicts.end(), verdict) == verdicts.end())
        return fail(ErrorCode::bad_value, say("\"{}\" is no verdict.", verdict),
                    say("The verdicts are {}.", fmt::join(verdicts, ", ")));
    if (reason.empty())
        return fail(ErrorCode::bad_value, say("An evidence link needs its reason."),
                    say("Say in a sentence why the words and the numbers go together."));
    return {};
}

/// The hash that was judged, beside what is known of the link.
struct Judged {
    Evidence evidence;
    std::string sha256;
};

constexpr std::string_view evidence_rows =
    "SELECT e.id, e.object, e.analysis, c.indicator_table, ifnull(c.name, ''), e.cell_row, e.verdict, e.reason,"
    " e.data_sha256 FROM evidence e LEFT JOIN table_column c ON c.id = e.table_column ";

Judged judged_at(const Reading& reading, const Cursor& row)
{
    Judged judged;
    auto& evidence = judged.evidence;
    evidence.id = row.get<EvidenceId>(0);
    evidence.object = row.get<std::int64_t>(1);
    evidence.ref = coding::ref_of(reading, evidence.object);
    evidence.numbers = {row.get<std::optional<AnalysisId>>(2), row.get<std::optional<TableId>>(3),
                        row.get<std::string>(4), row.get<std::optional<std::int64_t>>(5)};
    evidence.verdict = row.get<std::string>(6);
    evidence.reason = row.get<std::string>(7);
    judged.sha256 = row.get<std::string>(8);
    return judged;
}

void write(Change& change, EvidenceId id, const Numbers& numbers, const Place& place, const std::string& verdict,
           const std::string& reason)
{
    change.run("UPDATE evidence SET analysis = ?, table_column = ?, cell_row = ?, verdict = ?, reason = ?,"
               " data_sha256 = ?, coder = ?, at = ? WHERE id = ?",
               numbers.analysis, place.column, numbers.row, verdict, reason, place.sha256, change.coder(), change.now(),
               id);
}

}

std::string name_of(const Reading& reading, const Numbers& numbers)
{
    if (numbers.analysis) return coding::title_of(reading, numbers.analysis->value);
    if (!numbers.table) return {};
    const auto column = coding::title_of(reading, numbers.table->value) + ", " + numbers.column;
    return numbers.row ? column + ", " + say("row {}", *numbers.row) : column;
}

std::vector<Evidence> evidence_of(const Reading& reading, std::optional<std::int64_t> object)
{
    std::vector<Judged> found;
    {
        auto row = reading.ask(std::string(evidence_rows) + "WHERE ?1 IS NULL OR e.object = ?1 ORDER BY e.id", object);
        while (row.next()) found.push_back(judged_at(reading, row));
    }
    std::vector<Evidence> list;
    for (auto& [evidence, sha256] : found) {
        evidence.numbers_name = name_of(reading, evidence.numbers);
        const auto now = place_of(reading, evidence.numbers);
        evidence.stale = !now || now->sha256 != sha256;
        if (!evidence.stale && evidence.numbers.analysis)
            evidence.stale = find_saved_analysis(reading, id_ref(evidence.numbers.analysis->value))->stale;
        list.push_back(std::move(evidence));
    }
    return list;
}

Result<EvidenceId> add_evidence(Project& project, std::int64_t object, const Numbers& numbers,
                                const std::string& verdict, const std::string& reason)
{
    if (const auto words = check_words(verdict, reason); !words) return fail(words.error());
    const auto place = place_of(project, numbers);
    if (!place) return fail(place.error());
    if (!kind_of(project, object)) return fail(ErrorCode::not_found, say("There is no object #{}.", object));
    return project.change(Op::add_evidence, [&](Change& change) -> Result<EvidenceId> {
        change.about(coding::title_of(change, object) + " · " + name_of(change, numbers));
        const auto id = change.new_object<EvidenceId>(ObjectKind::evidence);
        change.run("INSERT INTO evidence (id, object, analysis, table_column, cell_row, verdict, reason, data_sha256, "
                   "coder, at) VALUES (?,?,?,?,?,?,?,?,?,?)",
                   id, object, numbers.analysis, place->column, numbers.row, verdict, reason, place->sha256,
                   change.coder(), change.now());
        return id;
    });
}

Result<int> set_evidence(Project& project, EvidenceId id, const EvidenceSettings& settings)
{
    return project.change(Op::set_evidence, [&](Change& change) -> Result<int> {
        std::optional<Judged> before;
        {
            auto row = change.ask(std::string(evidence_rows) + "WHERE e.id = ?", id);
            if (row.next()) before = judged_at(change, row);
        }
        if (!before) return fail(ErrorCode::not_found, say("There is no evidence link #{}.", id.value));
        const auto& old = before->evidence;
        const auto numbers = settings.numbers.value_or(old.numbers);
        const auto verdict = settings.verdict.value_or(old.verdict), reason = settings.reason.value_or(old.reason);
        if (const auto words = check_words(verdict, reason); !words) return fail(words.error());
        auto place = place_of(change, numbers);
        if (!place) return fail(place.error());
        // Another word about it does not say that the numbers were looked at again.
        if (!settings.numbers) place->sha256 = before->sha256;
        if (numbers == old.numbers && verdict == old.verdict && reason == old.reason && place->sha256 == before->sha256)
            return 0;
        change.about(coding::title_of(change, old.object) + " · " + name_of(change, numbers));
        write(change, id, numbers, *place, verdict, reason);
        return 1;
    });
}

Result<int> delete_evidence(Project& project, EvidenceId id)
{
    return project.change(Op::delete_evidence, [&](Change& change) -> Result<int> {
        const auto object = change.row<std::int64_t>("SELECT object FROM evidence WHERE id = ?", id);
        if (!object) return fail(ErrorCode::not_found, say("There is no evidence link #{}.", id.value));
        if (const auto free = coding::may_go(change, {id.value}, say("The evidence link")); !free)
            return fail(free.error());
        change.about(coding::title_of(change, *object));
        coding::cut_ties(change, id.value);
        change.run("DELETE FROM evidence WHERE id = ?", id);
        change.drop_object(id.value);
        return 1;
    });
}

}
