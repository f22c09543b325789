#include "stats/evidence.h"
#include "answer.h"
#include "call.h"
#include "coding/object_ref.h"
#include "coding/quotation.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "stats/claim.h"
#include "stats/finding.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "workbench/tr.h"
#include <map>

namespace cli
{

using workbench::fail;
using workbench::ObjectKind;
using workbench::Project;
using workbench::Reading;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

std::string changed_in_words(int changed)
{
    return changed ? say("Changed.") : say("It was so already.");
}

template <class TypedId>
Answer made(const char* kind, TypedId id, std::string sentence)
{
    return said({{kind, "#" + std::to_string(id.value)}, {"id", id_json(id)}}, std::move(sentence));
}

/// An analysis, or a table with a column and perhaps a row; nothing when none of them is given.
Result<std::optional<stats::Numbers>> numbers_in(const Call& call, const Reading& reading)
{
    const bool analysis = call.has("analysis"), table = call.has("table") || call.has("column") || call.has("row");
    if (analysis && table) return usage(say("Give an analysis, or a table and its column, not both."));
    if (analysis) {
        const auto found = stats::find_saved_analysis(reading, call.text("analysis"));
        if (!found) return fail(found.error());
        return stats::Numbers{.analysis = found->id};
    }
    if (!table) return std::optional<stats::Numbers>{};
    if (!call.has("table") || !call.has("column"))
        return usage(say("A cell needs --table and --column."), say("Give --row too for one cell of the column."));
    const auto found = stats::find_table(reading, call.text("table"));
    if (!found) return fail(found.error());
    stats::Numbers numbers{.table = found->id, .column = call.text("column")};
    numbers.row = call.integer("row");
    return numbers;
}

Outcome add_evidence(const Call& call, Project& project)
{
    const auto object = coding::find_object(project, call.text("object"));
    if (!object) return fail(object.error());
    const auto numbers = numbers_in(call, project);
    if (!numbers) return fail(numbers.error());
    if (!*numbers) return usage(say("Say which numbers: --analysis, or --table and --column."));
    const auto id = stats::add_evidence(project, object->id, **numbers, call.text("verdict"), call.text("reason"));
    if (!id) return fail(id.error());
    return made("evidence", *id,
                say("Tied {} to {}.", coding::title_of(project, object->id), stats::name_of(project, **numbers)));
}

Outcome set_evidence(const Call& call, Project& project)
{
    const auto id = stats::find_of_kind(project, call.text("id"), ObjectKind::evidence);
    if (!id) return fail(id.error());
    const auto numbers = numbers_in(call, project);
    if (!numbers) return fail(numbers.error());
    const auto done = stats::set_evidence(
        project, {*id}, {.numbers = *numbers, .verdict = call.maybe("verdict"), .reason = call.maybe("reason")});
    if (!done) return fail(done.error());
    return said({{"changed", *done}}, changed_in_words(*done));
}

Outcome list_evidence(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& evidence : stats::evidence_of(project))
        rows.push_back({{"id", id_json(evidence.id)},
                        {"ref", evidence.ref},
                        {"analysis", evidence.numbers.analysis ? Json(evidence.numbers_name) : Json()},
                        {"verdict", evidence.verdict},
                        {"reason", evidence.reason},
                        {"stale", evidence.stale},
                        {"numbers", evidence.numbers_name},
                        {"column", evidence.numbers.table ? Json(evidence.numbers.column) : Json()},
                        {"row", or_null(evidence.numbers.row)}});
    return listing(rows,
                   {{"ref", tr("Object"), workbench::Words::ref},
                    {"verdict", tr("Verdict"), workbench::Words::evidence},
                    {"numbers", tr("Numbers")},
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

Outcome set_claim(const Call& call, Project& project)
{
    const auto id = stats::find_of_kind(project, call.text("id"), ObjectKind::claim);
    if (!id) return fail(id.error());
    stats::ClaimSettings settings{.expect = call.maybe("expect")};
    if (call.has("analysis")) {
        const auto analysis = stats::find_saved_analysis(project, call.text("analysis"));
        if (!analysis) return fail(analysis.error());
        settings.analysis = analysis->id;
    }
    if (call.has("tolerance")) settings.tolerance = call.number("tolerance");
    const auto done = stats::set_claim(project, {*id}, settings);
    if (!done) return fail(done.error());
    return said({{"changed", *done}}, changed_in_words(*done));
}

/// `evidence delete`, `claim delete`, `finding delete`: they differ in the kind and the verb only.
template <ObjectKind kind, class TypedId, Result<int> (*remove)(Project&, TypedId)>
Outcome delete_one(const Call& call, Project& project)
{
    const auto id = stats::find_of_kind(project, call.text("id"), kind);
    if (!id) return fail(id.error());
    const auto done = remove(project, TypedId{*id});
    if (!done) return fail(done.error());
    return said({{"deleted", call.text("id")}}, say("{} is deleted.", call.text("id")));
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

struct Supports {
    std::vector<coding::QuotationId> quotations;
    std::vector<stats::AnalysisId> analyses;
};
Result<Supports> supports_in(const Call& call, const Reading& reading)
{
    Supports supports;
    for (const auto& label : call.all("quotation")) {
        const auto quotation = coding::find_quotation(reading, label);
        if (!quotation) return fail(quotation.error());
        supports.quotations.push_back(*quotation);
    }
    for (const auto& name : call.all("analysis")) {
        const auto analysis = stats::find_saved_analysis(reading, name);
        if (!analysis) return fail(analysis.error());
        supports.analyses.push_back(analysis->id);
    }
    return supports;
}

Outcome set_finding(const Call& call, Project& project)
{
    const auto id = stats::find_of_kind(project, call.text("id"), ObjectKind::finding);
    if (!id) return fail(id.error());
    const auto supports = supports_in(call, project);
    if (!supports) return fail(supports.error());
    stats::FindingSettings settings{.title = call.maybe("title"), .text = call.maybe("text")};
    if (call.has("quotation")) settings.quotations = supports->quotations;
    if (call.has("analysis")) settings.analyses = supports->analyses;
    const auto done = stats::set_finding(project, {*id}, settings);
    if (!done) return fail(done.error());
    return said({{"changed", *done}}, changed_in_words(*done));
}

Outcome move_finding(const Call& call, Project& project)
{
    const auto id = stats::find_of_kind(project, call.text("id"), ObjectKind::finding);
    if (!id) return fail(id.error());
    std::optional<stats::FindingId> before;
    if (call.has("before")) {
        const auto other = stats::find_of_kind(project, call.text("before"), ObjectKind::finding);
        if (!other) return fail(other.error());
        before = stats::FindingId{*other};
    }
    const auto done = stats::move_finding(project, {*id}, before);
    if (!done) return fail(done.error());
    return said({{"changed", *done}}, changed_in_words(*done));
}

Outcome add_finding(const Call& call, Project& project)
{
    stats::NewFinding finding{call.text("title"), call.text("text")};
    const auto supports = supports_in(call, project);
    if (!supports) return fail(supports.error());
    finding.quotations = supports->quotations;
    finding.analyses = supports->analyses;
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

/// The numbers of an evidence link; `analysis` comes first, as most links are to one.
std::vector<Option> number_options(bool verdict_too)
{
    auto verdict = choice("verdict", verdicts(), tr("what the words say of the numbers"));
    auto reason = text_option("reason", tr("TEXT"), tr("why"));
    return {text_option("analysis", tr("NAME"), tr("a saved analysis")),
            text_option("table", tr("NAME"), tr("a table, in place of an analysis")),
            text_option("column", tr("COLUMN"), tr("a column of the table")),
            integer("row", tr("one row of that column: a cell; counted from 1")),
            verdict_too ? required(verdict) : verdict,
            verdict_too ? required(reason) : reason};
}

std::vector<Command> tie_commands()
{
    return {
        {"evidence add",
         {project(), text("object", tr("REF"))},
         number_options(true),
         tr("Ties a code, quotation, memo or network to an analysis, to a column of a table or to one cell of it."),
         "quipu evidence add tesis.quipu code:Transparencia --analysis brecha-avance --verdict contradicts --reason "
         "\"Las cifras "
         "no suben\"",
         nullptr,
         add_evidence},
        {"evidence set",
         {project(), text("id", "#ID")},
         number_options(false),
         tr("Says otherwise what words and numbers say of each other."),
         "quipu evidence set tesis.quipu \"#123\" --verdict complements",
         nullptr,
         set_evidence},
        {"evidence delete",
         {project(), text("id", "#ID")},
         {},
         tr("Deletes an evidence link; what it ties stays."),
         "quipu evidence delete tesis.quipu \"#123\"",
         nullptr,
         delete_one<ObjectKind::evidence, stats::EvidenceId, stats::delete_evidence>},
        {"evidence list",
         {project()},
         {},
         tr("Lists what words and numbers say of each other."),
         "quipu evidence list tesis.quipu",
         list_evidence},
    };
}

std::vector<Command> claim_commands()
{
    const auto analysis = text_option("analysis", tr("NAME"), tr("a saved analysis"));
    const auto expect =
        text_option("expect", tr("EXPECTATION"), tr("what it states, as in r = -0.662; several with ; between"));
    const auto tolerance =
        number("tolerance", "T", tr("how far off it may be; default: half a unit of the last decimal"));
    return {
        {"claim add",
         {project()},
         {required(text_option("quotation", "3:12", tr("the sentence that states a number"))), required(analysis),
          required(expect), tolerance},
         tr("Binds a sentence that states a number to the analysis that can compute it again."),
         "quipu claim add tesis.quipu --quotation 3:12 --analysis brecha-avance --expect \"rho = -0.66; p < 0.05\"",
         nullptr,
         add_claim},
        {"claim set",
         {project(), text("id", "#ID")},
         {analysis, expect, tolerance},
         tr("Changes what a claim states or is bound to."),
         "quipu claim set tesis.quipu \"#123\" --expect \"rho = -0.18\"",
         nullptr,
         set_claim},
        {"claim delete",
         {project(), text("id", "#ID")},
         {},
         tr("Deletes a claim; its quotation stays."),
         "quipu claim delete tesis.quipu \"#123\"",
         nullptr,
         delete_one<ObjectKind::claim, stats::ClaimId, stats::delete_claim>},
        {"claim list", {project()}, {}, tr("Lists the claims."), "quipu claim list tesis.quipu", list_claims},
        {"verify",
         {project()},
         {},
         tr("Computes every claim again and says which hold. Ends with 3 when one does not."),
         "quipu verify tesis.quipu",
         verify},
    };
}

std::vector<Command> finding_commands()
{
    const auto analysis = text_option("analysis", tr("NAME"), tr("a saved analysis"));
    const auto quotation = text_option("quotation", "3:12", tr("a quotation that it stands on"));
    const auto title = text_option("title", tr("TITLE"), tr("its title"));
    const auto words = text_option("text", tr("TEXT"), tr("what it says"));
    return {
        {"finding add",
         {project()},
         {required(title), required(words), repeated(quotation), repeated(analysis)},
         tr("Writes a finding with the quotations and analyses that it stands on."),
         "quipu finding add tesis.quipu --title \"Menos papel\" --text \"El papel se fue.\" --quotation 3:12 "
         "--analysis "
         "brecha-avance",
         nullptr,
         add_finding},
        {"finding set",
         {project(), text("id", tr("TITLE"))},
         {title, words, repeated(quotation), repeated(analysis)},
         tr("Changes a finding; quotations and analyses that are given stand in place of the old ones."),
         "quipu finding set tesis.quipu \"Menos papel\" --text \"El papel casi se fue.\"",
         nullptr,
         set_finding},
        {"finding move",
         {project(), text("id", tr("TITLE"))},
         {text_option("before", tr("TITLE"), tr("the finding that it shall stand before; default: the end"))},
         tr("Gives a finding another place in the order of the report."),
         "quipu finding move tesis.quipu \"Menos papel\"",
         nullptr,
         move_finding},
        {"finding delete",
         {project(), text("id", tr("TITLE"))},
         {},
         tr("Deletes a finding; its quotations and analyses stay."),
         "quipu finding delete tesis.quipu \"Menos papel\"",
         nullptr,
         delete_one<ObjectKind::finding, stats::FindingId, stats::delete_finding>},
        {"finding list", {project()}, {}, tr("Lists the findings."), "quipu finding list tesis.quipu", list_findings},
    };
}

}

std::vector<Command> evidence_commands()
{
    auto all = tie_commands();
    for (auto part : {claim_commands(), finding_commands()})
        for (auto& command : part) all.push_back(std::move(command));
    return all;
}

}
