#include "coding/object_ref.h"
#include "paper/canvas.h"
#include "report_parts.h"
#include "stats/analysis_file.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/finding.h"
#include "stats/indicator_table.h"
#include "stats/result_table.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>

namespace stats::report
{

using namespace workbench;
using paper::Align;
using paper::Inlines;

namespace
{

std::string relation_in_words(const std::string& verdict)
{
    if (verdict == "converges") return "⇉ " + say("converges");
    if (verdict == "complements") return "⊕ " + say("complements");
    if (verdict == "contradicts") return "⇄ " + say("contradicts");
    return "∅ " + say("is silent");
}

std::string label_of_analysis(AnalysisId id)
{
    return "analysis-" + std::to_string(id.value);
}

/// The table of an analysis; its figure when it has one.
void add_analysis(Making& making, const SavedAnalysis& analysis)
{
    const auto input = analysis.recipe.value("input", nlohmann::ordered_json::object());
    auto table = result_table(analysis.statistic, input, analysis.outcome, analysis.name, making.format);
    table.label = label_of_analysis(analysis.id);
    if (const auto source = find_table(making.reading, analysis.recipe["data"].value("table", ""));
        source && source->citation)
        table.note.parts.emplace_back(
            paper::Text{(table.note.empty() ? "" : " ") + say("Data: {}.", *source->citation)});
    making.add(std::move(table));
    if (auto figure = figure_of(making.reading, analysis)) making.add(std::move(*figure));
}

void add_one(Making& making, const Finding& finding, const std::vector<SavedAnalysis>& analyses,
             coding::QuotationReader& read)
{
    making.heading(2, finding.title);
    making.paragraph(finding.text);
    for (const auto id : finding.quotations)
        if (const auto quotation = coding::quotation(making.reading, id)) making.add(quoted(read(*quotation)));
    for (const auto id : finding.analyses) {
        const auto found =
            std::find_if(analyses.begin(), analyses.end(), [&](const auto& analysis) { return analysis.id == id; });
        if (found == analyses.end()) continue;
        const auto sentence = result_sentence(found->statistic, found->outcome, making.format);
        Inlines line;
        line.parts.emplace_back(paper::CrossReference{label_of_analysis(id)});
        line.parts.emplace_back(paper::Text{": " + found->name + (sentence.empty() ? "." : ": " + sentence + ".")});
        making.paragraph(std::move(line));
    }
}

void add_evidence_table(Making& making)
{
    const auto list = evidence_of(making.reading);
    if (list.empty()) return;
    making.heading(2, say("What the words and the numbers say of each other"));
    paper::Table table;
    table.title = say("Words and numbers side by side");
    table.columns = {{say("Object"), Align::left, 20},
                     {say("Analysis"), Align::left, 22},
                     {say("Relation"), Align::left, 20},
                     {say("Reason"), Align::left, 44}};
    for (const auto& evidence : list)
        table.rows.push_back(
            {Inlines(coding::title_of(making.reading, evidence.object)), Inlines(evidence.numbers_name),
             Inlines(relation_in_words(evidence.verdict) + (evidence.stale ? " " + say("(stale)") : "")),
             Inlines(evidence.reason)});
    making.add(std::move(table));
}

Result<void> add_claims(Making& making)
{
    const auto verified = verify(making.reading);
    if (!verified) return fail(verified.error());
    if (verified->empty()) return {};
    const auto wrong = std::count_if(verified->begin(), verified->end(),
                                     [](const auto& one) { return one.verdict == Verdict::inconsistent; });
    making.heading(2, say("Claims checked against the tables"));
    making.paragraph(
        say("Of {} claims {} do not follow from the data to which they are bound.", verified->size(), wrong));
    paper::Table table;
    table.title = say("Numbers as stated and as recomputed");
    table.columns = {{say("Quotation"), Align::left, 38},
                     {say("Stated"), Align::left, 16},
                     {say("Recomputed"), Align::left, 16},
                     {say("Verdict"), Align::left, 20}};
    for (const auto& one : *verified) {
        std::string values;
        for (const auto& [name, value] : one.recomputed.items())
            values +=
                (values.empty() ? "" : "; ") + name + " = " +
                (value.is_number() ? making.format.fixed(value.get<double>(), value.is_number_integer() ? 0 : 3) : "–");
        table.rows.push_back({Inlines("«" + one.text + "» (" + one.quotation + ")"), Inlines(one.claim.expect),
                              Inlines(values), Inlines(in_words(one.verdict))});
    }
    making.add(std::move(table));
    return {};
}

}

Result<void> add_findings(Making& making)
{
    const auto list = findings(making.reading);
    const auto analyses = analyses_of(making.reading);
    if (list.empty() && analyses.empty()) return {};
    making.heading(1, say("Findings"));
    coding::QuotationReader read(making.reading);
    for (const auto& finding : list) add_one(making, finding, analyses, read);
    add_evidence_table(making);
    if (const auto done = add_claims(making); !done) return done;
    if (!analyses.empty()) making.heading(2, say("Analyses"));
    for (const auto& analysis : analyses) add_analysis(making, analysis);
    return {};
}

}
