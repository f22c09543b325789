#include "stats/claim.h"
#include "coding/quotation.h"
#include "coding/ties.h"
#include "stats/analyses.h"
#include "stats/expectation.h"
#include "stats/indicator_table.h"
#include "stats/number_format.h"
#include "stats/recipe.h"
#include "stats/saved_analysis.h"
#include "workbench/anchor.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <map>

namespace stats
{

using namespace workbench;
using nlohmann::ordered_json;

namespace
{

std::string id_ref(std::int64_t id)
{
    return "#" + std::to_string(id);
}

/// The result of an analysis, computed from the tables as they are now; null when it cannot be.
using Results = std::map<std::int64_t, ordered_json>;
const ordered_json& result_of(const Reading& reading, const SavedAnalysis& analysis, Results& known)
{
    const auto [place, is_new] = known.try_emplace(analysis.id.value);
    if (is_new)
        if (const auto run = run_recipe(analysis.recipe, {}, tables_of(reading))) place->second = (*run)["result"];
    return place->second;
}

std::string number_text(double value)
{
    return fmt::format("{:.6g}", value);
}

void judge(Verified& verified, const Expectation& expectation, const ordered_json& value)
{
    verified.recomputed[expectation.name] = value;
    if (!verified.detail.empty()) verified.detail += ' ';
    if (!value.is_number()) {
        verified.detail += say("{} cannot be recomputed.", expectation.name);
        if (verified.verdict == Verdict::consistent) verified.verdict = Verdict::no_evidence;
        return;
    }
    if (holds(expectation, value.get<double>())) {
        verified.detail += say("{}: the data give {}.", expectation.text, number_text(value.get<double>()));
        return;
    }
    verified.verdict = Verdict::inconsistent;
    verified.detail += say("{} does not follow: the data give {}.", expectation.text, number_text(value.get<double>()));
}

void judge_all(Verified& verified, std::vector<Expectation>& expectations, std::string_view statistic,
               const ordered_json& result)
{
    verified.verdict = Verdict::consistent;
    for (auto& expectation : expectations) {
        if (verified.claim.tolerance) expectation.tolerance = *verified.claim.tolerance;
        const auto value = result_value(*find_analysis(statistic), result, expectation.name);
        judge(verified, expectation, value ? *value : ordered_json());
    }
}

Verified verified_claim(const Reading& reading, const Claim& claim, Results& results)
{
    Verified verified;
    verified.claim = claim;
    verified.quotation = coding::label_of(reading, claim.quotation);
    if (const auto place = place_of(reading, claim.quotation))
        verified.text = slice(reading, place->first, place->second);
    verified.recomputed = ordered_json::object();
    auto expectations = expectations_in(claim.expect, NumberFormat::of(reading).decimal());
    const auto analysis = claim.analysis ? find_saved_analysis(reading, id_ref(claim.analysis->value))
                                         : Result<SavedAnalysis>(fail(ErrorCode::not_found, {}));
    if (!expectations || !analysis) {
        verified.detail = say("Nothing is bound to the claim from which it could be recomputed.");
        return verified;
    }
    judge_all(verified, *expectations, analysis->statistic, result_of(reading, *analysis, results));
    return verified;
}

/// The expectations, when they are such as the result of this statistic can answer.
Result<std::vector<Expectation>> checked(const Reading& reading, std::string_view statistic,
                                         const ordered_json& outcome, const std::string& expect,
                                         std::optional<double> tolerance)
{
    auto expectations = expectations_in(expect, NumberFormat::of(reading).decimal());
    if (!expectations) return fail(expectations.error());
    if (tolerance && !(*tolerance >= 0)) return fail(ErrorCode::bad_value, say("A tolerance cannot be below 0."));
    const auto result = outcome.value("result", ordered_json());
    for (const auto& expectation : *expectations)
        if (const auto value = result_value(*find_analysis(statistic), result, expectation.name); !value)
            return fail(value.error());
    return expectations;
}

Result<Claim> claim_of(const Reading& reading, ClaimId id)
{
    for (auto& claim : claims(reading))
        if (claim.id == id) return std::move(claim);
    return fail(ErrorCode::not_found, say("There is no claim #{}.", id.value));
}

}

std::vector<Claim> claims(const Reading& reading)
{
    std::vector<Claim> list;
    auto row =
        reading.ask("SELECT c.id, c.quotation, c.analysis, ifnull(a.name, ''), c.expect, c.tolerance FROM claim c"
                    " LEFT JOIN analysis a ON a.id = c.analysis ORDER BY c.id");
    while (row.next())
        list.push_back({row.get<ClaimId>(0), row.get<coding::QuotationId>(1), row.get<std::optional<AnalysisId>>(2),
                        row.get<std::string>(3), row.get<std::string>(4), row.get<std::optional<double>>(5)});
    return list;
}

Result<ClaimId> add_claim(Project& project, coding::QuotationId quotation, AnalysisId analysis,
                          const std::string& expect, std::optional<double> tolerance)
{
    const auto known = find_saved_analysis(project, id_ref(analysis.value));
    if (!known) return fail(known.error());
    const auto label = coding::label_of(project, quotation);
    if (label.empty()) return fail(ErrorCode::not_found, say("There is no such quotation."));
    if (const auto fits = checked(project, known->statistic, known->outcome, expect, tolerance); !fits)
        return fail(fits.error());
    return project.change(Op::add_claim, [&](Change& change) -> Result<ClaimId> {
        change.about(label + " · " + expect);
        const auto id = change.new_object<ClaimId>(ObjectKind::claim);
        change.run("INSERT INTO claim (id, quotation, analysis, expect, tolerance, coder, at) VALUES (?,?,?,?,?,?,?)",
                   id, quotation, analysis, expect, tolerance, change.coder(), change.now());
        return id;
    });
}

Result<int> set_claim(Project& project, ClaimId id, const ClaimSettings& settings)
{
    return project.change(Op::set_claim, [&](Change& change) -> Result<int> {
        const auto before = claim_of(change, id);
        if (!before) return fail(before.error());
        const auto analysis = settings.analysis ? settings.analysis : before->analysis;
        const auto expect = settings.expect.value_or(before->expect);
        const auto tolerance = settings.tolerance.value_or(before->tolerance);
        if (analysis == before->analysis && expect == before->expect && tolerance == before->tolerance) return 0;
        if (!analysis)
            return fail(ErrorCode::bad_value, say("Nothing is bound to the claim from which it could be recomputed."));
        const auto known = find_saved_analysis(change, id_ref(analysis->value));
        if (!known) return fail(known.error());
        if (const auto fits = checked(change, known->statistic, known->outcome, expect, tolerance); !fits)
            return fail(fits.error());
        change.about(coding::label_of(change, before->quotation) + " · " + expect);
        change.run("UPDATE claim SET analysis = ?, expect = ?, tolerance = ?, coder = ?, at = ? WHERE id = ?",
                   *analysis, expect, tolerance, change.coder(), change.now(), id);
        return 1;
    });
}

Result<int> delete_claim(Project& project, ClaimId id)
{
    return project.change(Op::delete_claim, [&](Change& change) -> Result<int> {
        const auto before = claim_of(change, id);
        if (!before) return fail(before.error());
        const auto subject = coding::label_of(change, before->quotation) + " · " + before->expect;
        if (const auto free = coding::may_go(change, {id.value}, say("The claim {}", subject)); !free)
            return fail(free.error());
        change.about(subject);
        coding::cut_ties(change, id.value);
        change.run("DELETE FROM claim WHERE id = ?", id);
        change.drop_object(id.value);
        return 1;
    });
}

Result<Verified> judged_by(const Reading& reading, std::string_view statistic, const ordered_json& outcome,
                           const std::string& expect, std::optional<double> tolerance)
{
    auto expectations = checked(reading, statistic, outcome, expect, tolerance);
    if (!expectations) return fail(expectations.error());
    Verified verified;
    verified.claim.expect = expect;
    verified.claim.tolerance = tolerance;
    verified.recomputed = ordered_json::object();
    judge_all(verified, *expectations, statistic, outcome.value("result", ordered_json()));
    return verified;
}

Result<Verified> judged(const Reading& reading, AnalysisId analysis, const std::string& expect,
                        std::optional<double> tolerance)
{
    const auto known = find_saved_analysis(reading, id_ref(analysis.value));
    if (!known) return fail(known.error());
    auto outcome = known->outcome;
    if (known->stale) {
        Results results;
        outcome["result"] = result_of(reading, *known, results);
    }
    auto verified = judged_by(reading, known->statistic, outcome, expect, tolerance);
    if (!verified) return verified;
    verified->claim.analysis = analysis;
    verified->claim.analysis_name = known->name;
    return verified;
}

std::string_view name_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::consistent: return "consistent";
    case Verdict::inconsistent: return "inconsistent";
    case Verdict::no_evidence: break;
    }
    return "no_evidence";
}

std::string in_words(Verdict verdict)
{
    switch (verdict) {
    case Verdict::consistent: return "● " + say("consistent");
    case Verdict::inconsistent: return "▲ " + say("inconsistent");
    case Verdict::no_evidence: break;
    }
    return "○ " + say("without evidence");
}

Result<std::vector<Verified>> verify(const Reading& reading)
{
    std::vector<Verified> list;
    Results results;
    for (const auto& claim : claims(reading)) list.push_back(verified_claim(reading, claim, results));
    return list;
}

}
