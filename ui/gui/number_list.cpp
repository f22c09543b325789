#include "number_list.h"
#include "claim_form.h"
#include "context_menu.h"
#include "evidence_form.h"
#include "finding_form.h"
#include "look.h"
#include "object_list.h"
#include "run.h"
#include "shown.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "verdict_words.h"
#include "workbench/tr.h"
#include <algorithm>

namespace gui
{
namespace
{

using workbench::ObjectKind;
using workbench::say;
using workbench::say_n;
using workbench::tr;

/// The verdicts of the claims, computed anew only after a change that can move one: that reads whole tables.
class Verdicts
{
 public:
    explicit Verdicts(Session& session) : session_(session)
    {
        changed_ = session.changed.listen([this](const workbench::ChangeSet& changes) {
            constexpr std::array matter{"claim", "analysis", "indicator_table", "table_column", "setting"};
            if (changes.elsewhere || std::ranges::any_of(changes.tables, [&](const std::string& table) {
                    return std::ranges::find(matter, table) != matter.end();
                }))
                known_.reset();
        });
    }

    const std::vector<stats::Verified>& read()
    {
        if (!known_) {
            auto verified = stats::verify(session_.reading());
            known_ = verified ? std::move(*verified) : std::vector<stats::Verified>();
        }
        return *known_;
    }

 private:
    Session& session_;
    std::optional<std::vector<stats::Verified>> known_;
    Ear changed_;
};

// A sign and its word stand before the name: in a narrow panel the end is cut off.
std::vector<ObjectList::Row> rows_of(Session& session, Verdicts& verdicts)
{
    std::vector<ObjectList::Row> rows;
    const auto& reading = session.reading();
    const auto head = [&](const char* title, std::ptrdiff_t count) {
        if (count > 0) rows.push_back({0, title, utf8(grouped(count)), true});
    };
    const auto tables = stats::indicator_tables(reading);
    head(tr("Tables"), std::ssize(tables));
    for (const auto& table : tables) rows.push_back({table.id.value, table.name, utf8(grouped(table.rows))});
    const auto analyses = stats::analyses_of(reading);
    head(tr("Analyses"), std::ssize(analyses));
    for (const auto& analysis : analyses)
        rows.push_back({analysis.id.value, analysis.stale ? out_of_date() + ": " + analysis.name : analysis.name, {}});
    const auto& claims = verdicts.read();
    head(tr("Claims"), std::ssize(claims));
    for (const auto& one : claims)
        rows.push_back(
            {one.claim.id.value, stats::in_words(one.verdict) + ": " + one.quotation + " " + one.claim.expect, {}});
    const auto findings = stats::findings(reading);
    head(tr("Findings"), std::ssize(findings));
    for (const auto& one : findings)
        rows.push_back({one.id.value, one.title, utf8(grouped(std::ssize(one.quotations)))});
    return rows;
}

void remove_table(wxWindow* window, Session& session, const ObjectList::Row& row)
{
    if (!run(window, [&] { return stats::delete_table(session.project(), {row.id}); })) return;
    if (auto* bar = message_bar_of(window)) bar->offer_undo(shown(say("The table \"{}\" is gone.", row.name)));
}

void remove_analysis(wxWindow* window, Session& session, const ObjectList::Row& row)
{
    if (!run(window, [&] { return stats::delete_analysis(session.project(), {row.id}); })) return;
    if (auto* bar = message_bar_of(window)) bar->offer_undo(shown(say("The analysis \"{}\" is gone.", row.name)));
}

void remove(wxWindow* window, Session& session, const ObjectList::Row& row)
{
    const auto kind = workbench::kind_of(session.reading(), row.id);
    if (kind == ObjectKind::table) remove_table(window, session, row);
    if (kind == ObjectKind::analysis) remove_analysis(window, session, row);
    if (kind == ObjectKind::claim) delete_claim_of(window, session, {row.id});
    if (kind == ObjectKind::finding) delete_finding_of(window, session, {row.id});
}

void add_own(ContextMenu& menu, ObjectList* list, Session& session, std::int64_t id)
{
    const auto kind = workbench::kind_of(session.reading(), id);
    if (kind == ObjectKind::analysis) {
        menu.add(shown(tr("Run it again")), [list, &session, id] {
            run(list, [&] { return stats::rerun_analyses(session.project(), stats::AnalysisId{id}); });
        });
        menu.add(shown(tr("Link to a code...")),
                 [list, &session, id] { ask_evidence(list, session, 0, {.analysis = stats::AnalysisId{id}}); });
        menu.add(shown(tr("Make a claim of it...")),
                 [list, &session, id] { ask_claim(list, session, {}, {.analysis = stats::AnalysisId{id}}); });
    }
    if (kind == ObjectKind::claim)
        menu.add(shown(tr("Change...")), [list, &session, id] { change_claim(list, session, {id}); });
    if (kind == ObjectKind::finding) {
        menu.add(shown(tr("Change...")), [list, &session, id] { change_finding(list, session, {id}); });
        menu.add(shown(tr("Move up")), [list, &session, id] { step_finding(list, session, {id}, -1); });
        menu.add(shown(tr("Move down")), [list, &session, id] { step_finding(list, session, {id}, 1); });
    }
}

void add_new(ContextMenu& menu, ObjectList* list, Session& session)
{
    menu.begin(shown(tr("New")));
    menu.add(shown(tr("Link words to numbers...")), [list, &session] { ask_evidence(list, session, 0); });
    menu.add(shown(tr("Make a claim...")), [list, &session] { ask_claim(list, session, {}); });
    menu.add(shown(tr("Write a finding...")), [list, &session] { ask_finding(list, session); });
    menu.end();
}

}

ObjectList* make_number_list(wxWindow* parent, Session& session)
{
    const auto verdicts = std::make_shared<Verdicts>(session);
    auto* list =
        new ObjectList(parent, session, shown(tr("Tables and analyses")), shown(tr("Import a table: Ctrl+Shift+T.")),
                       [verdicts](Session& read) { return rows_of(read, *verdicts); });
    list->let_delete([list, &session](const ObjectList::Row& row) { remove(list, session, row); });
    list->offer_more([list, &session](ContextMenu& menu, const ObjectList::Row* row) {
        if (row && row->id != 0) add_own(menu, list, session, row->id);
        add_new(menu, list, session);
    });
    return list;
}

void rerun_all(wxWindow* window, Session& session)
{
    const auto done = run(window, [&] { return stats::rerun_analyses(session.project()); });
    auto* bar = message_bar_of(window);
    if (!done || !bar) return;
    const auto changed = std::ranges::count_if(*done, &stats::Rerun::changed);
    const auto all = static_cast<long long>(done->size());
    bar->tell(shown(say_n("{} analysis was run again; {} gave another result.",
                          "{} analyses were run again; {} gave another result.", all, all, changed)));
}

}
