#include "stats/evidence.h"
#include "answer.h"
#include "call.h"
#include "coding/object_ref.h"
#include "coding/quotation.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "stats/claim.h"
#include "stats/finding.h"
#include "stats/saved_analysis.h"
#include "workbench/tr.h"
#include <map>

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::say;
using workbench::tr;

namespace
{

template <class TypedId>
Answer made(const char* kind, TypedId id, std::string sentence)
{
    return said({{kind, "#" + std::to_string(id.value)}, {"id", id_json(id)}}, std::move(sentence));
}

Outcome add_evidence(const Call& call, Project& project)
{
    const auto object = coding::find_object(project, call.text("object"));
    if (!object) return fail(object.error());
    const auto analysis = stats::find_saved_analysis(project, call.text("analysis"));
    if (!analysis) return fail(analysis.error());
    const auto id = stats::add_evidence(project, object->id, analysis->id, call.text("verdict"), call.text("reason"));
    if (!id) return fail(id.error());
    return made("evidence", *id, say("Tied {} to {}.", coding::title_of(project, object->id), analysis->name));
}

Outcome list_evidence(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& evidence : stats::evidence_of(project))
        rows.push_back({{"id", id_json(evidence.id)},
                        {"ref", evidence.ref},
                        {"analysis", evidence.analysis_name},
                        {"verdict", evidence.verdict},
                        {"reason", evidence.reason},
                        {"stale", evidence.stale}});
    return listing(rows,
                   {{"ref", tr("Object")},
                    {"verdict", tr("Verdict"), workbench::Words::evidence},
                    {"analysis", tr("Analysis")},
                    {"stale", tr("Out of date")},
                    {"reason", tr("Reason")}},
                   say("There is no evidence yet."));
}

Outcome add_claim(const Call& call, Project& project)
{
    const auto quotation = coding::find_quotation(project, call.text("quotation"));
    if (!quotation) return fail(quotation.error());
    const auto analysis = stats::find_saved_analysis(project, call.text("analysis"));
    if (!analysis) return fail(analysis.error());
    const auto id = stats::add_claim(project, *quotation, analysis->id, call.text("expect"), call.number("tolerance"));
    if (!id) return fail(id.error());
    return made("claim", *id, say("{} is now bound to {}.", call.text("quotation"), analysis->name));
}

Json claim_json(const Reading& reading, const stats::Claim& claim)
{
    return {{"claim", "#" + std::to_string(claim.id.value)},
            {"id", id_json(claim.id)},
            {"quotation", coding::label_of(reading, claim.quotation)},
            {"analysis", claim.analysis ? Json(claim.analysis_name) : Json()},
            {"expect", claim.expect},
            {"tolerance", or_null(claim.tolerance)}};
}

Outcome list_claims(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& claim : stats::claims(project)) rows.push_back(claim_json(project, claim));
    return listing(rows, {{"quotation", tr("Quotation")}, {"analysis", tr("Analysis")}, {"expect", tr("Says")}},
                   say("There are no claims yet."));
}

Outcome verify(const Call&, const Project& project)
{
    const auto verified = stats::verify(project);
    if (!verified) return fail(verified.error());
    Json rows = Json::array(), shown = Json::array();
    int exit_code = 0;
    for (const auto& each : *verified) {
        rows.push_back({{"claim", "#" + std::to_string(each.claim.id.value)},
                        {"id", id_json(each.claim.id)},
                        {"quotation", each.quotation},
                        {"text", each.text},
                        {"expect", each.claim.expect},
                        {"recomputed", each.recomputed},
                        {"verdict", stats::name_of(each.verdict)},
                        {"detail", each.detail},
                        {"analysis", each.claim.analysis_name}});
        shown.push_back(rows.back());
        shown.back()["verdict"] = stats::in_words(each.verdict);
        if (each.verdict == stats::Verdict::inconsistent) exit_code = something_to_look_at;
    }
    auto answer = listing(rows,
                          {{"quotation", tr("Quotation")},
                           {"verdict", tr("Verdict")},
                           {"expect", tr("Says")},
                           {"recomputed", tr("Recomputed")},
                           {"detail", tr("Detail")}},
                          say("There are no claims yet."));
    answer.exit_code = exit_code;
    answer.plain = [plain = answer.plain, shown](const Json&) { return plain(shown); };
    return answer;
}

