#include "evidence_grids.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/finding.h"
#include "workbench/tr.h"
#include <algorithm>
#include <memory>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

/// A grid whose cells are all made at once: these lists are short.
Grid grid_of(std::string title, std::string about, std::vector<Grid::Column> columns,
             std::vector<std::vector<std::string>> rows)
{
    const auto count = static_cast<std::int64_t>(rows.size());
    const auto cells = std::make_shared<std::vector<std::vector<std::string>>>(std::move(rows));
    return {std::move(title), std::move(about), std::move(columns), count,
            [cells](std::int64_t row, std::size_t column) { return (*cells)[static_cast<std::size_t>(row)][column]; }};
}

std::string shown_verdict(stats::Verdict verdict)
{
    switch (verdict) {
    case stats::Verdict::consistent: return std::string("\u25CF ") + tr("consistent");
    case stats::Verdict::inconsistent: return std::string("\u25B2 ") + tr("inconsistent");
    case stats::Verdict::no_evidence: return std::string("\u25CB ") + tr("without evidence");
    }
    return {};
}

std::string shown_relation(const std::string& verdict)
{
    if (verdict == "converges") return std::string("\u21C9 ") + tr("converges");
    if (verdict == "complements") return std::string("\u2295 ") + tr("complements");
    if (verdict == "contradicts") return std::string("\u21C4 ") + tr("contradicts");
    return std::string("\u2205 ") + tr("is silent");
}

}

std::optional<Grid> claims_grid(Session& session)
{
    const auto verified = stats::verify(session.reading());
    if (!verified) return Grid{tr("Claims"), verified.error().detail, {}, 0, {}};
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : *verified)
        rows.push_back({one.quotation + " " + one.text, shown_verdict(one.verdict), one.claim.expect, one.detail,
                        one.claim.analysis_name});
    const auto wrong = std::count_if(verified->begin(), verified->end(),
                                     [](const auto& one) { return one.verdict == stats::Verdict::inconsistent; });
    const auto about = verified->empty() ? std::string(tr("A claim binds a sentence with numbers to an analysis."))
                                         : say_n("{} claim does not follow from its data.",
                                                 "{} claims do not follow from their data.", wrong, wrong);
    return grid_of(tr("Claims"), about,
                   {{tr("Quotation")}, {tr("Verdict")}, {tr("States")}, {tr("Recomputed")}, {tr("Analysis")}},
                   std::move(rows));
}

std::optional<Grid> evidence_grid(Session& session)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : stats::evidence_of(session.reading()))
        rows.push_back({one.ref, shown_relation(one.verdict), one.analysis_name, one.reason,
                        one.stale ? std::string("\u25B2 ") + tr("out of date") : std::string()});
    return grid_of(tr("Words and numbers"), tr("What the codes say of the analyses, and the reverse."),
                   {{tr("Object")}, {tr("Verdict")}, {tr("Analysis")}, {tr("Reason")}, {""}}, std::move(rows));
}

std::optional<Grid> findings_grid(Session& session)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : stats::findings(session.reading()))
        rows.push_back(
            {one.title, one.text, std::to_string(one.quotations.size()), std::to_string(one.analyses.size())});
    return grid_of(tr("Findings"), tr("Statements with their quotations and their numbers."),
                   {{tr("Title")}, {tr("Text")}, {tr("Quotations"), true}, {tr("Analyses"), true}}, std::move(rows));
}

}
