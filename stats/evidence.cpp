#include "stats/evidence.h"
#include "coding/object_ref.h"
#include "stats/saved_analysis.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace stats
{

using namespace workbench;

std::vector<Evidence> evidence_of(const Reading& reading, std::optional<std::int64_t> object)
{
    std::vector<Evidence> list;
    auto row = reading.ask(
        "SELECT e.id, e.object, e.analysis, a.name, e.verdict, e.reason, e.data_sha256 <> a.data_sha256 FROM evidence e"
        " JOIN analysis a ON a.id = e.analysis WHERE ?1 IS NULL OR e.object = ?1 ORDER BY e.id",
        object);
    while (row.next()) {
        Evidence evidence;
        evidence.id = row.get<EvidenceId>(0);
        evidence.object = row.get<std::int64_t>(1);
        evidence.ref = coding::ref_of(reading, evidence.object);
        evidence.analysis = row.get<AnalysisId>(2);
        evidence.analysis_name = row.get<std::string>(3);
        evidence.verdict = row.get<std::string>(4);
        evidence.reason = row.get<std::string>(5);
        const auto analysis = find_saved_analysis(reading, "#" + std::to_string(evidence.analysis.value));
        evidence.stale = row.get<bool>(6) || (analysis && analysis->stale);
        list.push_back(std::move(evidence));
    }
    return list;
}

Result<EvidenceId> add_evidence(Project& project, std::int64_t object, AnalysisId analysis, const std::string& verdict,
                                const std::string& reason)
{
    if (std::find(verdicts.begin(), verdicts.end(), verdict) == verdicts.end())
        return fail(ErrorCode::bad_value, say("\"{}\" is no verdict.", verdict),
                    say("The verdicts are {}.", fmt::join(verdicts, ", ")));
    if (reason.empty())
        return fail(ErrorCode::bad_value, say("An evidence link needs its reason."),
                    say("Say in a sentence why the words and the numbers go together."));
    const auto known = find_saved_analysis(project, "#" + std::to_string(analysis.value));
    if (!known) return fail(known.error());
    if (!kind_of(project, object)) return fail(ErrorCode::not_found, say("There is no object #{}.", object));
    return project.change(Op::add_evidence, [&](Change& change) -> Result<EvidenceId> {
        change.about(coding::title_of(change, object) + " · " + known->name);
        const auto id = change.new_object<EvidenceId>(ObjectKind::evidence);
        change.run("INSERT INTO evidence (id, object, analysis, verdict, reason, data_sha256, coder, at) VALUES "
                   "(?,?,?,?,?,?,?,?)",
                   id, object, analysis, verdict, reason, known->data_sha256, change.coder(), change.now());
        return id;
    });
}

}