Outcome add_finding(const Call& call, Project& project)
{
    stats::NewFinding finding{call.text("title"), call.text("text")};
    for (const auto& label : call.all("quotation")) {
        const auto quotation = coding::find_quotation(project, label);
        if (!quotation) return fail(quotation.error());
        finding.quotations.push_back(*quotation);
    }
    for (const auto& name : call.all("analysis")) {
        const auto analysis = stats::find_saved_analysis(project, name);
        if (!analysis) return fail(analysis.error());
        finding.analyses.push_back(analysis->id);
    }
    const auto id = stats::add_finding(project, finding);
    if (!id) return fail(id.error());
    return said({{"finding", finding.title}, {"id", id_json(*id)}}, say("Added the finding {}.", finding.title));
}

Outcome list_findings(const Call&, const Project& project)
{
    std::map<stats::AnalysisId, std::string> names;
    for (const auto& analysis : stats::analyses_of(project)) names[analysis.id] = analysis.name;
    Json rows = Json::array();
    for (const auto& finding : stats::findings(project)) {
        Json quotations = Json::array(), analyses = Json::array();
        for (const auto quotation : finding.quotations) quotations.push_back(coding::label_of(project, quotation));
        for (const auto analysis : finding.analyses) analyses.push_back(names[analysis]);
        rows.push_back({{"id", id_json(finding.id)},
                        {"title", finding.title},
                        {"text", finding.text},
                        {"quotations", quotations},
                        {"analyses", analyses}});
    }
    return listing(rows,
                   {{"title", tr("Finding")},
                    {"quotations", tr("Quotations")},
                    {"analyses", tr("Analyses")},
                    {"text", tr("Text")}},
                   say("There are no findings yet."));
}

std::vector<std::string_view> verdicts()
{
    return {stats::verdicts.begin(), stats::verdicts.end()};
}

}

std::vector<Command> evidence_commands()
{
    const auto analysis = text_option("analysis", tr("NAME"), tr("a saved analysis"));
    const auto quotation = text_option("quotation", "3:12", tr("a quotation that it stands on"));
    return {
        {"evidence add",
         {project(), text("object", tr("REF"))},
         {required(analysis), required(choice("verdict", verdicts(), tr("what the words say of the numbers"))),
          required(text_option("reason", tr("TEXT"), tr("why")))},
         tr("Ties a code, quotation, memo or network to an analysis."),
         "quipu evidence add tesis.quipu code:Transparencia --analysis brecha-avance --verdict contradicts --reason "
         "\"Las cifras "
         "no suben\"",
         nullptr,
         add_evidence},
        {"evidence list",
         {project()},
         {},
         tr("Lists what words and numbers say of each other."),
         "quipu evidence list tesis.quipu",
         list_evidence},
        {"claim add",
         {project()},
         {required(text_option("quotation", "3:12", tr("the sentence that states a number"))), required(analysis),
          required(
              text_option("expect", tr("EXPECTATION"), tr("what it states, as in r = -0.662; several with ; between"))),
          number("tolerance", "T", tr("how far off it may be; default: half a unit of the last decimal"))},
         tr("Binds a sentence that states a number to the analysis that can compute it again."),
         "quipu claim add tesis.quipu --quotation 3:12 --analysis brecha-avance --expect \"rho = -0.66; p < 0.05\"",
         nullptr,
         add_claim},
        {"claim list", {project()}, {}, tr("Lists the claims."), "quipu claim list tesis.quipu", list_claims},
        {"verify",
         {project()},
         {},
         tr("Computes every claim again and says which hold. Ends with 3 when one does not."),
         "quipu verify tesis.quipu",
         verify},
        {"finding add",
         {project()},
         {required(text_option("title", tr("TITLE"), tr("its title"))),
          required(text_option("text", tr("TEXT"), tr("what it says"))), repeated(quotation), repeated(analysis)},
         tr("Writes a finding with the quotations and analyses that it stands on."),
         "quipu finding add tesis.quipu --title \"Menos papel\" --text \"El papel se fue.\" --quotation 3:12 "
         "--analysis "
         "brecha-avance",
         nullptr,
         add_finding},
        {"finding list", {project()}, {}, tr("Lists the findings."), "quipu finding list tesis.quipu", list_findings},
    };
}

}
