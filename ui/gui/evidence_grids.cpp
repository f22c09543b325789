#include "evidence_grids.h"
#include "claim_form.h"
#include "coding/object_ref.h"
#include "context_menu.h"
#include "evidence_form.h"
#include "finding_form.h"
#include "shown.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/finding.h"
#include "verdict_words.h"
#include "workbench/tr.h"
#include <algorithm>
#include <memory>

namespace gui
{
namespace
{

using workbench::say_n;
using workbench::tr;

/// A grid whose cells are all made at once: these lists are short.
Grid grid_of(std::string title, std::string about, std::vector<Grid::Column> columns,
             std::vector<std::vector<std::string>> rows, std::vector<std::int64_t> ids)
{
    const auto count = static_cast<std::int64_t>(rows.size());
    const auto cells = std::make_shared<std::vector<std::vector<std::string>>>(std::move(rows));
    return {std::move(title),
            std::move(about),
            std::move(columns),
            count,
            [cells](std::int64_t row, std::size_t column) { return (*cells)[static_cast<std::size_t>(row)][column]; },
            std::move(ids)};
}

}

std::optional<Grid> claims_grid(Session& session)
{
    const auto verified = stats::verify(session.reading());
    if (!verified) return Grid{tr("Claims"), verified.error().detail, {}, 0, {}};
    std::vector<std::vector<std::string>> rows;
    std::vector<std::int64_t> ids;
    for (const auto& one : *verified) {
        rows.push_back({stats::in_words(one.verdict), one.quotation + " " + one.text, one.claim.expect, one.detail,
                        one.claim.analysis_name});
        ids.push_back(one.claim.id.value);
    }
    const auto wrong = std::count_if(verified->begin(), verified->end(),
                                     [](const auto& one) { return one.verdict == stats::Verdict::inconsistent; });
    const auto about = verified->empty() ? std::string(tr("A claim binds a sentence with numbers to an analysis."))
                                         : say_n("{} claim does not follow from its data.",
                                                 "{} claims do not follow from their data.", wrong, wrong);
    return grid_of(tr("Claims"), about,
                   {{tr("Verdict")}, {tr("Quotation")}, {tr("States")}, {tr("Recomputed")}, {tr("Analysis")}},
                   std::move(rows), std::move(ids));
}

std::optional<Grid> evidence_grid(Session& session)
{
    std::vector<std::vector<std::string>> rows;
    std::vector<std::int64_t> ids;
    for (const auto& one : stats::evidence_of(session.reading())) {
        rows.push_back({relation_in_words(one.verdict), coding::title_of(session.reading(), one.object),
                        one.numbers_name, one.reason, one.stale ? out_of_date() : std::string()});
        ids.push_back(one.id.value);
    }
    return grid_of(tr("Words and numbers"), tr("What the codes say of the analyses, and the reverse."),
                   {{tr("Verdict")}, {tr("Words")}, {tr("Numbers")}, {tr("Reason")}, {tr("State")}}, std::move(rows),
                   std::move(ids));
}

std::optional<Grid> findings_grid(Session& session)
{
    std::vector<std::vector<std::string>> rows;
    std::vector<std::int64_t> ids;
    for (const auto& one : stats::findings(session.reading())) {
        rows.push_back({std::to_string(rows.size() + 1), one.title, one.text, std::to_string(one.quotations.size()),
                        std::to_string(one.analyses.size())});
        ids.push_back(one.id.value);
    }
    return grid_of(
        tr("Findings"), tr("Statements with their quotations and their numbers, in the order of the report."),
        {{tr("No."), true}, {tr("Statement")}, {tr("Text")}, {tr("Quotations"), true}, {tr("Analyses"), true}},
        std::move(rows), std::move(ids));
}

GridView* make_claims_page(wxWindow* parent, Session& session)
{
    GridActs acts;
    acts.make_label = tr("Make a claim...");
    acts.make = [parent, &session] { ask_claim(parent, session, {}); };
    acts.open = [parent, &session](std::int64_t id) { change_claim(parent, session, {id}); };
    acts.remove = [parent, &session](std::int64_t id) { delete_claim_of(parent, session, {id}); };
    acts.when_empty =
        tr("There are no claims yet. A claim is a sentence that states a number, bound to an analysis that "
           "can compute it again.");
    acts.menu = [&session](ContextMenu& menu, std::int64_t id) {
        for (const auto& claim : stats::claims(session.reading())) {
            if (claim.id.value != id) continue;
            menu.add(shown(tr("Open the quotation")),
                     [&session, quotation = claim.quotation.value] { session.open_object(quotation); });
            if (claim.analysis)
                menu.add(shown(tr("Open the analysis")),
                         [&session, analysis = claim.analysis->value] { session.open_object(analysis); });
        }
    };
    return new GridView(parent, session, claims_grid, std::move(acts));
}

GridView* make_evidence_page(wxWindow* parent, Session& session)
{
    GridActs acts;
    acts.make_label = tr("Link words to numbers...");
    acts.make = [parent, &session] { ask_evidence(parent, session, 0); };
    acts.open = [parent, &session](std::int64_t id) { change_evidence(parent, session, {id}); };
    acts.remove = [parent, &session](std::int64_t id) { delete_evidence_link(parent, session, {id}); };
    acts.when_empty = tr("Nothing is linked yet. A link says whether a code, a quotation, a memo or a network and some "
                         "numbers agree, and why.");
    acts.menu = [&session](ContextMenu& menu, std::int64_t id) {
        for (const auto& evidence : stats::evidence_of(session.reading())) {
            if (evidence.id.value != id) continue;
            menu.add(shown(tr("Open the words")),
                     [&session, object = evidence.object] { session.open_object(object); });
            const auto numbers =
                evidence.numbers.analysis ? evidence.numbers.analysis->value : evidence.numbers.table->value;
            menu.add(shown(tr("Open the numbers")), [&session, numbers] { session.open_object(numbers); });
        }
    };
    return new GridView(parent, session, evidence_grid, std::move(acts));
}

GridView* make_findings_page(wxWindow* parent, Session& session)
{
    GridActs acts;
    acts.make_label = tr("Write a finding...");
    acts.make = [parent, &session] { ask_finding(parent, session); };
    acts.open = [parent, &session](std::int64_t id) { change_finding(parent, session, {id}); };
    acts.remove = [parent, &session](std::int64_t id) { delete_finding_of(parent, session, {id}); };
    acts.move = [parent, &session](std::int64_t id, int by) { step_finding(parent, session, {id}, by); };
    acts.when_empty = tr("There are no findings yet. A finding is a statement with the quotations and the numbers that "
                         "it stands on; findings make the report.");
    return new GridView(parent, session, findings_grid, std::move(acts));
}

}
