#include "stats/claim.h"
#include "coding/quotation.h"
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
    const auto& result = result_of(reading, *analysis, results);
    verified.verdict = Verdict::consistent;
    for (auto& expectation : *expectations) {
        if (claim.tolerance) expectation.tolerance = *claim.tolerance;
        const auto value = result_value(*find_analysis(analysis->statistic), result, expectation.name);
        judge(verified, expectation, value ? *value : ordered_json());
    }
    return verified;
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
    const auto expectations = expectations_in(expect, NumberFormat::of(project).decimal());
    if (!expectations) return fail(expectations.error());
    if (tolerance && !(*tolerance >= 0)) return fail(ErrorCode::bad_value, say("A tolerance cannot be below 0."));
    for (const auto& expectation : *expectations)
        if (const auto value =
                result_value(*find_analysis(known->statistic), known->outcome["result"], expectation.name);
            !value)
            return fail(value.error());
    return project.change(Op::add_claim, [&](Change& change) -> Result<ClaimId> {
        change.about(label + " · " + expect);
        const auto id = change.new_object<ClaimId>(ObjectKind::claim);
        change.run("INSERT INTO claim (id, quotation, analysis, expect, tolerance, coder, at) VALUES (?,?,?,?,?,?,?)",
                   id, quotation, analysis, expect, tolerance, change.coder(), change.now());
        return id;
    });
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
